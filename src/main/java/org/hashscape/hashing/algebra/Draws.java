package org.hashscape.hashing.algebra;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * Seeded random draws. {@link Random} is used because its sequences are laid down in its specification, so that a seed
 * means the same on every Java version.
 */
public final class Draws {

    private Draws() {}

    /**
     * The generator of a seed. The seed is scrambled first (the finaliser of splitmix64): {@link Random} alone starts
     * almost alike for the seeds 1, 2, 3 that people choose.
     */
    public static Random of(long seed) {
        long mixed = seed + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return new Random(mixed ^ (mixed >>> 31));
    }

    /** {@code count} different numbers from {@code 0..n-1} in random order; memory grows with the count only. */
    public static int[] distinct(int n, int count, Random random) {
        if (count < 0 || count > n) {
            throw new IllegalArgumentException("Cannot draw " + count + " different numbers out of " + n);
        }
        // Fisher-Yates that stores only the places it has moved.
        Map<Integer, Integer> moved = new HashMap<>();
        int[] drawn = new int[count];
        for (int i = 0; i < count; i++) {
            int from = i + random.nextInt(n - i);
            drawn[i] = moved.getOrDefault(from, from);
            moved.put(from, moved.getOrDefault(i, i));
        }
        return drawn;
    }
}
