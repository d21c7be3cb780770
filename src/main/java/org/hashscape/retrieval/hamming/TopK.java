package org.hashscape.retrieval.hamming;

import java.util.Arrays;
import java.util.BitSet;
import org.hashscape.retrieval.Neighbours;

/**
 * Keeps the k smallest of (distance, row), whatever order they come in: a binary heap with the largest kept pair on top.
 * A pair is one long, the distance above the row, so that one comparison is the tie rule.
 */
final class TopK {

    private final int k;
    private final int excludedRow;
    private final BitSet removed;
    private long[] heap;
    private int size;
    private RowNumbers numbers = RowNumbers.SAME;
    private boolean tiesLose;
    private int limit;

    /**
     * @param k at least 1
     * @param excludedRow never kept; -1 for none
     * @param removed rows never kept
     */
    TopK(int k, int excludedRow, BitSet removed) {
        this.k = k;
        this.excludedRow = excludedRow;
        this.removed = removed;
        this.heap = new long[Math.min(k, 1024)];
        this.limit = Integer.MAX_VALUE;
    }

    /**
     * Says what is offered from now on.
     *
     * @param from whose positions they are
     * @param laterRows whether every row to come is larger than all before it: then each loses its ties
     */
    void reading(RowNumbers from, boolean laterRows) {
        numbers = from;
        tiesLose = laterRows;
        updateLimit();
    }

    /** The largest distance that may still be wanted, ties included. */
    int reach() {
        return size < k ? Integer.MAX_VALUE - 1 : (int) (heap[0] >>> 32);
    }

    /** Distances below it are wanted. */
    int limit() {
        return limit;
    }

    /** Distances below it are wanted where no offered row is smaller than {@code row}. */
    int limitFrom(int row) {
        return size == k && row > (int) heap[0] ? (int) (heap[0] >>> 32) : limit;
    }

    boolean isFull() {
        return size == k;
    }

    /** Takes the code at a position into account; returns {@link #limit} from now on. */
    int offer(int position, int distance) {
        int row = numbers.row(position);
        long key = (long) distance << 32 | row;
        if ((size == k && key >= heap[0]) || row == excludedRow || removed.get(row)) {
            return limit;
        }
        if (size < k) {
            rise(key);
        } else {
            sink(key);
        }
        updateLimit();
        return limit;
    }

    private void updateLimit() {
        limit = size == k && tiesLose ? reach() : reach() + 1;
    }

    private void rise(long key) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, (int) Math.min(k, 2L * size));
        }
        int at = size++;
        while (at > 0 && heap[(at - 1) >>> 1] < key) {
            heap[at] = heap[(at - 1) >>> 1];
            at = (at - 1) >>> 1;
        }
        heap[at] = key;
    }

    /** Replaces the largest. */
    private void sink(long key) {
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && heap[child + 1] > heap[child]) {
                child++;
            }
            if (heap[child] <= key) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = key;
    }

    Neighbours neighbours(int candidates) {
        long[] keys = Arrays.copyOf(heap, size);
        Arrays.sort(keys);
        int[] rows = new int[size];
        double[] distances = new double[size];
        for (int i = 0; i < size; i++) {
            rows[i] = (int) keys[i];
            distances[i] = (int) (keys[i] >>> 32);
        }
        return new Neighbours(rows, distances, candidates);
    }
}
