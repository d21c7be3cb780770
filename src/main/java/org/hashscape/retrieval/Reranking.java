package org.hashscape.retrieval;

import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.DescriptorRows;

/** Orders candidates by their true descriptor distance to the query; ties by row. */
public final class Reranking {

    private Reranking() {}

    /**
     * The {@code k} closest of the candidate rows.
     *
     * @param candidates rows in any order, none twice
     * @param k how many, at least 1; fewer come back where there are fewer candidates
     */
    public static Neighbours rank(
            DescriptorRows descriptors, DescriptorDistance distance, float[] query, int[] candidates, int k) {
        requireDimension(descriptors, query);
        ClosestRows closest = new ClosestRows(Math.min(HammingScan.requirePositive(k), candidates.length));
        int dimension = descriptors.dimension();
        double queryNorm = distance.norm(query, 0, dimension);
        DescriptorMatrix asked = descriptors.select(candidates);
        for (int i = 0; i < candidates.length; i++) {
            int at = i * dimension;
            double norm = distance.norm(asked.values(), at, dimension);
            closest.offer(candidates[i], distance.between(query, 0, queryNorm, asked.values(), at, norm, dimension));
        }
        return closest.take(candidates.length);
    }

    static void requireDimension(DescriptorRows descriptors, float[] query) {
        if (query.length != descriptors.dimension()) {
            throw new IllegalArgumentException("The query descriptor has " + query.length
                    + " floats, those of the archive " + descriptors.dimension());
        }
    }
}
