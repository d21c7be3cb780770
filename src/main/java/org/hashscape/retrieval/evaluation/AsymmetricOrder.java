package org.hashscape.retrieval.evaluation;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.hashscape.retrieval.AsymmetricScan;
import org.hashscape.retrieval.CodeTable;

/** Ranks every searched row by the asymmetric distance of its code to a query that keeps its real values. */
final class AsymmetricOrder implements QueryRanking {

    private final int[] archiveRows;
    private final AsymmetricScan scan;
    private final IntFunction<float[]> realCode;
    private final TieBreaker ties;

    /**
     * @param codes of every row of the data set
     * @param realCode real values of a row of the data set
     */
    AsymmetricOrder(CodeTable codes, IntFunction<float[]> realCode, int[] archiveRows, TieBreaker ties) {
        this.archiveRows = archiveRows;
        this.scan = new AsymmetricScan(codes.select(archiveRows));
        this.realCode = realCode;
        this.ties = ties;
    }

    @Override
    public int[] rank(int queryRow) {
        int[] distances = scan.distances(realCode.apply(queryRow));
        int[] order = ties.order(queryRow, distances.length);
        long[] keys = new long[distances.length];
        int size = 0;
        for (int turn = 0; turn < order.length; turn++) {
            if (archiveRows[order[turn]] != queryRow) {
                keys[size++] = (long) distances[order[turn]] << 32 | turn;
            }
        }
        Arrays.sort(keys, 0, size);
        return Arrays.stream(keys, 0, size)
                .mapToInt(key -> archiveRows[order[(int) key]])
                .toArray();
    }
}
