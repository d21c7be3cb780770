package org.hashscape.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hashscape.retrieval.BucketOccupancy;
import org.hashscape.workbench.MeasureCodes.ScanTime;
import org.hashscape.workbench.chart.BarsChart;
import org.hashscape.workbench.chart.BarsChart.Bar;
import org.hashscape.workbench.chart.ChartPoint;
import org.hashscape.workbench.chart.ChartSeries;
import org.hashscape.workbench.chart.ChartSeries.Look;
import org.hashscape.workbench.chart.SeriesChart;
import org.hashscape.workbench.chart.SeriesChart.Axis;
import org.hashscape.workbench.chart.SeriesChart.Scale;

/** Charts about the codes of one model, whatever was asked. */
final class CodeCharts {

    private CodeCharts() {}

    /** How many buckets hold how many tiles. */
    static BarsChart buckets(BucketOccupancy occupancy) {
        List<Bar> bars = new ArrayList<>();
        for (BucketOccupancy.SizeClass each : occupancy.classes()) {
            String size = each.least() == each.most() ? "" + each.most() : each.least() + "–" + each.most();
            bars.add(new Bar(
                    size,
                    each.buckets(),
                    String.format(
                            Locale.ENGLISH,
                            "%,d buckets of %s tiles hold %,d of the %,d tiles",
                            each.buckets(),
                            size,
                            each.tiles(),
                            occupancy.tiles())));
        }
        return new BarsChart(
                "Buckets by size, " + occupancy.bits() + " bits", "tiles in a bucket", "buckets", bars, "No codes yet");
    }

    /** The same in a sentence: "712 of 4,294,967,296 buckets are occupied (0.000017 %), the largest by 9 tiles". */
    static String sentence(BucketOccupancy occupancy) {
        String all = occupancy.bits() < 40
                ? String.format(Locale.ENGLISH, "%,d", 1L << occupancy.bits())
                : "2^" + occupancy.bits();
        return String.format(
                Locale.ENGLISH,
                "%,d of %s buckets are occupied (%.2g %%); the fullest holds %,d of %,d tiles.",
                occupancy.occupied(),
                all,
                100 * occupancy.share(),
                occupancy.largest(),
                occupancy.tiles());
    }

    /** Time of a scan against the size of the archive. */
    static SeriesChart scanTimes(List<ScanTime> times) {
        return new SeriesChart(
                "Time of one query against the size of the archive",
                new Axis("codes", Scale.LOG),
                new Axis("ms per query", Scale.LOG),
                List.of(
                        new ChartSeries(
                                "exact ranking, codes of this archive",
                                0,
                                Look.CURVE,
                                points(
                                        times.stream()
                                                .filter(time -> !time.copied())
                                                .toList(),
                                        false)),
                        new ChartSeries(
                                "exact ranking, copies with bits flipped",
                                1,
                                Look.CURVE,
                                points(times.stream().filter(ScanTime::copied).toList(), false)),
                        new ChartSeries("XOR and bit count alone", 0, Look.BOUND, points(times, true))),
                "Not measured yet");
    }

    private static List<ChartPoint> points(List<ScanTime> times, boolean yardstick) {
        return times.stream()
                .map(time -> new ChartPoint(
                        time.codes(),
                        Math.max(1e-6, yardstick ? time.yardstickMs() : time.scanMs()),
                        String.format(
                                Locale.ENGLISH,
                                "%,d codes: exact ranking %.3g ms, XOR and bit count alone %.3g ms",
                                time.codes(),
                                time.scanMs(),
                                time.yardstickMs())))
                .toList();
    }
}
