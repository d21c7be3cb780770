package org.hashscape.retrieval.evaluation;

/**
 * The order in which results at the same distance are scored: random, drawn anew for every query from a seed, the same
 * for every method.
 *
 * <p>Not by row, as in the answers that a user sees: archives are imported folder by folder, so rows of one class lie
 * together, and with few bits most of a short answer is one block of ties. What a method cannot tell apart is left to
 * chance, so that a score is what it is worth on average over all orders (McSherry and Najork, ECIR 2008, compute that
 * average for metrics that have a formula for it; the lenient average precision has none).
 */
final class TieBreaker {

    private final long seed;

    TieBreaker(long seed) {
        this.seed = seed;
    }

    /** The numbers 0..count-1 in the order in which they win ties for one query (Fisher-Yates). */
    int[] order(int query, int count) {
        int[] order = new int[count];
        long state = SeededRandom.mixed(SeededRandom.mixed(seed) + query);
        for (int i = 0; i < count; i++) {
            state += SeededRandom.GOLDEN;
            int place = (int) ((SeededRandom.finalised(state) >>> 32) * (i + 1) >>> 32);
            order[i] = order[place];
            order[place] = i;
        }
        return order;
    }
}
