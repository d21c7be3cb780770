package org.hashscape.workbench.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.hashscape.model.Progress;
import org.hashscape.workbench.HammingBench;
import org.hashscape.workbench.chart.ChartPoint;
import org.hashscape.workbench.chart.ChartSeries;
import org.hashscape.workbench.chart.ChartStyle;
import org.hashscape.workbench.chart.SeriesChart;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.ui.RectangleInsets;

/**
 * How the cost of a query grows with the archive: {@link HammingBench} at one size after the other, on clustered codes and
 * on random ones, and the chart of it.
 *
 * @param bits of the codes
 * @param clustered one result per size, ascending
 * @param random the same on random codes
 */
public record HammingGrowth(int bits, List<HammingBench.Result> clustered, List<HammingBench.Result> random) {

    private static final double MICROSECONDS = 1000;

    /**
     * Measures.
     *
     * @param sizes numbers of codes, ascending
     * @param each what to ask of each; its number of codes is not used
     */
    public static HammingGrowth measure(int bits, List<Integer> sizes, HammingBench.Request each, Progress progress) {
        double all = sizes.stream().mapToDouble(HammingGrowth::effort).sum();
        double done = 0;
        List<HammingBench.Result> clustered = new ArrayList<>();
        List<HammingBench.Result> random = new ArrayList<>();
        for (int size : sizes) {
            HammingBench.Request request =
                    new HammingBench.Request(size, each.k(), each.threads(), each.rounds(), each.seed());
            double half = done + effort(size) / 2;
            double end = done + effort(size);
            clustered.add(HammingBench.generated(bits, true, request, progress.part(done / all, half / all)));
            random.add(HammingBench.generated(bits, false, request, progress.part(half / all, end / all)));
            done = end;
        }
        return new HammingGrowth(bits, clustered, random);
    }

    /** Share of the whole measurement: some for warming up, the rest for building. */
    private static double effort(int size) {
        return size + 300_000.0;
    }

    /** Every result, by size. */
    public List<HammingBench.Result> results() {
        List<HammingBench.Result> all = new ArrayList<>();
        for (int i = 0; i < clustered.size(); i++) {
            all.add(clustered.get(i));
            all.add(random.get(i));
        }
        return all;
    }

    /** The chart for a file, with room for the last number of its axis. */
    public JFreeChart draw(ChartStyle style) {
        JFreeChart chart = chart().draw(style);
        chart.setPadding(new RectangleInsets(10, 10, 8, 44));
        return chart;
    }

    /** Both axes in powers of ten; times are 5th percentiles, so that what else the machine does is left out. */
    public SeriesChart chart() {
        return new SeriesChart(
                String.format(Locale.ENGLISH, "Cost of one exact query, codes of %d bits", bits),
                new SeriesChart.Axis("Codes in the archive", SeriesChart.Scale.LOG),
                new SeriesChart.Axis("Time of one query, undisturbed (\u00b5s)", SeriesChart.Scale.LOG),
                List.of(
                        curve(
                                "Planned, clustered codes",
                                0,
                                ChartSeries.Look.CURVE,
                                clustered,
                                result -> result.queryMsUndisturbed()),
                        curve(
                                "Planned, random codes",
                                1,
                                ChartSeries.Look.CURVE,
                                random,
                                result -> result.queryMsUndisturbed()),
                        curve(
                                "Plain scan, clustered",
                                2,
                                ChartSeries.Look.LINE,
                                clustered,
                                result -> result.scanMsUndisturbed()),
                        curve(
                                "Plain scan, random",
                                3,
                                ChartSeries.Look.LINE,
                                random,
                                result -> result.scanMsUndisturbed()),
                        curve(
                                "Loop of bitCount, clustered",
                                4,
                                ChartSeries.Look.POINTS,
                                clustered,
                                result -> result.bitCountMsUndisturbed()),
                        curve(
                                "Loop of bitCount, random",
                                5,
                                ChartSeries.Look.POINTS,
                                random,
                                result -> result.bitCountMsUndisturbed())),
                "No size was measured");
    }

    private static ChartSeries curve(
            String name,
            int place,
            ChartSeries.Look look,
            List<HammingBench.Result> results,
            ToDoubleFunction<HammingBench.Result> ms) {
        return new ChartSeries(
                name,
                place,
                look,
                results.stream()
                        .map(result -> point(name, result, MICROSECONDS * ms.applyAsDouble(result)))
                        .toList());
    }

    private static ChartPoint point(String name, HammingBench.Result result, double microseconds) {
        int codes = result.plan().codes();
        String tip = String.format(
                Locale.ENGLISH,
                "%s: %,d codes, %.1f \u00b5s (%s)",
                name,
                codes,
                microseconds,
                result.plan().index());
        return new ChartPoint(codes, microseconds, tip);
    }
}
