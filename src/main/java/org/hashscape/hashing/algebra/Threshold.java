package org.hashscape.hashing.algebra;

import org.hashscape.model.BinaryCode;

/** Which side of zero gives a 1 when projections become bits. */
public enum Threshold {
    /** Bit = [value >= 0], as random hyperplanes are defined: zero gives 1. */
    AT_LEAST_ZERO,
    /** Bit = [value > 0], as the kernel methods are defined: zero gives 0. */
    ABOVE_ZERO;

    /** One bit per value, in order. */
    public BinaryCode code(double[] values) {
        long[] words = new long[BinaryCode.wordsFor(values.length)];
        for (int bit = 0; bit < values.length; bit++) {
            if (isOne(values[bit])) {
                words[bit >>> 6] |= 1L << (bit & 63);
            }
        }
        return new BinaryCode(values.length, words);
    }

    private boolean isOne(double value) {
        return this == AT_LEAST_ZERO ? value >= 0 : value > 0;
    }
}
