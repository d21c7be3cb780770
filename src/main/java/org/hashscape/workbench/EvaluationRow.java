package org.hashscape.workbench;

import java.util.Map;
import org.hashscape.retrieval.evaluation.ConfidenceInterval;
import org.hashscape.retrieval.evaluation.Metric;

/**
 * What one method reached in one run of a protocol.
 *
 * @param bits bits asked for; 0 for search on floats
 * @param bitsPerQuery bits actually compared per query; 0 for search on floats
 * @param bytesPerTile what a tile takes in the index
 * @param seed of the split and of the training
 * @param queries scored
 * @param skipped queries without label or without anything relevant
 * @param scores means with the 95 % bootstrap interval over queries
 * @param randomFloor what a random ranking scores
 * @param trainSeconds training alone, without descriptors
 * @param queryMsMedian hashing and look-up of the top k, one thread, after warm-up
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
        int queries,
        int skipped,
        Map<Metric, ConfidenceInterval> scores,
        Map<Metric, Double> randomFloor,
        double trainSeconds,
        double queryMsMedian,
        double queryMsP95) {

    /** How relevance is decided. */
    public static final String RELEVANCE = "shares a label";

    /** How ties are broken. */
    public static final String TIE_RULE = "tile id";

    /** Mean of a metric. */
    public double mean(Metric metric) {
        ConfidenceInterval score = scores.get(metric);
        return score == null ? Double.NaN : score.mean();
    }
}
