package org.hashscape.retrieval.evaluation;

import org.hashscape.retrieval.CodeTable;

/**
 * Ranks every searched row by Hamming distance: a counting sort over the distances 0..b, fed in the order in which rows
 * win ties. Time and memory of a query grow with the rows, and with nothing else.
 */
final class HammingOrder implements QueryRanking {

    private final CodeTable codes;
    private final int[] archiveRows;
    private final CodeTable searched;
    private final TieBreaker ties;

    /** @param codes of every row of the data set */
    HammingOrder(CodeTable codes, int[] archiveRows, TieBreaker ties) {
        this.codes = codes;
        this.archiveRows = archiveRows;
        this.searched = codes.select(archiveRows);
        this.ties = ties;
    }

    @Override
    public int[] rank(int queryRow) {
        short[] distances = distances(queryRow);
        int[] starts = new int[codes.bits() + 2];
        boolean inArchive = false;
        for (int place = 0; place < distances.length; place++) {
            if (archiveRows[place] == queryRow) {
                inArchive = true;
            } else {
                starts[distances[place] + 1]++;
            }
        }
        for (int distance = 0; distance < codes.bits(); distance++) {
            starts[distance + 1] += starts[distance];
        }
        int[] ranked = new int[distances.length - (inArchive ? 1 : 0)];
        for (int place : ties.order(queryRow, distances.length)) {
            if (archiveRows[place] != queryRow) {
                ranked[starts[distances[place]]++] = archiveRows[place];
            }
        }
        return ranked;
    }

    private short[] distances(int queryRow) {
        int length = codes.wordsPerCode();
        long[] all = codes.words();
        long[] words = searched.words();
        short[] distances = new short[searched.rows()];
        for (int place = 0, at = 0; place < distances.length; place++) {
            int distance = 0;
            for (int word = 0; word < length; word++) {
                distance += Long.bitCount(words[at++] ^ all[queryRow * length + word]);
            }
            distances[place] = (short) distance;
        }
        return distances;
    }
}
