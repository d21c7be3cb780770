package org.hashscape.retrieval;

import java.util.Arrays;
import org.hashscape.model.BinaryCode;

/**
 * Exact top-k by Hamming distance over every code; ties by row. Reads the codes once, front to back; memory per search
 * grows with k, not with the archive. Immutable; safe to call from several threads at once.
 */
public final class HammingScan {

    /** A row picked out of the table costs as much as so many that are read one after the other. */
    static final int PICKED_COST = 4;

    private final CodeTable codes;

    public HammingScan(CodeTable codes) {
        this.codes = codes;
    }

    /**
     * The closest rows.
     *
     * @param k how many, at least 1; fewer come back where there are fewer rows
     * @param excludedRow a row that must not be in the answer (the query itself), or -1
     */
    public Neighbours search(BinaryCode query, int k, int excludedRow) {
        return search(query, k, RowSet.all(), excludedRow);
    }

    /**
     * The closest of some rows.
     *
     * @param k how many, at least 1; fewer come back where there are fewer rows
     * @param among the only rows that may be in the answer
     * @param excludedRow one more row that must not be in the answer (the query itself), or -1
     */
    public Neighbours search(BinaryCode query, int k, RowSet among, int excludedRow) {
        requireBits(codes, query);
        int candidates = among.countBelow(codes.rows(), excludedRow);
        CountingTopK top = new CountingTopK(Math.min(requirePositive(k), candidates), codes.bits());
        if (!among.isAll()) {
            scanSome(query.words(), among, excludedRow, top);
            return top.take(candidates);
        }
        long[] words = codes.words();
        switch (codes.wordsPerCode()) {
            case 1 -> scanOne(words, query.words()[0], excludedRow, top);
            case 2 -> scanTwo(words, query.words(), excludedRow, top);
            default -> scanMany(words, query.words(), excludedRow, top);
        }
        return top.take(candidates);
    }

    /** How many rows lie at each distance 0..bits. */
    public int[] distanceHistogram(BinaryCode query, int excludedRow) {
        return distanceHistogram(query, RowSet.all(), excludedRow);
    }

    /** How many of some rows lie at each distance 0..bits. */
    public int[] distanceHistogram(BinaryCode query, RowSet among, int excludedRow) {
        requireBits(codes, query);
        int[] histogram = new int[codes.bits() + 1];
        long[] words = codes.words();
        long[] wanted = query.words();
        int rows = codes.rows();
        for (int row = among.next(0, rows); row < rows; row = among.next(row + 1, rows)) {
            histogram[distance(words, row * wanted.length, wanted)]++;
        }
        if (excludedRow >= 0 && excludedRow < rows && among.contains(excludedRow)) {
            histogram[distance(words, excludedRow * wanted.length, wanted)]--;
        }
        return histogram;
    }

    /** Reads what lies between where that is quicker than to step from row to row. */
    private void scanSome(long[] wanted, RowSet among, int excludedRow, CountingTopK top) {
        long[] words = codes.words();
        int rows = codes.rows();
        boolean many = (long) PICKED_COST * among.countBelow(rows) > rows;
        int threshold = top.threshold();
        for (int row = many ? 0 : among.next(0, rows); row < rows; row = many ? row + 1 : among.next(row + 1, rows)) {
            int distance = distance(words, row * wanted.length, wanted);
            if (distance < threshold && row != excludedRow && (!many || among.contains(row))) {
                threshold = top.add(row, distance);
            }
        }
    }

    private void scanOne(long[] words, long wanted, int excludedRow, CountingTopK top) {
        int threshold = top.threshold();
        for (int row = 0; row < words.length; row++) {
            int distance = Long.bitCount(words[row] ^ wanted);
            if (distance < threshold && row != excludedRow) {
                threshold = top.add(row, distance);
            }
        }
    }

    private void scanTwo(long[] words, long[] wanted, int excludedRow, CountingTopK top) {
        long first = wanted[0];
        long second = wanted[1];
        int threshold = top.threshold();
        for (int row = 0; row < words.length >> 1; row++) {
            int distance = Long.bitCount(words[2 * row] ^ first) + Long.bitCount(words[2 * row + 1] ^ second);
            if (distance < threshold && row != excludedRow) {
                threshold = top.add(row, distance);
            }
        }
    }

    private void scanMany(long[] words, long[] wanted, int excludedRow, CountingTopK top) {
        int threshold = top.threshold();
        for (int row = 0, at = 0; at < words.length; row++, at += wanted.length) {
            int distance = distance(words, at, wanted);
            if (distance < threshold && row != excludedRow) {
                threshold = top.add(row, distance);
            }
        }
    }

    static int distance(long[] words, int from, long[] wanted) {
        int distance = 0;
        for (int word = 0; word < wanted.length; word++) {
            distance += Long.bitCount(words[from + word] ^ wanted[word]);
        }
        return distance;
    }

    static void requireBits(CodeTable codes, BinaryCode query) {
        if (query.bits() != codes.bits()) {
            throw new IllegalArgumentException(
                    "A query of " + query.bits() + " bits cannot be compared with codes of " + codes.bits() + " bits");
        }
    }

    static int requirePositive(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("At least 1 result must be asked for, not " + k);
        }
        return k;
    }

    /**
     * Keeps the k smallest of distances 0..bits that arrive in row order. It counts what it has at each distance; once
     * k rows lie below a distance, that distance is no longer wanted (a later row at the same distance loses the tie).
     * Fewer than 2 k rows are ever worth keeping; the rest is thrown out whenever the buffer is full.
     */
    private static final class CountingTopK {

        private final int k;
        private final int[] counts;
        private int[] rows;
        private short[] distances;
        private int size;
        /** The kept rows below the threshold. */
        private int wanted;
        /** Only distances smaller than this are wanted. */
        private int threshold;

        CountingTopK(int k, int bits) {
            this.k = k;
            this.counts = new int[bits + 1];
            this.rows = new int[Math.max(16, (int) Math.min(4L * k, 1 << 16))];
            this.distances = new short[rows.length];
            this.threshold = k == 0 ? 0 : bits + 1;
        }

        int threshold() {
            return threshold;
        }

        /** Takes a row whose distance is below the threshold, and returns the threshold from now on. */
        int add(int row, int distance) {
            if (size == rows.length) {
                makeRoom();
            }
            rows[size] = row;
            distances[size++] = (short) distance;
            counts[distance]++;
            wanted++;
            if (wanted >= k) {
                lowerThreshold();
            }
            return threshold;
        }

        /** After this fewer than k rows lie below the threshold, and at least k at or below it. */
        private void lowerThreshold() {
            while (threshold > 0 && wanted >= k) {
                threshold--;
                wanted -= counts[threshold];
            }
        }

        private void makeRoom() {
            int kept = 0;
            int ties = 0;
            for (int i = 0; i < size; i++) {
                boolean tie = distances[i] == threshold && ties++ < k - wanted;
                if (distances[i] < threshold || tie) {
                    rows[kept] = rows[i];
                    distances[kept++] = distances[i];
                }
            }
            size = kept;
            if (kept > rows.length / 2) {
                int larger = (int) Math.min(Integer.MAX_VALUE - 16L, 2L * rows.length);
                rows = Arrays.copyOf(rows, larger);
                distances = Arrays.copyOf(distances, larger);
            }
        }

        /** Counting sort: by distance, and in order of arrival (that is, by row) among equals. */
        Neighbours take(int candidates) {
            int[] starts = new int[counts.length + 1];
            for (int i = 0; i < size; i++) {
                starts[distances[i] + 1]++;
            }
            for (int distance = 0; distance < counts.length; distance++) {
                starts[distance + 1] += starts[distance];
            }
            int[] sortedRows = new int[k];
            double[] sortedDistances = new double[k];
            for (int i = 0; i < size; i++) {
                int place = starts[distances[i]]++;
                if (place < k) {
                    sortedRows[place] = rows[i];
                    sortedDistances[place] = distances[i];
                }
            }
            return new Neighbours(sortedRows, sortedDistances, candidates);
        }
    }
}
