package org.hashscape.retrieval.hamming;

import java.util.Arrays;
import java.util.BitSet;
import org.hashscape.retrieval.RowSet;

/**
 * How far away the k-th best of a query will be, guessed before anything is compared from how far the nearest centre is:
 * a query in the middle of a cluster has closer neighbours than one at its edge. With a guess as the first reach, far
 * cells are not looked at and few codes are offered. A guess that proves too small costs a second search, one that is too
 * large some comparisons; neither costs exactness. Learned from codes of the index itself. Immutable.
 */
final class ReachGuesses {

    /** For the k up to each of these. */
    private static final int[] GUESSED_K = {21, 101};

    private static final int UNKNOWN = Integer.MAX_VALUE;
    private static final int QUERIES = 1500;
    /** Learning stops after so many comparisons for each code of the index: it must not cost more than the index. */
    private static final double MOST_SCANS = 6;
    /** Nine of ten guesses are to be large enough. */
    private static final double SURE = 0.9;

    private static final int LEAST_SAMPLES = 12;

    /** Nothing is guessed. */
    static final ReachGuesses NONE = new ReachGuesses(new int[0]);

    /** For each k the guesses for each distance 0 .. bits of the nearest centre. */
    private final int[] reaches;

    /** @param reaches kept, not copied */
    ReachGuesses(int[] reaches) {
        this.reaches = reaches;
    }

    /** Whether so many numbers can be the guesses for codes of so many bits. */
    static boolean fits(int count, int bits) {
        return count == 0 || count == GUESSED_K.length * (bits + 1);
    }

    int[] toArray() {
        return reaches.clone();
    }

    /** The guess; {@code Integer.MAX_VALUE} where there is none. */
    int reach(int k, int nearestCentre) {
        int perK = reaches.length / GUESSED_K.length;
        for (int i = 0; i < GUESSED_K.length && nearestCentre < perK; i++) {
            if (k <= GUESSED_K[i]) {
                return reaches[i * perK + nearestCentre];
            }
        }
        return UNKNOWN;
    }

    /** Asks an index about codes of its own. */
    static ReachGuesses learn(BallIndex index) {
        int bits = index.store().bits();
        int[] reaches = new int[GUESSED_K.length * (bits + 1)];
        for (int i = 0; i < GUESSED_K.length; i++) {
            fill(reaches, i * (bits + 1), bits, samples(index, GUESSED_K[i]));
        }
        return new ReachGuesses(reaches);
    }

    /** Ascending numbers 65536 nearest centre + reach. */
    private static int[] samples(BallIndex index, int k) {
        CodeStore store = index.store();
        int queries = Math.min(store.size(), QUERIES);
        int[] samples = new int[queries];
        int size = 0;
        double left = MOST_SCANS * store.size();
        for (int asked = 0; asked < queries && left > 0; asked++) {
            long[] query = new long[store.wordsPerCode()];
            // Steps of a large prime visit cells in any order, so that stopping early leaves no cell out on purpose.
            store.copy((int) (asked * 1_000_000_007L % store.size()), query, 0);
            TopK top = new TopK(k, -1, new BitSet(), RowSet.all(), query.length);
            int compared = index.search(query, top, ScanKernel.LOOP, store.size() / 4, false);
            left -= compared < 0 ? store.size() / 16.0 : compared;
            if (compared >= 0 && top.isFull()) {
                samples[size++] = index.nearestCentre(query) << 16 | top.reach();
            }
        }
        int[] found = Arrays.copyOf(samples, size);
        Arrays.sort(found);
        return found;
    }

    /** For each distance the reach that most of the samples nearest to it stay within. */
    private static void fill(int[] reaches, int at, int bits, int[] samples) {
        if (samples.length < LEAST_SAMPLES) {
            Arrays.fill(reaches, at, at + bits + 1, UNKNOWN);
            return;
        }
        for (int distance = 0; distance <= bits; distance++) {
            int from = firstFrom(samples, distance << 16);
            int to = firstFrom(samples, distance + 1 << 16);
            while (to - from < LEAST_SAMPLES) {
                from = Math.max(0, from - 1);
                to = Math.min(samples.length, to + 1);
            }
            int[] near = new int[to - from];
            for (int i = 0; i < near.length; i++) {
                near[i] = samples[from + i] & 0xffff;
            }
            Arrays.sort(near);
            reaches[at + distance] = near[(int) (SURE * (near.length - 1))];
        }
    }

    private static int firstFrom(int[] sorted, int key) {
        int found = Arrays.binarySearch(sorted, key);
        while (found > 0 && sorted[found - 1] == key) {
            found--;
        }
        return found >= 0 ? found : -found - 1;
    }
}
