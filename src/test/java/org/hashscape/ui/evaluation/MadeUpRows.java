package org.hashscape.ui.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hashscape.retrieval.evaluation.ConfidenceInterval;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.workbench.evaluation.Curves;
import org.hashscape.workbench.evaluation.EvaluationRow;

/** Rows of an evaluation that never took place. */
final class MadeUpRows {

    private MadeUpRows() {}

    /** Three methods, one of them leaky, and search on floats; two seeds. */
    static List<EvaluationRow> some() {
        List<EvaluationRow> rows = new ArrayList<>();
        for (long seed = 1; seed <= 2; seed++) {
            for (int bits : new int[] {16, 32}) {
                rows.add(row("lsh", "sift-words", bits, seed, 0.3 + bits / 400.0 + seed / 100.0, 0.01 * bits, false));
                rows.add(
                        row("kslsh", "sift-words", bits, seed, 0.6 + bits / 400.0 + seed / 100.0, 0.012 * bits, false));
                rows.add(row("itq", "sift-words", bits, seed, 0.5 + bits / 400.0 + seed / 100.0, 0.02 * bits, true));
            }
            rows.add(row("exhaustive", "sift-words", 0, seed, 0.8, 3, false));
        }
        return rows;
    }

    static EvaluationRow row(
            String method, String descriptor, int bits, long seed, double score, double queryMs, boolean leaky) {
        Map<Metric, ConfidenceInterval> scores = new EnumMap<>(Metric.class);
        Map<Metric, Double> floor = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            scores.put(metric, new ConfidenceInterval(score, score - 0.02, score + 0.02));
            floor.put(metric, 0.12);
        }
        List<Double> precisionAt = new ArrayList<>();
        List<Double> atRecall = new ArrayList<>();
        for (int k = 1; k <= 50; k++) {
            precisionAt.add(score - 0.002 * k);
        }
        for (int recall = 0; recall <= 20; recall++) {
            atRecall.add(Math.max(0, score - 0.02 * recall));
        }
        return new EvaluationRow(
                method,
                descriptor,
                bits,
                bits,
                bits == 0 ? 2000 : 8,
                "mhcln",
                seed,
                20,
                "shares-label",
                "tile id",
                840,
                840,
                0,
                scores,
                floor,
                new Curves(precisionAt, atRecall),
                1.5,
                queryMs,
                2 * queryMs,
                Map.of(),
                Map.of(),
                leaky,
                leaky ? List.of("3 test tiles were seen in training") : List.of());
    }
}
