package org.hashscape.retrieval;

import org.hashscape.model.BinaryCode;

/** Buckets of equal codes; a query looks into its own bucket and those within a Hamming radius. */
public final class HashTable {

    /**
     * What a look-up found.
     *
     * @param rows of the buckets looked into, ascending
     * @param radius the radius that was used: larger than asked for where the asked buckets were empty
     * @param buckets non-empty buckets found
     */
    public record Bucket(int[] rows, int radius, int buckets) {}

    public HashTable(CodeTable codes) {
        throw new UnsupportedOperationException("stub");
    }

    /**
     * Rows whose code differs from the query's in at most {@code radius} bits; where there is none, the radius grows
     * until there is one (or the table holds nothing but the excluded row).
     */
    public Bucket lookUp(BinaryCode query, int radius, int excludedRow) {
        throw new UnsupportedOperationException("stub");
    }
}
