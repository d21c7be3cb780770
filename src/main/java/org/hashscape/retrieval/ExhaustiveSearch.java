package org.hashscape.retrieval;

import org.hashscape.model.DescriptorMatrix;

/** Exact top-k over the float descriptors themselves: the accuracy ceiling, and the time to beat. Ties by row. */
public final class ExhaustiveSearch {

    public ExhaustiveSearch(DescriptorMatrix descriptors, DescriptorDistance distance) {
        throw new UnsupportedOperationException("stub");
    }

    public Neighbours search(float[] query, int k, int excludedRow) {
        throw new UnsupportedOperationException("stub");
    }
}
