package org.hashscape.retrieval.hamming;

/**
 * Counts how many codes lie at each distance. Four counts take turns: codes of one distance often follow each other, and
 * adding to a number that was only just written waits for that write.
 */
final class DistanceCounts implements CodeStore.Run {

    private static final int TURNS = 4;

    private final long[] query;
    private final int[][] counts;

    DistanceCounts(long[] query) {
        this.query = query;
        this.counts = new int[TURNS][64 * query.length + 1];
    }

    @Override
    public void accept(long[] words, int at, int position, int count) {
        int[] first = counts[0];
        int[] second = counts[1];
        int[] third = counts[2];
        int[] fourth = counts[3];
        int step = query.length;
        int from = at;
        int i = 0;
        for (; i < count - 3; i += TURNS, from += TURNS * step) {
            first[distance(query, words, from)]++;
            second[distance(query, words, from + step)]++;
            third[distance(query, words, from + 2 * step)]++;
            fourth[distance(query, words, from + 3 * step)]++;
        }
        for (; i < count; i++, from += step) {
            first[distance(query, words, from)]++;
        }
    }

    /** Bits in which a query differs from the code that begins at a word. */
    static int distance(long[] query, long[] words, int from) {
        int distance = 0;
        for (int word = 0; word < query.length; word++) {
            distance += Long.bitCount(words[from + word] ^ query[word]);
        }
        return distance;
    }

    void addTo(int[] histogram) {
        for (int[] each : counts) {
            for (int distance = 0; distance < each.length; distance++) {
                histogram[distance] += each[distance];
            }
        }
    }
}
