package org.hashscape.workbench.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashscape.retrieval.evaluation.ConfidenceInterval;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.retrieval.evaluation.OperatingPoint;
import org.hashscape.workbench.evaluation.EvaluationSummary;
import org.hashscape.workbench.evaluation.PublishedFigure;

/** The charts of an evaluation's report. */
final class EvaluationCharts {

    private final List<EvaluationSummary> summaries;
    private final List<PublishedFigure> published;
    private final int k;

    /** @param published figures to mark; only those of the metric that a chart shows are */
    EvaluationCharts(List<EvaluationSummary> summaries, List<PublishedFigure> published) {
        this.summaries = summaries;
        this.published = published;
        this.k = summaries.isEmpty() ? 20 : summaries.get(0).k();
    }

    /** The charts that have something to show. */
    List<String> all() {
        List<SvgChart> charts = List.of(
                againstBits(Metric.AP_STANDARD_AT_K),
                againstBits(Metric.AP_LENIENT_AT_K),
                againstTime(Metric.AP_STANDARD_AT_K),
                precisionCurves(),
                precisionRecall());
        return charts.stream()
                .filter(chart -> !chart.isEmpty())
                .map(SvgChart::toSvg)
                .toList();
    }

    private SvgChart againstBits(Metric metric) {
        String name = metric.at(k);
        SvgChart chart = new SvgChart(name + " against bits", "bits", name, false);
        double most = summaries.stream()
                .mapToInt(EvaluationSummary::bits)
                .filter(bits -> bits <= 128)
                .max()
                .orElse(64);
        double least = summaries.stream()
                .mapToInt(EvaluationSummary::bits)
                .filter(bits -> bits > 0)
                .min()
                .orElse(8);
        byMethod().forEach((method, of) -> {
            boolean floats = of.get(0).bits() == 0;
            List<SvgChart.Point> points = new ArrayList<>();
            for (EvaluationSummary summary : of) {
                ConfidenceInterval score = summary.score(metric);
                if (floats) {
                    points.add(new SvgChart.Point(Math.min(least, most), score.mean()));
                    points.add(new SvgChart.Point(most, score.mean()));
                } else if (summary.bits() <= most) {
                    points.add(point(summary.bits(), score));
                }
            }
            chart.add(method, points, true, !floats);
        });
        published.stream()
                .filter(figure -> figure.metric() == metric && figure.bits() > 0 && figure.bits() <= most)
                .forEach(figure -> chart.mark(figure.method(), figure.bits(), figure.value()));
        List<Double> ticks = summaries.stream()
                .mapToDouble(EvaluationSummary::bits)
                .filter(bits -> bits > 0 && bits <= most)
                .distinct()
                .sorted()
                .boxed()
                .toList();
        chart.xTicks(ticks.size() <= 10 ? ticks : List.of());
        return chart;
    }

    /** Every operating point; the line joins those that no other beats in both. */
    private SvgChart againstTime(Metric metric) {
        String name = metric.at(k);
        SvgChart chart = new SvgChart(
                name + " against time", "hashing and look-up, median ms per query (logarithmic)", name, true);
        List<SvgChart.Point> everything = new ArrayList<>();
        byMethod().forEach((method, of) -> {
            List<SvgChart.Point> points =
                    of.stream().map(summary -> point(summary, metric)).toList();
            everything.addAll(points);
            chart.add(method, points, false, true);
        });
        return chart.add("Pareto front", paretoFront(everything), true, false);
    }

    private static SvgChart.Point point(EvaluationSummary summary, Metric metric) {
        ConfidenceInterval score = summary.score(metric);
        return point(summary.queryMs(), score);
    }

    /** A score lies in 0..1, whatever Student's t says with two seeds. */
    private static SvgChart.Point point(double x, ConfidenceInterval score) {
        return new SvgChart.Point(x, score.mean(), Math.max(0, score.low()), Math.min(1, score.high()));
    }

    /** The points that no other one beats, quickest first and each once. */
    static List<SvgChart.Point> paretoFront(List<SvgChart.Point> points) {
        List<SvgChart.Point> known = points.stream()
                .filter(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()))
                .map(point -> new SvgChart.Point(point.x(), point.y()))
                .distinct()
                .toList();
        return OperatingPoint.paretoFront(known.stream()
                        .map(point -> new OperatingPoint(point.x(), point.y()))
                        .toList())
                .stream()
                .map(known::get)
                .toList();
    }

    private SvgChart precisionCurves() {
        SvgChart chart = new SvgChart("Precision at k", "k", "P@k", false);
        longest().forEach((name, summary) -> {
            List<SvgChart.Point> points = new ArrayList<>();
            List<Double> curve = summary.curves().precisionAt();
            for (int i = 0; i < curve.size(); i++) {
                points.add(new SvgChart.Point(i + 1, curve.get(i)));
            }
            chart.add(name, points, true, false);
        });
        return chart;
    }

    private SvgChart precisionRecall() {
        SvgChart chart = new SvgChart("Precision against recall, interpolated", "recall", "precision", false);
        longest().forEach((name, summary) -> {
            List<SvgChart.Point> points = new ArrayList<>();
            List<Double> curve = summary.curves().precisionAtRecall();
            for (int i = 0; i < curve.size(); i++) {
                points.add(new SvgChart.Point((double) i / (curve.size() - 1), curve.get(i)));
            }
            chart.add(name, points, true, false);
        });
        return chart;
    }

    /** Summaries of one method and descriptor, by ascending bits. */
    private Map<String, List<EvaluationSummary>> byMethod() {
        Map<String, List<EvaluationSummary>> groups = new LinkedHashMap<>();
        for (EvaluationSummary summary : summaries) {
            groups.computeIfAbsent(summary.method() + ", " + summary.descriptor(), first -> new ArrayList<>())
                    .add(summary);
        }
        Map<String, List<EvaluationSummary>> named = new LinkedHashMap<>();
        groups.forEach((name, group) -> {
            group.sort(Comparator.comparingInt(EvaluationSummary::bits));
            named.put(group.stream().anyMatch(EvaluationSummary::leaky) ? name + " (LEAK)" : name, group);
        });
        return named;
    }

    /** Of each method and descriptor the one with most bits. */
    private Map<String, EvaluationSummary> longest() {
        Map<String, EvaluationSummary> longest = new LinkedHashMap<>();
        byMethod().forEach((name, of) -> {
            EvaluationSummary last = of.get(of.size() - 1);
            longest.put(name + (last.bits() == 0 ? "" : ", " + last.bits() + " bits"), last);
        });
        return longest;
    }
}
