package org.hashscape.workbench;

import java.util.List;

/**
 * A query moved towards what was marked right and away from what was marked wrong, in descriptor space: Rocchio's
 * relevance feedback (in Salton, The SMART Retrieval System, 1971) with equal weight on what is right and on the
 * difference,
 *
 * <pre>q' = P + (P - N) = 2 P - N</pre>
 *
 * <p>P is the mean of the query and the tiles marked right, N the mean of those marked wrong. Without any wrong ones
 * there is no difference to add and q' = P, so that the length of the descriptor, which kernels depend on, stays what it
 * was. As is usual with histograms, an entry that is negative in q' but in none of the descriptors becomes 0.
 */
final class RefinedQuery {

    private RefinedQuery() {}

    /** @param right without the query @param wrong may be empty */
    static float[] of(float[] query, List<float[]> right, List<float[]> wrong) {
        float[] refined = new float[query.length];
        for (int i = 0; i < query.length; i++) {
            double positive = query[i];
            boolean negativeEntry = query[i] < 0;
            for (float[] vector : right) {
                positive += vector[i];
                negativeEntry |= vector[i] < 0;
            }
            positive /= right.size() + 1;
            double negative = 0;
            for (float[] vector : wrong) {
                negative += vector[i];
                negativeEntry |= vector[i] < 0;
            }
            double moved = wrong.isEmpty() ? positive : 2 * positive - negative / wrong.size();
            refined[i] = (float) (negativeEntry ? moved : Math.max(0, moved));
        }
        return refined;
    }
}
