package org.hashscape.retrieval;

import org.hashscape.model.DescriptorMatrix;

/** Orders candidates by their true descriptor distance to the query; ties by row. */
public final class Reranking {

    private Reranking() {}

    /** The {@code k} closest of the candidate rows. */
    public static Neighbours rank(
            DescriptorMatrix descriptors, DescriptorDistance distance, float[] query, int[] candidates, int k) {
        throw new UnsupportedOperationException("stub");
    }
}
