package org.hashscape.hashing.deep;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * Draws batches for pairs: the same number of rows of each class, walking through every class in an order that is
 * shuffled anew each time it ends.
 */
final class PairBatches {

    private static final int ROWS = 126;
    private static final int LEAST_PER_CLASS = 6;
    private static final int MOST_CLASSES = ROWS / LEAST_PER_CLASS;

    private final LabelledRows labelled;
    private final List<int[]> classes;
    private final int[] next;
    private final int[] order;
    private final int perClass;
    private final int classesPerBatch;
    private final Random random;

    /** @param heldOut rows that are not drawn */
    PairBatches(LabelledRows labelled, BitSet heldOut, Random random) {
        this.labelled = labelled;
        this.random = random;
        this.classes = labelled.pairable().stream()
                .map(rows ->
                        Arrays.stream(rows).filter(row -> !heldOut.get(row)).toArray())
                .toList();
        this.next = new int[classes.size()];
        this.order = new int[classes.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            shuffle(classes.get(i));
        }
        this.classesPerBatch = Math.min(MOST_CLASSES, classes.size());
        this.perClass = ROWS / classesPerBatch;
    }

    /** Rows in every batch. */
    int size() {
        return classesPerBatch * perClass;
    }

    int[] draw() {
        if (classesPerBatch < order.length) {
            shuffle(order);
        }
        int[] rows = new int[size()];
        for (int i = 0, at = 0; i < classesPerBatch; i++) {
            for (int k = 0; k < perClass; k++) {
                rows[at++] = nextOf(order[i]);
            }
        }
        return rows;
    }

    private int nextOf(int number) {
        int[] rows = classes.get(number);
        if (next[number] == rows.length) {
            shuffle(rows);
            next[number] = 0;
        }
        return rows[next[number]++];
    }

    private void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = values[i];
            values[i] = values[other];
            values[other] = kept;
        }
    }

    /**
     * Weights of the pairs of a batch, row by row: of like pairs by their overlap, of unlike pairs by what is missing
     * to it; each sums to 1 (or is 0 where there is none). A row with itself is no pair.
     */
    void weigh(int[] rows, float[] like, float[] unlike) {
        int n = rows.length;
        double likes = 0;
        double unlikes = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                boolean pair = rows[i] != rows[j];
                float overlap = pair ? labelled.overlap(rows[i], rows[j]) : 0;
                like[i * n + j] = overlap;
                unlike[i * n + j] = pair ? 1 - overlap : 0;
                likes += like[i * n + j];
                unlikes += unlike[i * n + j];
            }
        }
        for (int i = 0; i < n * n; i++) {
            like[i] = likes > 0 ? (float) (like[i] / likes) : 0;
            unlike[i] = unlikes > 0 ? (float) (unlike[i] / unlikes) : 0;
        }
    }
}
