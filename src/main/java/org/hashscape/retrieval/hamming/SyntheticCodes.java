package org.hashscape.retrieval.hamming;

import java.util.SplittableRandom;
import org.hashscape.model.BinaryCode;
import org.hashscape.retrieval.CodeTable;

/**
 * Codes to measure searches on, and queries like them that are not among them. The same seed gives the same codes.
 *
 * <p>{@link #random} bits are the worst case for any index. {@link #clustered} codes lie around 1,000 centres, each bit
 * flipped with probability 0.1, as the codes of scenes lie around their kinds. {@link #jittered} codes are copies of given
 * ones with bits flipped: as clustered as those are.
 */
public final class SyntheticCodes {

    /** Clusters of {@link #clustered}. */
    public static final int CLUSTERS = 1000;

    /** Probability with which {@link #clustered} flips a bit of a centre. */
    public static final double FLIP = 0.1;

    private final CodeTable sources;
    private final double flip;
    private final long seed;

    private SyntheticCodes(CodeTable sources, double flip, long seed) {
        this.sources = sources;
        this.flip = flip;
        this.seed = seed;
    }

    public static SyntheticCodes random(int bits, long seed) {
        return new SyntheticCodes(new CodeTable(bits, 1, new long[BinaryCode.wordsFor(bits)]), 0.5, seed);
    }

    public static SyntheticCodes clustered(int bits, long seed) {
        CodeTable centres = random(bits, seed).table(CLUSTERS);
        return new SyntheticCodes(centres, FLIP, seed + 1);
    }

    /**
     * Codes that lie as those of trained networks do: tiles of twenty kinds, 5 % of the bits off their kind's code, and
     * copies of those tiles with 2 % of the bits flipped.
     */
    public static SyntheticCodes likeLearned(int bits, long seed) {
        CodeTable kinds = random(bits, seed).table(20);
        CodeTable tiles = jittered(kinds, 0.05, seed + 1).table(2000);
        return jittered(tiles, 0.02, seed + 2);
    }

    /** @param flip probability with which each bit of a copy differs, 0..0.5 */
    public static SyntheticCodes jittered(CodeTable sources, double flip, long seed) {
        if (sources.rows() == 0) {
            throw new IllegalArgumentException("There are no codes to copy");
        }
        if (!(flip >= 0 && flip <= 0.5)) {
            throw new IllegalArgumentException("A bit flips with a probability of 0 to 0.5, not " + flip);
        }
        return new SyntheticCodes(sources, flip, seed);
    }

    /** The first so many codes. */
    public CodeTable table(int rows) {
        return table(rows, new SplittableRandom(seed));
    }

    /** As many queries, other ones than the codes. */
    public CodeTable queries(int count) {
        return table(count, new SplittableRandom(~seed));
    }

    private CodeTable table(int rows, SplittableRandom random) {
        int words = sources.wordsPerCode();
        int bits = sources.bits();
        long[] codes = new long[Math.multiplyExact(rows, words)];
        double log = Math.log1p(-flip);
        for (int row = 0; row < rows; row++) {
            int source = random.nextInt(sources.rows());
            System.arraycopy(sources.words(), source * words, codes, row * words, words);
            if (flip == 0.5) {
                fill(codes, row * words, words, bits, random);
            } else if (flip > 0) {
                // The gaps between flipped bits are geometric: one draw a flip, not one a bit.
                for (int bit = gap(random, log); bit < bits; bit += 1 + gap(random, log)) {
                    codes[row * words + (bit >>> 6)] ^= 1L << (bit & 63);
                }
            }
        }
        return new CodeTable(bits, rows, codes);
    }

    private static int gap(SplittableRandom random, double log) {
        return (int) Math.min(BinaryCode.MAX_BITS, Math.log(1 - random.nextDouble()) / log);
    }

    private static void fill(long[] codes, int at, int words, int bits, SplittableRandom random) {
        for (int word = 0; word < words; word++) {
            codes[at + word] = random.nextLong();
        }
        if (bits % 64 != 0) {
            codes[at + words - 1] &= (1L << bits) - 1;
        }
    }
}
