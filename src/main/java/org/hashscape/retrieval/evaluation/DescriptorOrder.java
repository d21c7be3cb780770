package org.hashscape.retrieval.evaluation;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.DescriptorRows;
import org.hashscape.retrieval.DescriptorDistance;
import org.hashscape.retrieval.ExhaustiveSearch;

/**
 * Ranks every searched row by a distance that is no whole number, as that of descriptors. Sorts one long per row: the distance's upper bits above the
 * row's place among ties, so distances that differ by less than one part in 2^52 divided by the rows count as equal.
 */
final class DescriptorOrder implements QueryRanking {

    private final IntFunction<double[]> distances;
    private final int[] archiveRows;
    private final TieBreaker ties;

    /** @param descriptors of every row of the data set */
    DescriptorOrder(DescriptorRows descriptors, DescriptorDistance distance, int[] archiveRows, TieBreaker ties) {
        this(of(descriptors, distance, archiveRows), archiveRows, ties);
    }

    /** @param distances of a query row of the data set to each of the searched rows; none is below 0 */
    DescriptorOrder(IntFunction<double[]> distances, int[] archiveRows, TieBreaker ties) {
        this.distances = distances;
        this.archiveRows = archiveRows;
        this.ties = ties;
    }

    private static IntFunction<double[]> of(
            DescriptorRows descriptors, DescriptorDistance distance, int[] archiveRows) {
        if (descriptors instanceof DescriptorMatrix matrix) {
            ExhaustiveSearch search = new ExhaustiveSearch(matrix.select(archiveRows), distance);
            return row -> search.distances(matrix.row(row));
        }
        ExhaustiveSearch search = new ExhaustiveSearch(descriptors, distance);
        return row -> {
            double[] all = search.distances(descriptors.row(row));
            return Arrays.stream(archiveRows).mapToDouble(at -> all[at]).toArray();
        };
    }

    @Override
    public int[] rank(int queryRow) {
        double[] apart = distances.apply(queryRow);
        int[] order = ties.order(queryRow, apart.length);
        int placeBits = 32 - Integer.numberOfLeadingZeros(Math.max(1, apart.length));
        long placeMask = (1L << placeBits) - 1;
        long[] keys = new long[apart.length];
        int size = 0;
        for (int turn = 0; turn < order.length; turn++) {
            if (archiveRows[order[turn]] != queryRow) {
                long bits = Double.doubleToLongBits(Math.max(0, apart[order[turn]]));
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
