package org.hashscape.workbench.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hashscape.retrieval.evaluation.ConfidenceInterval;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.workbench.evaluation.EvaluationRow;
import org.hashscape.workbench.evaluation.EvaluationSummary;
import org.hashscape.workbench.evaluation.PublishedFigure;
import org.hashscape.workbench.evaluation.PublishedFigures;

/** An evaluation as tables of text, for Markdown and for a page. */
final class EvaluationTables {

    /**
     * A table.
     *
     * @param textColumns how many of the first columns hold words, not numbers
     */
    record Table(String heading, String text, int textColumns, List<String> columns, List<Line> lines) {}

    /** A line of a table. */
    record Line(Kind kind, List<String> cells) {}

    /** Whose line it is. */
    enum Kind {
        MEASURED,
        LEAK,
        PUBLISHED
    }

    private static final List<Metric> SINGLE = List.of(
            Metric.AP_LENIENT_AT_K,
            Metric.AP_STANDARD_AT_K,
            Metric.PRECISION_AT_K,
            Metric.RECALL_AT_K,
            Metric.NDCG_AT_K,
            Metric.MAP_FULL);
    private static final List<Metric> MULTI =
            List.of(Metric.ACG_AT_K, Metric.WEIGHTED_MAP, Metric.LABEL_PRECISION_AT_K, Metric.LABEL_RECALL_AT_K);

    private final List<EvaluationSummary> summaries;
    private final List<PublishedFigure> published;

    /** @param dataSet which published data set this is, if one */
    EvaluationTables(List<EvaluationRow> rows, Optional<String> dataSet) {
        this.summaries = EvaluationSummary.of(rows);
        this.published = dataSet.isEmpty() || rows.isEmpty()
                ? List.of()
                : PublishedFigures.comparable(
                        dataSet.get(), rows.get(0).protocol(), rows.get(0).k());
    }

    /** Means over the seeds, with published figures under those that they belong beside. */
    Table scores() {
        List<String> columns = new ArrayList<>(List.of("method", "descriptor", "bits", "bytes/tile"));
        SINGLE.forEach(metric -> columns.add(name(metric)));
        columns.addAll(List.of("train s", "query ms"));
        List<Line> lines = new ArrayList<>();
        for (EvaluationSummary summary : summaries) {
            List<String> cells = start(summary);
            SINGLE.forEach(metric -> cells.add(score(summary.score(metric))));
            cells.add(number("%.1f", summary.mean(EvaluationRow::trainSeconds)));
            cells.add(number("%.3f", summary.mean(EvaluationRow::queryMsMedian)));
            lines.add(line(summary, cells));
            publishedBeside(summary).forEach(figure -> lines.add(published(figure)));
        }
        othersPublished().forEach(figure -> lines.add(published(figure)));
        return new Table("Scores", intervals(), 2, columns, lines);
    }

    /** The metrics for several labels per tile. */
    Table labelScores() {
        List<String> columns = new ArrayList<>(List.of("method", "descriptor", "bits", "bytes/tile"));
        MULTI.forEach(metric -> columns.add(name(metric)));
        List<Line> lines = new ArrayList<>();
        for (EvaluationSummary summary : summaries) {
            List<String> cells = start(summary);
            MULTI.forEach(metric -> cells.add(score(summary.score(metric))));
            lines.add(line(summary, cells));
        }
        return new Table("Scores by labels shared", "", 2, columns, lines);
    }

    /** Milliseconds by step. */
    Table times() {
        List<String> steps = summaries.stream()
                .flatMap(summary -> summary.first().stepMsMedian().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        List<String> columns = new ArrayList<>(List.of("method", "descriptor", "bits", "searched tiles"));
        steps.forEach(step -> columns.add(step + " ms (p95)"));
        columns.addAll(List.of("hash + look up ms", "p95"));
        List<Line> lines = new ArrayList<>();
        for (EvaluationSummary summary : summaries) {
            List<String> cells = start(summary);
            cells.set(3, Integer.toString(summary.first().searched()));
            for (String step : steps) {
                boolean known = summary.first().stepMsMedian().containsKey(step);
                cells.add(
                        known
                                ? number(
                                                "%.3f",
                                                summary.mean(row ->
                                                        row.stepMsMedian().getOrDefault(step, Double.NaN)))
                                        + number(
                                                " (%.3f)",
                                                summary.mean(
                                                        row -> row.stepMsP95().getOrDefault(step, Double.NaN)))
                                : "-");
            }
            cells.add(number("%.3f", summary.mean(EvaluationRow::queryMsMedian)));
            cells.add(number("%.3f", summary.mean(EvaluationRow::queryMsP95)));
            lines.add(line(summary, cells));
        }
        return new Table(
                "Times",
                "Medians of single queries on one thread, after warm-up; means over the seeds.",
                2,
                columns,
                lines);
    }

    /** Every row, one per seed, with its own interval over queries. */
    Table everySeed() {
        List<String> columns = new ArrayList<>(List.of("method", "descriptor", "bits", "seed", "queries"));
        SINGLE.forEach(metric -> columns.add(name(metric)));
        List<Line> lines = new ArrayList<>();
        for (EvaluationSummary summary : summaries) {
            for (EvaluationRow row : summary.rows()) {
                List<String> cells = new ArrayList<>(List.of(
                        row.method(),
                        row.descriptor(),
                        summary.bitsText(),
                        Long.toString(row.seed()),
                        Integer.toString(row.queries())));
                EvaluationSummary alone = new EvaluationSummary(List.of(row));
                SINGLE.forEach(metric -> cells.add(score(alone.score(metric))));
                lines.add(new Line(row.leaky() ? Kind.LEAK : Kind.MEASURED, cells));
            }
        }
        return new Table("Every seed", "\u00b1 half of the 95 % bootstrap interval over queries.", 2, columns, lines);
    }

    /** Published figures that belong beside a summary. */
    List<PublishedFigure> publishedBeside(EvaluationSummary summary) {
        return published.stream()
                .filter(figure -> figure.method().equals(summary.method()) && figure.bits() == summary.bits())
                .toList();
    }

    private List<PublishedFigure> othersPublished() {
        return published.stream()
                .filter(figure -> summaries.stream()
                        .noneMatch(summary -> publishedBeside(summary).contains(figure)))
                .filter(figure -> summaries.stream().anyMatch(summary -> summary.bits() == figure.bits()))
                .toList();
    }

    private static Line published(PublishedFigure figure) {
        List<String> cells = new ArrayList<>(List.of(
                "published " + figure.method(),
                figure.descriptor() + " (" + figure.source() + ")",
                figure.bits() == 0 ? "float" : Integer.toString(figure.bits()),
                ""));
        for (Metric metric : SINGLE) {
            cells.add(metric == figure.metric() ? number("%.3f", figure.value()) : "");
        }
        cells.addAll(List.of("", ""));
        return new Line(Kind.PUBLISHED, cells);
    }

    private static List<String> start(EvaluationSummary summary) {
        return new ArrayList<>(List.of(
                summary.method(),
                summary.descriptor(),
                summary.bitsText(),
                Integer.toString(summary.first().bytesPerTile())));
    }

    private static Line line(EvaluationSummary summary, List<String> cells) {
        if (summary.leaky()) {
            cells.set(0, cells.get(0) + " (LEAK)");
        }
        return new Line(summary.leaky() ? Kind.LEAK : Kind.MEASURED, cells);
    }

    private String intervals() {
        int seeds = summaries.stream()
                .mapToInt(summary -> summary.rows().size())
                .max()
                .orElse(1);
        return seeds > 1
                ? "Mean over " + seeds + " seeds \u00b1 half of its 95 % interval."
                : "\u00b1 half of the 95 % bootstrap interval over queries.";
    }

    /** A metric in a column's head, with its cut-off. */
    String name(Metric metric) {
        return metric.at(summaries.isEmpty() ? 0 : summaries.get(0).k());
    }

    static String score(ConfidenceInterval score) {
        return number("%.3f", score.mean()) + number(" \u00b1 %.3f", (score.high() - score.low()) / 2);
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ENGLISH, format, value);
    }
}
