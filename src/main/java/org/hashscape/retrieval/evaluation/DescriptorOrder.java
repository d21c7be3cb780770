package org.hashscape.retrieval.evaluation;

import java.util.Arrays;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.retrieval.DescriptorDistance;
import org.hashscape.retrieval.ExhaustiveSearch;

/**
 * Ranks every searched row by the distance of descriptors. Sorts one long per row: the distance's upper bits above the
 * row's place among ties, so distances that differ by less than one part in 2^52 divided by the rows count as equal.
 */
final class DescriptorOrder implements QueryRanking {

    private final DescriptorMatrix descriptors;
    private final int[] archiveRows;
    private final ExhaustiveSearch search;
    private final TieBreaker ties;

    /** @param descriptors of every row of the data set */
    DescriptorOrder(DescriptorMatrix descriptors, DescriptorDistance distance, int[] archiveRows, TieBreaker ties) {
        this.descriptors = descriptors;
        this.archiveRows = archiveRows;
        this.search = new ExhaustiveSearch(descriptors.select(archiveRows), distance);
        this.ties = ties;
    }

    @Override
    public int[] rank(int queryRow) {
        double[] distances = search.distances(descriptors.row(queryRow));
        int[] order = ties.order(queryRow, distances.length);
        int placeBits = 32 - Integer.numberOfLeadingZeros(Math.max(1, distances.length));
        long placeMask = (1L << placeBits) - 1;
        long[] keys = new long[distances.length];
        int size = 0;
        for (int turn = 0; turn < order.length; turn++) {
            if (archiveRows[order[turn]] != queryRow) {
                long bits = Double.doubleToLongBits(Math.max(0, distances[order[turn]]));
                keys[size++] = bits & ~placeMask | turn;
            }
        }
        Arrays.sort(keys, 0, size);
        int[] ranked = new int[size];
        for (int i = 0; i < size; i++) {
            ranked[i] = archiveRows[order[(int) (keys[i] & placeMask)]];
        }
        return ranked;
    }
}
