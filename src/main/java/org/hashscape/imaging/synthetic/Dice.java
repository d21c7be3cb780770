package org.hashscape.imaging.synthetic;

import java.util.List;

/**
 * Random numbers with a sequence that is fixed by definition, on every machine and Java version: SplitMix64 (Steele, Lea,
 * Flood: "Fast splittable pseudorandom number generators", OOPSLA 2014, figure 17). Not thread-safe: one per scene.
 */
final class Dice {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** Independent dice for a numbered part of whatever the seed stands for. */
    static Dice of(long seed, long part) {
        return new Dice(scramble(seed + GOLDEN_GAMMA * (part + 1)));
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        return scramble(state);
    }

    int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    /** Uniform in [0, 1). */
    double next() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** Uniform in [low, high). */
    double between(double low, double high) {
        return low + (high - low) * next();
    }

    /** Uniform in 0..count-1. */
    int below(int count) {
        return (int) (next() * count);
    }

    boolean chance(double probability) {
        return next() < probability;
    }

    /** About normal with mean 0 and deviation 1, within -3.5..3.5: the scaled sum of four uniform numbers. */
    double bell() {
        return (next() + next() + next() + next() - 2) * 1.7320508075688772;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[below(choices.length)];
    }

    private static long scramble(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
