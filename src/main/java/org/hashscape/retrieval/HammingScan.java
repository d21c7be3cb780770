package org.hashscape.retrieval;

import org.hashscape.model.BinaryCode;

/** Exact top-k by Hamming distance over every code; ties by row. */
public final class HammingScan {

    public HammingScan(CodeTable codes) {
        throw new UnsupportedOperationException("stub");
    }

    /**
     * @param k how many, at least 1; fewer come back where there are fewer rows
     * @param excludedRow a row that must not be in the answer (the query itself), or -1
     */
    public Neighbours search(BinaryCode query, int k, int excludedRow) {
        throw new UnsupportedOperationException("stub");
    }

    /** How many rows lie at each distance 0..bits. */
    public int[] distanceHistogram(BinaryCode query, int excludedRow) {
        throw new UnsupportedOperationException("stub");
    }
}
