package org.hashscape.retrieval.evaluation;

import java.util.Random;

/** Random numbers that a seed fixes on every Java version: {@link Random}, whose sequences its specification lays down. */
final class SeededRandom {

    private SeededRandom() {}

    /** Scrambles the seed first (the finaliser of splitmix64): {@link Random} starts almost alike for seeds 1, 2, 3. */
    static Random of(long seed) {
        long mixed = seed + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return new Random(mixed ^ (mixed >>> 31));
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
