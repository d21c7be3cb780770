package org.hashscape.ui.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hashscape.retrieval.evaluation.ConfidenceInterval;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.retrieval.evaluation.OperatingPoint;
import org.hashscape.workbench.chart.ChartPoint;
import org.hashscape.workbench.chart.ChartSeries;
import org.hashscape.workbench.chart.ChartSeries.Look;
import org.hashscape.workbench.chart.SeriesChart;
import org.hashscape.workbench.chart.SeriesChart.Axis;
import org.hashscape.workbench.chart.SeriesChart.Scale;
import org.hashscape.workbench.evaluation.Curves;
import org.hashscape.workbench.evaluation.EvaluationSummary;
import org.hashscape.workbench.evaluation.PublishedFigure;
import org.hashscape.workbench.evaluation.PublishedFigures;

/**
 * The charts of one evaluation. A method on a descriptor has the same colour and shape in all of them; figures that rest
 * on a leak are drawn as warnings.
 */
public final class EvaluationCharts {

    private static final String NOTHING = "Nothing was measured that this chart shows";

    private final List<EvaluationSummary> summaries;
    private final List<String> combinations;
    private final boolean oneDescriptor;

    /** @param summaries of one evaluation: one protocol, cut-off and relevance rule */
    public EvaluationCharts(List<EvaluationSummary> summaries) {
        this(summaries, summaries);
    }

    /** Draws some of the summaries, in the colours and shapes that they have among all. */
    public EvaluationCharts(List<EvaluationSummary> some, List<EvaluationSummary> all) {
        this.summaries = List.copyOf(some);
        this.combinations =
                all.stream().map(EvaluationCharts::combination).distinct().toList();
        this.oneDescriptor =
                some.stream().map(EvaluationSummary::descriptor).distinct().count() < 2;
    }

    /** Code lengths that were measured, ascending. */
    public List<Integer> bits() {
        return hashed().stream()
                .map(EvaluationSummary::bits)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * A metric against the code length, with its intervals; dashed: search on floats and a random ranking; hollow: what
     * was published for the same data set, protocol and cut-off.
     *
     * @param published comparable figures ({@link PublishedFigures#comparable}); those of other metrics are left out
     */
    public SeriesChart againstBits(Metric metric, List<PublishedFigure> published) {
        List<ChartSeries> series = new ArrayList<>();
        List<PublishedFigure> references = summaries.isEmpty() ? List.of() : comparable(metric, published);
        double first = edge(references, true);
        double last = edge(references, false);
        floor(metric).ifPresent(floor -> series.add(bound("random ranking", 0, floor, first, last)));
        summaries.stream()
                .filter(EvaluationSummary::onFloats)
                .forEach(summary -> summary.measured(metric)
                        .ifPresent(score -> series.add(bound(
                                nameOf(List.of(summary)) + " (float)", 1 + series.size(), score.mean(), first, last))));
        grouped(hashed())
                .forEach((combination, group) -> series.add(new ChartSeries(
                        nameOf(group),
                        place(combination),
                        look(group, Look.CURVE),
                        group.stream()
                                .flatMap(summary -> point(summary, metric, summary.bits()).stream())
                                .toList())));
        series.addAll(references(references));
        return new SeriesChart(
                title(named(metric) + " against code length"),
                new Axis("bits", Scale.BITS),
                new Axis(named(metric), Scale.SHARE),
                series,
                NOTHING);
    }

    /** Precision among the first k against k, for codes of one length and for floats. */
    public SeriesChart precisionAtK(int bits) {
        return curves(
                bits,
                "Precision among the first k, " + bits + " bits",
                new Axis("k", Scale.COUNT),
                Curves::precisionAt,
                at -> at + 1.0,
                "P@%.0f");
    }

    /** Interpolated precision against recall, for codes of one length and for floats. */
    public SeriesChart precisionRecall(int bits) {
        return curves(
                bits,
                "Precision and recall, " + bits + " bits",
                new Axis("recall", Scale.SHARE_FROM_ZERO),
                Curves::precisionAtRecall,
                at -> at / 20.0,
                "precision at recall %.2f");
    }

    /** A metric against the time of one query; joined: what nothing else is both quicker and better than. */
    public SeriesChart againstTime(Metric metric) {
        List<ChartSeries> series = new ArrayList<>();
        List<EvaluationSummary> timed = summaries.stream()
                .filter(summary ->
                        summary.queryMs() > 0 && summary.measured(metric).isPresent())
                .toList();
        List<OperatingPoint> points = timed.stream()
                .map(summary -> new OperatingPoint(
                        summary.queryMs(),
                        summary.measured(metric).orElseThrow().mean()))
                .toList();
        List<ChartPoint> front = OperatingPoint.paretoFront(points).stream()
                .map(at -> timed.get(at))
                .flatMap(summary -> point(summary, metric, summary.queryMs()).stream())
                .map(point -> new ChartPoint(point.x(), point.y(), "On the front: " + point.tip()))
                .toList();
        series.add(new ChartSeries("Pareto front", 0, Look.FRONT, front));
        grouped(timed)
                .forEach((combination, group) -> series.add(new ChartSeries(
                        nameOf(group),
                        place(combination),
                        group.stream().anyMatch(EvaluationSummary::leaky) ? Look.WARNING_POINTS : Look.POINTS,
                        group.stream()
                                .flatMap(summary -> point(summary, metric, summary.queryMs()).stream())
                                .toList())));
        return new SeriesChart(
                title(named(metric) + " against query time"),
                new Axis("ms per query", Scale.LOG),
                new Axis(named(metric), Scale.SHARE),
                series,
                NOTHING);
    }

    private SeriesChart curves(
            int bits,
            String title,
            Axis across,
            Function<Curves, List<Double>> which,
            Function<Integer, Double> x,
            String tip) {
        List<ChartSeries> series = new ArrayList<>();
        for (EvaluationSummary summary : summaries) {
            if (!summary.onFloats() && summary.bits() != bits) {
                continue;
            }
            List<Double> values = which.apply(summary.curves());
            List<ChartPoint> points = new ArrayList<>();
            for (int at = 0; at < values.size(); at++) {
                if (Double.isFinite(values.get(at))) {
                    double where = x.apply(at);
                    points.add(new ChartPoint(
                            where,
                            values.get(at),
                            summary.name() + ": "
                                    + String.format(Locale.ENGLISH, tip + " %.3f", where, values.get(at))));
                }
            }
            series.add(new ChartSeries(
                    nameOf(List.of(summary)),
                    place(combination(summary)),
                    summary.leaky() ? Look.WARNING_LINE : Look.LINE,
                    points));
        }
        return new SeriesChart(
                title(title),
                across,
                new Axis("precision", Scale.SHARE_FROM_ZERO),
                series,
                bits().isEmpty() ? NOTHING : "No curves were kept for these rows");
    }

    private List<ChartSeries> references(List<PublishedFigure> figures) {
        Map<String, List<PublishedFigure>> groups = figures.stream()
                .filter(figure -> figure.bits() > 0)
                .collect(Collectors.groupingBy(
                        figure -> figure.method() + ", " + figure.descriptor(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<ChartSeries> series = new ArrayList<>();
        groups.forEach((name, group) -> series.add(new ChartSeries(
                "published: " + name,
                placeBeside(group.get(0)).orElse(combinations.size() + series.size()),
                Look.REFERENCE,
                group.stream()
                        .map(figure -> new ChartPoint(
                                figure.bits(),
                                figure.value(),
                                String.format(
                                        Locale.ENGLISH,
                                        "Published: %s, %s, %d bits: %s %.3f (%s)",
                                        figure.method(),
                                        figure.descriptor(),
                                        figure.bits(),
                                        figure.metric().at(figure.k()),
                                        figure.value(),
                                        figure.source())))
                        .toList())));
        return series;
    }

    /** The figures of this metric, protocol and cut-off. */
    private List<PublishedFigure> comparable(Metric metric, List<PublishedFigure> published) {
        return published.stream()
                .filter(figure -> figure.metric() == metric
                        && figure.protocol().equals(summaries.get(0).protocol())
                        && (figure.k() == k() || figure.k() == 0))
                .toList();
    }

    private Optional<ChartPoint> point(EvaluationSummary summary, Metric metric, double x) {
        Optional<ConfidenceInterval> score = summary.measured(metric);
        return score.map(interval -> new ChartPoint(
                x,
                interval.mean(),
                interval.low(),
                interval.high(),
                String.format(
                        Locale.ENGLISH,
                        "%s: %s %.3f (95 %%: %.3f to %.3f over %s), %.3g ms per query%s",
                        summary.name(),
                        metric.at(summary.k()),
                        interval.mean(),
                        interval.low(),
                        interval.high(),
                        summary.rows().size() > 1 ? summary.rows().size() + " seeds" : "queries",
                        summary.queryMs(),
                        summary.leaky() ? ". Rests on a leak" : "")));
    }

    private static ChartSeries bound(String name, int place, double level, double from, double to) {
        String tip = String.format(Locale.ENGLISH, "%s: %.3f", name, level);
        return new ChartSeries(
                name, place, Look.BOUND, List.of(new ChartPoint(from, level, tip), new ChartPoint(to, level, tip)));
    }

    private Optional<Double> floor(Metric metric) {
        return summaries.stream()
                .map(summary -> summary.floor(metric))
                .filter(Double::isFinite)
                .findFirst();
    }

    private double edge(List<PublishedFigure> references, boolean least) {
        Set<Integer> all = new LinkedHashSet<>(bits());
        references.stream().map(PublishedFigure::bits).filter(bits -> bits > 0).forEach(all::add);
        if (all.size() < 2) {
            int middle = all.isEmpty() ? 32 : all.iterator().next();
            return least ? middle - 4 : middle + 4;
        }
        return all.stream()
                .mapToInt(Integer::intValue)
                .reduce(least ? Math::min : Math::max)
                .orElseThrow();
    }

    private List<EvaluationSummary> hashed() {
        return summaries.stream().filter(summary -> !summary.onFloats()).toList();
    }

    private static Map<String, List<EvaluationSummary>> grouped(List<EvaluationSummary> some) {
        return some.stream()
                .collect(Collectors.groupingBy(EvaluationCharts::combination, LinkedHashMap::new, Collectors.toList()));
    }

    private static Look look(List<EvaluationSummary> group, Look usual) {
        return group.stream().anyMatch(EvaluationSummary::leaky) ? Look.WARNING : usual;
    }

    private String nameOf(List<EvaluationSummary> group) {
        return combinationInWords(group.get(0)) + (group.stream().anyMatch(EvaluationSummary::leaky) ? " (leak)" : "");
    }

    private String combinationInWords(EvaluationSummary summary) {
        return oneDescriptor ? summary.method() : summary.method() + ", " + summary.descriptor();
    }

    private static String combination(EvaluationSummary summary) {
        return summary.method() + ", " + summary.descriptor();
    }

    private int place(String combination) {
        return combinations.indexOf(combination);
    }

    /** Colour and shape of the same method here, on the same descriptor where there is one. */
    private Optional<Integer> placeBeside(PublishedFigure figure) {
        String same = figure.method() + ", "
                + figure.descriptor().toLowerCase(Locale.ROOT).replace(' ', '-');
        return Stream.concat(
                        combinations.stream().filter(same::equals),
                        combinations.stream().filter(combination -> combination.startsWith(figure.method() + ",")))
                .map(this::place)
                .findFirst();
    }

    /** A metric with the cut-off of what is shown; where that is nothing, without one. */
    private String named(Metric metric) {
        return summaries.isEmpty() ? metric.title() : metric.at(k());
    }

    private int k() {
        return summaries.isEmpty() ? 0 : summaries.get(0).k();
    }

    private String title(String what) {
        return summaries.isEmpty()
                ? what
                : what + " (protocol " + summaries.get(0).protocol() + ")";
    }
}
