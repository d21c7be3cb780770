package org.hashscape.ui.evaluation;

import java.util.List;
import java.util.Optional;
import org.hashscape.retrieval.evaluation.ConfidenceInterval;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.workbench.evaluation.Curves;
import org.hashscape.workbench.evaluation.EvaluationRow;
import org.hashscape.workbench.evaluation.EvaluationSummary;

/** What one method reached with one descriptor and code length, over all seeds, as table and charts ask for it. */
public record MethodScores(EvaluationSummary summary) {

    /** Rows brought together, in the order in which each combination first comes. */
    public static List<MethodScores> of(List<EvaluationRow> rows) {
        return EvaluationSummary.of(rows).stream().map(MethodScores::new).toList();
    }

    public String method() {
        return summary.method();
    }

    public String descriptor() {
        return summary.descriptor();
    }

    public int bits() {
        return summary.bits();
    }

    public List<EvaluationRow> rows() {
        return summary.rows();
    }

    /**
     * Mean and 95 % interval: over the seeds where there are several, over the queries where there is one. Empty where
     * the metric was not measured.
     */
    public Optional<ConfidenceInterval> score(Metric metric) {
        return Optional.of(summary.score(metric)).filter(score -> Double.isFinite(score.mean()));
    }

    /** What a random ranking scores, mean over the seeds; NaN where it is not known. */
    public double floor(Metric metric) {
        return summary.mean(row -> row.randomFloor().getOrDefault(metric, Double.NaN));
    }

    public double trainSeconds() {
        return summary.mean(EvaluationRow::trainSeconds);
    }

    /** Mean over the seeds of the median query. */
    public double queryMs() {
        return summary.mean(EvaluationRow::queryMsMedian);
    }

    public int bytesPerTile() {
        return summary.first().bytesPerTile();
    }

    public int k() {
        return summary.first().k();
    }

    public String protocol() {
        return summary.first().protocol();
    }

    /** Whether it is search on descriptors, with no code. */
    public boolean onFloats() {
        return summary.bits() == 0;
    }

    /** Whether a row of it rests on tiles seen in training. */
    public boolean leaky() {
        return summary.leaky();
    }

    /** What a reader must know of its rows, each once. */
    public List<String> notes() {
        return rows().stream().flatMap(row -> row.notes().stream()).distinct().toList();
    }

    /** Mean curves over the seeds, as far as every seed has them. */
    public Curves curves() {
        return summary.curves();
    }

    /** "kslsh, sift-words, 32 bits". */
    public String name() {
        return method() + ", " + descriptor() + (onFloats() ? ", float" : ", " + bits() + " bits");
    }
}
