package org.hashscape.retrieval.hamming;

/**
 * A few codes turned into planes of 32 bits, so that one query after the other is compared with sixteen codes at a time:
 * {@code Integer.bitCount} over whole arrays becomes vector instructions (VPOPCNTD) where the processor has them. Worth
 * its turning for several queries only. Once loaded it is safe for several readers at once.
 *
 * <p>The loops are as plain as they are on purpose: C2 of Java 17 vectorises them only where every array is indexed by
 * the same variable and each loop holds one popcount.
 */
final class PlaneBlock {

    private final int wordsPerCode;
    private final int[][] planes;
    private int size;

    /** @param capacity the most codes it takes */
    PlaneBlock(int wordsPerCode, int capacity) {
        this.wordsPerCode = wordsPerCode;
        this.planes = new int[2 * wordsPerCode][capacity];
    }

    int size() {
        return size;
    }

    int capacity() {
        return planes[0].length;
    }

    int planes() {
        return planes.length;
    }

    /** Takes codes of a store in place of what it held. @param count at most the capacity */
    void load(CodeStore store, int from, int count) {
        store.read(from, from + count, (words, at, position, run) -> {
            for (int word = 0; word < wordsPerCode; word++) {
                split(words, at + word, run, planes[2 * word], planes[2 * word + 1], position - from);
            }
        });
        size = count;
    }

    private void split(long[] words, int at, int count, int[] low, int[] high, int start) {
        for (int i = 0; i < count; i++) {
            long value = words[at + i * wordsPerCode];
            low[start + i] = (int) value;
            high[start + i] = (int) (value >>> 32);
        }
    }

    /**
     * Distance of every code of the block to a query.
     *
     * @param words hold the query from index {@code at}
     * @param distances takes the answer, at least {@link #size} of it
     */
    void distancesTo(long[] words, int at, int[] distances) {
        first(planes[0], (int) words[at], distances, size);
        next(planes[1], (int) (words[at] >>> 32), distances, size);
        for (int word = 1; word < wordsPerCode; word++) {
            next(planes[2 * word], (int) words[at + word], distances, size);
            next(planes[2 * word + 1], (int) (words[at + word] >>> 32), distances, size);
        }
    }

    /** Whether any value of a range lies below the limit (values and limit within 0..2^30). */
    static boolean anyBelow(int[] values, int limit, int from, int to) {
        int signs = 0;
        for (int i = from; i < to; i++) {
            signs |= values[i] - limit;
        }
        return signs < 0;
    }

    /**
     * {@code least[i] = min(least[i], 65536 * distance + mark)}, without Math.min, which C2 of Java 17 does not vectorise
     * here. All of it must lie within 0..2^31 - 1.
     */
    static void keepLeast(int[] distances, int mark, int[] least, int count) {
        for (int i = 0; i < count; i++) {
            int less = (distances[i] << 16) + mark - least[i];
            least[i] += less & less >> 31;
        }
    }

    private static void first(int[] plane, int query, int[] distances, int count) {
        for (int i = 0; i < count; i++) {
            distances[i] = Integer.bitCount(plane[i] ^ query);
        }
    }

    private static void next(int[] plane, int query, int[] distances, int count) {
        for (int i = 0; i < count; i++) {
            distances[i] += Integer.bitCount(plane[i] ^ query);
        }
    }
}
