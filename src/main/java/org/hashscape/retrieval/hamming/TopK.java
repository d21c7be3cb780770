package org.hashscape.retrieval.hamming;

import java.util.Arrays;
import java.util.BitSet;
import org.hashscape.retrieval.Neighbours;
import org.hashscape.retrieval.RowSet;

/**
 * Keeps the k smallest of (distance, row), whatever order they come in. It counts what it has at each distance, and so
 * knows the distance beyond which nothing is wanted. Of candidates only positions are kept: to ask for the row of each as
 * it comes would cost a cache miss each, so rows are asked for at the end, or when there is no room left, and only then are
 * ties decided.
 */
final class TopK {

    private static final int LEAST_ROOM = 256;
    private static final int MOST_ROOM_AT_FIRST = 1 << 16;

    private int asked;
    private int k;
    private int excludedRow;
    private BitSet removed;
    private RowSet among;
    private boolean someUnwanted;
    private final int[] counts;
    /** Distance above row (the first {@link #resolved} of them) or position. */
    private long[] kept;

    private int size;
    private int resolved;
    /** How many kept ones lie below the reach. */
    private int closer;
    /** At least k are kept at this distance or closer, and fewer than k closer; one too large before there are k. */
    private int reach;

    private int reachAtFirst;
    /** Of this distance no row beyond {@link #cutRow} is wanted. */
    private int cutDistance = -1;

    private int cutRow;
    private RowNumbers numbers = RowNumbers.SAME;
    private boolean tiesLose;
    private int limit;

    /**
     * @param k at least 1
     * @param excludedRow never kept; -1 for none
     * @param removed rows never kept; must not change meanwhile
     * @param among the only rows kept
     * @param wordsPerCode bounds the distances
     */
    TopK(int k, int excludedRow, BitSet removed, RowSet among, int wordsPerCode) {
        this.counts = new int[64 * wordsPerCode + 2];
        this.kept = new long[(int) Math.max(LEAST_ROOM, Math.min(4L * k, MOST_ROOM_AT_FIRST))];
        this.removed = removed;
        this.among = among;
        reset(k, excludedRow, removed, among);
    }

    /** Makes it as new, for another query of codes as long. */
    void reset(int k, int excludedRow, BitSet removed, RowSet among) {
        this.asked = k;
        // The excluded row is taken out at the end, so that rows need not be asked for before.
        this.k = excludedRow >= 0 && k < Integer.MAX_VALUE ? k + 1 : k;
        this.excludedRow = excludedRow;
        this.removed = removed;
        this.among = among;
        this.someUnwanted = !removed.isEmpty() || !among.isAll();
        this.numbers = RowNumbers.SAME;
        this.tiesLose = false;
        restart(Integer.MAX_VALUE);
    }

    /** Bytes it holds on to. */
    int room() {
        return kept.length * Long.BYTES;
    }

    /**
     * Says what is offered from now on.
     *
     * @param from whose positions they are
     * @param laterRows whether every row to come is larger than all before it: then each loses its ties
     */
    void reading(RowNumbers from, boolean laterRows) {
        resolve();
        numbers = from;
        tiesLose = laterRows;
        updateLimit();
    }

    /**
     * Starts anew with the guess that the k-th best is at most so far away: what is farther is not looked at. Where
     * {@link #isFull} in the end, the guess was right; else start anew without one, {@code Integer.MAX_VALUE}.
     */
    void restart(int guess) {
        Arrays.fill(counts, 0);
        size = 0;
        resolved = 0;
        closer = 0;
        cutDistance = -1;
        reachAtFirst = Math.min(counts.length - 1, Math.min(guess, counts.length) + 1);
        reach = reachAtFirst;
        updateLimit();
    }

    int k() {
        return k;
    }

    /** The largest distance that may still be wanted, ties included. */
    int reach() {
        return reach;
    }

    /** Whether k codes have been found. */
    boolean isFull() {
        return reach < reachAtFirst;
    }

    /** Distances below it are wanted. */
    int limit() {
        return limit;
    }

    /** Distances below it are wanted where no offered row is smaller than {@code row}. */
    int limitFrom(int row) {
        return reach == cutDistance && row > cutRow ? reach : limit;
    }

    /** Takes the code at a position into account; returns {@link #limit} from now on. */
    int offer(int position, int distance) {
        if (distance >= limit
                || (someUnwanted && !isWanted(numbers.row(position)))
                || (distance == cutDistance && numbers.row(position) > cutRow)) {
            return limit;
        }
        if (size == kept.length) {
            makeRoom();
        }
        kept[size++] = (long) distance << 32 | position;
        counts[distance]++;
        if (distance < reach && ++closer >= k) {
            while (reach > 0 && closer >= k) {
                closer -= counts[--reach];
            }
            updateLimit();
        }
        return limit;
    }

    private boolean isWanted(int row) {
        return among.contains(row) && !removed.get(row);
    }

    private void updateLimit() {
        limit = isFull() && !tiesLose ? reach + 1 : reach;
    }

    /** Decides ties among what is kept, and throws out what lost; makes the room larger where that is not enough. */
    private void makeRoom() {
        resolve();
        Arrays.sort(kept, 0, size);
        if (size > k) {
            size = k;
            resolved = k;
            cutDistance = reach;
            cutRow = (int) kept[k - 1];
            counts[reach] = k - closer;
        }
        if (size > kept.length / 2) {
            kept = Arrays.copyOf(kept, (int) Math.min(Integer.MAX_VALUE - 16L, 2L * kept.length));
        }
    }

    /** Throws out what is too far, and asks for the rows of the rest. */
    private void resolve() {
        int left = 0;
        for (int i = 0; i < size; i++) {
            long entry = kept[i];
            if ((int) (entry >>> 32) <= reach) {
                kept[left++] = i < resolved ? entry : entry & -1L << 32 | numbers.row((int) entry);
            }
        }
        size = left;
        resolved = left;
    }

    Neighbours neighbours(int candidates) {
        resolve();
        Arrays.sort(kept, 0, size);
        int[] rows = new int[Math.min(asked, size)];
        double[] distances = new double[rows.length];
        int at = 0;
        for (int i = 0; i < size && at < rows.length; i++) {
            if ((int) kept[i] != excludedRow) {
                rows[at] = (int) kept[i];
                distances[at++] = (int) (kept[i] >>> 32);
            }
        }
        return at == rows.length
                ? new Neighbours(rows, distances, Math.max(at, candidates))
                : new Neighbours(Arrays.copyOf(rows, at), Arrays.copyOf(distances, at), Math.max(at, candidates));
    }
}
