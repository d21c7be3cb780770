package org.hashscape.retrieval.hamming;

/**
 * What a {@link HammingSearch} decided, and on what grounds.
 *
 * @param index how queries are answered
 * @param codes how many codes are indexed
 * @param bits of a code
 * @param indexBytesPerCode memory beyond the codes themselves
 * @param buildSeconds time it took to build and choose
 * @param scanMillis median time of a plain scan when it was chosen, 0 where nothing was measured
 * @param queryMillis median time of a query when it was chosen, 0 where nothing was measured
 * @param kernel the loop that compares codes
 */
public record SearchPlan(
        Index index,
        int codes,
        int bits,
        double indexBytesPerCode,
        double buildSeconds,
        double scanMillis,
        double queryMillis,
        String kernel) {

    /** Ways to answer a query. */
    public enum Index {
        /** Every code is compared. */
        SCAN,
        /** {@link BallIndex}. */
        BALL,
        /** {@link MultiIndex}. */
        MULTI_INDEX
    }
}
