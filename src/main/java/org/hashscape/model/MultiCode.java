package org.hashscape.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Several codes of one tile, sparse: a code of b bits for each primitive that the tile shows, none for the others.
 *
 * <p>Bytes ({@link #toBytes}): presence as a little-endian int32 (bit j: primitive j is there), then for each primitive
 * there, in ascending order, its code in {@link #bytesPerCode} bytes; bit r of a code is bit {@code r % 8} of byte {@code
 * r / 8}. So a tile of p primitives takes 4 + p ceil(b / 8) bytes.
 *
 * @param bits b of each code
 * @param presence bit j set where primitive j is there; 0 where none is
 * @param codes the codes as laid down above, without the presence; kept, not copied
 */
public record MultiCode(int bits, int presence, byte[] codes) {

    /** The most primitives that a presence can name. */
    public static final int MOST_PRIMITIVES = 32;

    public MultiCode {
        if (codes.length != Integer.bitCount(presence) * bytesPerCode(bits)) {
            throw new IllegalArgumentException(
                    Integer.bitCount(presence) + " codes of " + bits + " bits do not take " + codes.length + " bytes");
        }
    }

    /** Whole bytes of one code. */
    public static int bytesPerCode(int bits) {
        BinaryCode.wordsFor(bits);
        return (bits + 7) / 8;
    }

    /** How many primitives are there. */
    public int primitives() {
        return Integer.bitCount(presence);
    }

    public boolean shows(int primitive) {
        return (presence >>> primitive & 1) != 0;
    }

    /** Bits of all its codes together: what is compared when this is the query. */
    public int bitsUsed() {
        return bits * primitives();
    }

    /** Where the code of a primitive that is there begins in {@link #codes}. */
    public int offsetOf(int primitive) {
        return Integer.bitCount(presence & (1 << primitive) - 1) * bytesPerCode(bits);
    }

    /** This with one primitive alone; without any where it is not there. */
    public MultiCode only(int primitive) {
        if (!shows(primitive)) {
            return new MultiCode(bits, 0, new byte[0]);
        }
        int from = offsetOf(primitive);
        return new MultiCode(bits, 1 << primitive, Arrays.copyOfRange(codes, from, from + bytesPerCode(bits)));
    }

    public byte[] toBytes() {
        return ByteBuffer.allocate(Integer.BYTES + codes.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(presence)
                .put(codes)
                .array();
    }

    /** @throws IllegalArgumentException where the bytes are no codes of that many bits */
    public static MultiCode fromBytes(int bits, byte[] bytes) {
        if (bytes.length < Integer.BYTES) {
            throw new IllegalArgumentException("A multi-code is cut short: " + bytes.length + " bytes");
        }
        int presence = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
        return new MultiCode(bits, presence, Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    /** The bytes of one code. */
    public static byte[] bytesOf(BinaryCode code) {
        byte[] bytes = new byte[bytesPerCode(code.bits())];
        long[] words = code.words();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (words[i / 8] >>> 8 * (i % 8));
        }
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MultiCode code
                && bits == code.bits
                && presence == code.presence
                && Arrays.equals(codes, code.codes);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * bits + presence) + Arrays.hashCode(codes);
    }

    @Override
    public String toString() {
        return primitives() + " codes of " + bits + " bits, presence " + Integer.toBinaryString(presence);
    }
}
