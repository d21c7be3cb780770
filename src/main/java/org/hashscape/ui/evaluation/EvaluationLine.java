package org.hashscape.ui.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hashscape.retrieval.evaluation.ConfidenceInterval;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.workbench.evaluation.EvaluationRow;
import org.hashscape.workbench.evaluation.EvaluationSummary;

/**
 * One line of the table of results: a method at one code length, or the random floor.
 *
 * @param summary what was measured; for the floor any line, whose floor is shown
 * @param floor whether this is the line of the random ranking
 */
public record EvaluationLine(EvaluationSummary summary, boolean floor) {

    /** A line per summary, and one for a random ranking. */
    static List<EvaluationLine> of(List<EvaluationSummary> summaries) {
        List<EvaluationLine> lines = new ArrayList<>();
        summaries.forEach(summary -> lines.add(new EvaluationLine(summary, false)));
        summaries.stream()
                .filter(summary -> Double.isFinite(summary.floor(Metric.PRECISION_AT_K)))
                .findFirst()
                .ifPresent(any -> lines.add(new EvaluationLine(any, true)));
        return lines;
    }

    public String method() {
        return floor ? "random ranking" : summary.method();
    }

    public String descriptor() {
        return floor ? "" : summary.descriptor();
    }

    /** "32", or "float" where no code is compared. */
    public String bits() {
        return floor ? "" : summary.onFloats() ? "float" : String.valueOf(summary.bits());
    }

    /** For sorting: floats after all codes. */
    int bitsRank() {
        return floor ? -1 : summary.onFloats() ? Integer.MAX_VALUE : summary.bits();
    }

    /** NaN where it was not measured. */
    double mean(Metric metric) {
        return floor
                ? summary.floor(metric)
                : summary.measured(metric).map(ConfidenceInterval::mean).orElse(Double.NaN);
    }

    /** "0.884 ± 0.013"; a dash where it was not measured. */
    public String score(Metric metric) {
        double mean = mean(metric);
        if (!Double.isFinite(mean)) {
            return "–";
        }
        Optional<ConfidenceInterval> interval = floor ? Optional.empty() : summary.measured(metric);
        return interval.map(score ->
                        String.format(Locale.ENGLISH, "%.3f ± %.3f", score.mean(), (score.high() - score.low()) / 2))
                .orElseGet(() -> String.format(Locale.ENGLISH, "%.3f", mean));
    }

    /** A number that the floor does not have. */
    String number(String format, double value) {
        return floor || !Double.isFinite(value) ? "" : String.format(Locale.ENGLISH, format, value);
    }

    /** Whether it rests on tiles seen in training. */
    public boolean leaky() {
        return !floor && summary.leaky();
    }

    private String leakySeeds() {
        List<String> seeds = summary.rows().stream()
                .filter(EvaluationRow::leaky)
                .map(row -> Long.toString(row.seed()))
                .toList();
        return (seeds.size() == 1 ? "seed " : "seeds ") + String.join(", ", seeds);
    }

    /** What a reader must know of it. */
    String remarks() {
        if (floor) {
            return "What a ranking in random order reaches";
        }
        String runs = summary.rows().size() == 1
                ? "1 seed; interval over its queries"
                : summary.rows().size() + " seeds; interval over them";
        String leak = summary.leaky()
                ? "Rests on a leak (" + leakySeeds() + "): tiles asked about were seen in training.\n"
                : "";
        String notes = summary.notes().isEmpty() ? "" : "\n" + String.join("\n", summary.notes());
        return leak + summary.name() + ": " + runs + notes;
    }
}
