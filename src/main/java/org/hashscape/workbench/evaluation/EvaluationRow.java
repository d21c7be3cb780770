package org.hashscape.workbench.evaluation;

import java.util.List;
import java.util.Map;
import org.hashscape.retrieval.evaluation.ConfidenceInterval;
import org.hashscape.retrieval.evaluation.Metric;

/**
 * What one method reached in one run of a protocol.
 *
 * @param bits bits of a code; 0 for search on floats
 * @param bitsPerQuery bits actually compared per query; 0 for search on floats
 * @param bytesPerTile what a tile takes in the index
 * @param seed of the split and of the training
 * @param relevance id of the relevance rule
 * @param tieRule how results at the same distance are ordered, in words
 * @param searched tiles in the searched archive, the query among them where it belongs to it
 * @param queries scored
 * @param skipped queries without label or without anything relevant
 * @param scores means with the 95 % bootstrap interval over queries
 * @param randomFloor what a random ranking scores
 * @param curves means over the queries
 * @param trainSeconds training alone, without descriptors
 * @param queryMsMedian hashing and look-up of the top k, one thread, after warm-up
 * @param stepMsMedian by step: {@code describe} (where originals could be read), {@code hash}, {@code look up}
 * @param stepMsP95 the same, 95th percentile
 * @param leaky whether tiles that were asked about, or exact or rotated copies of them, were seen in training
 * @param notes what a reader must know of this row: leaks, near-duplicates, what a descriptor was trained on
 */
public record EvaluationRow(
        String method,
        String descriptor,
        int bits,
        int bitsPerQuery,
        int bytesPerTile,
        String protocol,
        long seed,
        int k,
        String relevance,
        String tieRule,
        int searched,
        int queries,
        int skipped,
        Map<Metric, ConfidenceInterval> scores,
        Map<Metric, Double> randomFloor,
        Curves curves,
        double trainSeconds,
        double queryMsMedian,
        double queryMsP95,
        Map<String, Double> stepMsMedian,
        Map<String, Double> stepMsP95,
        boolean leaky,
        List<String> notes) {

    public EvaluationRow {
        notes = List.copyOf(notes);
    }

    /** Mean of a metric. */
    public double mean(Metric metric) {
        ConfidenceInterval score = scores.get(metric);
        return score == null ? Double.NaN : score.mean();
    }
}
