package org.hashscape.model;

import java.util.Arrays;

/**
 * A hash code of b bits. Bit r is bit {@code r % 64} (least significant first) of word {@code r / 64}; unused high bits
 * of the last word are zero.
 */
public final class BinaryCode {

    /** The most bits a code may have. */
    public static final int MAX_BITS = 4096;

    private final int bits;
    private final long[] words;

    /** @param words exactly {@link #wordsFor} of them; copied */
    public BinaryCode(int bits, long[] words) {
        if (words.length != wordsFor(bits)) {
            throw new IllegalArgumentException(bits + " bits need " + wordsFor(bits) + " words, not " + words.length);
        }
        if (bits % 64 != 0 && words[words.length - 1] >>> (bits % 64) != 0) {
            throw new IllegalArgumentException("Bits beyond bit " + bits + " are set");
        }
        this.bits = bits;
        this.words = words.clone();
    }

    /** 64-bit words that a code of this length takes. @throws IllegalArgumentException outside 1..{@link #MAX_BITS} */
    public static int wordsFor(int bits) {
        if (bits < 1 || bits > MAX_BITS) {
            throw new IllegalArgumentException("A code has 1 to " + MAX_BITS + " bits, not " + bits);
        }
        return (bits + 63) / 64;
    }

    public int bits() {
        return bits;
    }

    /** A copy of the words. */
    public long[] words() {
        return words.clone();
    }

    public boolean bit(int position) {
        if (position < 0 || position >= bits) {
            throw new IndexOutOfBoundsException("Bit " + position + " of " + bits);
        }
        return (words[position / 64] >>> (position % 64) & 1) != 0;
    }

    /** Number of differing bits. @throws IllegalArgumentException where the lengths differ */
    public int hammingDistance(BinaryCode other) {
        if (bits != other.bits) {
            throw new IllegalArgumentException("Codes of " + bits + " and " + other.bits + " bits cannot be compared");
        }
        int distance = 0;
        for (int word = 0; word < words.length; word++) {
            distance += Long.bitCount(words[word] ^ other.words[word]);
        }
        return distance;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BinaryCode code && bits == code.bits && Arrays.equals(words, code.words);
    }

    @Override
    public int hashCode() {
        return 31 * bits + Arrays.hashCode(words);
    }

    /** The bits as zeros and ones, bit 0 first. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(bits);
        for (int position = 0; position < bits; position++) {
            text.append(bit(position) ? '1' : '0');
        }
        return text.toString();
    }
}
