package org.hashscape.retrieval.evaluation;

import java.util.Random;

/** Random numbers that a seed fixes on every Java version: {@link Random}, whose sequences its specification lays down. */
final class SeededRandom {

    /** The step of splitmix64: 2^64 divided by the golden ratio, odd. */
    static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private SeededRandom() {}

    /** Scrambles the seed first (the finaliser of splitmix64): {@link Random} starts almost alike for seeds 1, 2, 3. */
    static Random of(long seed) {
        return new Random(mixed(seed));
    }

    /** A number that has nothing in common with that of the next seed. */
    static long mixed(long seed) {
        return finalised(seed + GOLDEN);
    }

    /** The finaliser of splitmix64: every bit of the result depends on every bit of the argument. */
    static long finalised(long state) {
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Puts the numbers in random order (Fisher-Yates). */
    static void shuffle(int[] numbers, Random random) {
        for (int i = numbers.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = numbers[i];
            numbers[i] = numbers[other];
            numbers[other] = kept;
        }
    }
}
