package org.hashscape.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Several codes of one tile, sparse: a code of b bits for each primitive that the tile shows, none for the others; and for
 * each how much of the tile it covers, in {@value #LEVEL_BITS} bits.
 *
 * <p>Bytes ({@link #toBytes}): presence as a little-endian int32 (bit j: primitive j is there), then for each primitive
 * there, in ascending order, its code in {@link #bytesPerCode} bytes; bit r of a code is bit {@code r % 8} of byte {@code
 * r / 8}. Then the levels of the primitives there in the same order, four to a byte, the first in the lowest bits. So a tile
 * of p primitives takes 4 + p ceil(b / 8) + ceil(p / 4) bytes. Bytes without levels, as written before there were any, are
 * read as level 0 everywhere.
 *
 * @param bits b of each code
 * @param presence bit j set where primitive j is there; 0 where none is
 * @param levels bits 2j and 2j + 1 are the level of primitive j; 0 where it is not there
 * @param codes the codes as laid down above, without the presence; kept, not copied
 */
public record MultiCode(int bits, int presence, long levels, byte[] codes) {

    /** Bits that a level takes. */
    public static final int LEVEL_BITS = 2;

    /** Number of levels. */
    public static final int LEVELS = 1 << LEVEL_BITS;

    /** The most primitives that a presence can name. */
    public static final int MOST_PRIMITIVES = 32;

    public MultiCode {
        for (int primitive = 0; primitive < MOST_PRIMITIVES; primitive++) {
            if ((presence >>> primitive & 1) == 0 && (levels >>> LEVEL_BITS * primitive & LEVELS - 1) != 0) {
                throw new IllegalArgumentException("Primitive " + primitive + " is not there, but has a level");
            }
        }
        if (codes.length != Integer.bitCount(presence) * bytesPerCode(bits)) {
            throw new IllegalArgumentException(
                    Integer.bitCount(presence) + " codes of " + bits + " bits do not take " + codes.length + " bytes");
        }
    }

    /** With every level 0. */
    public MultiCode(int bits, int presence, byte[] codes) {
        this(bits, presence, 0, codes);
    }

    /**
     * The level of a primitive that covers a share of its tile: floor({@value #LEVELS} sqrt(share)), at most {@value
     * #LEVELS} - 1. Square roots, since most primitives cover little.
     *
     * @param share 0..1
     */
    public static int levelOf(double share) {
        return (int) Math.max(0, Math.min(LEVELS - 1, Math.floor(LEVELS * Math.sqrt(share))));
    }

    /** What a level stands for, in units of (1 / (2 {@value #LEVELS}))^2 of the tile: (2 level + 1)^2, its middle. */
    public static int weightOf(int level) {
        return (2 * level + 1) * (2 * level + 1);
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

    /** How much of the tile a primitive covers, 0..3; 0 where it is not there. */
    public int levelOf(int primitive) {
        return (int) (levels >>> LEVEL_BITS * primitive) & LEVELS - 1;
    }

    /** The weight of a primitive that is there. */
    public long weightOfPrimitive(int primitive) {
        return weightOf(levelOf(primitive));
    }

    /** The weights of all primitives there together. */
    public long weightOfAll() {
        long sum = 0;
        for (int rest = presence; rest != 0; rest &= rest - 1) {
            sum += weightOfPrimitive(Integer.numberOfTrailingZeros(rest));
        }
        return sum;
    }

    /** The numbers of the primitives there, ascending. */
    public int[] shown() {
        int[] shown = new int[primitives()];
        int at = 0;
        for (int rest = presence; rest != 0; rest &= rest - 1) {
            shown[at++] = Integer.numberOfTrailingZeros(rest);
        }
        return shown;
    }

    /** Bits of all its codes together. */
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
        return new MultiCode(
                bits,
                1 << primitive,
                (long) levelOf(primitive) << LEVEL_BITS * primitive,
                Arrays.copyOfRange(codes, from, from + bytesPerCode(bits)));
    }

    /** The levels of the primitives there, in ascending order, packed as {@link #toBytes} has them. */
    public byte[] packedLevels() {
        byte[] packed = new byte[packedBytes(primitives())];
        int at = 0;
        for (int rest = presence; rest != 0; rest &= rest - 1, at++) {
            packed[at / 4] |= (byte) (levelOf(Integer.numberOfTrailingZeros(rest)) << LEVEL_BITS * (at % 4));
        }
        return packed;
    }

    /** Bytes of the packed levels of so many primitives. */
    public static int packedBytes(int primitives) {
        return (primitives + 3) / 4;
    }

    public byte[] toBytes() {
        byte[] packed = packedLevels();
        return ByteBuffer.allocate(Integer.BYTES + codes.length + packed.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(presence)
                .put(codes)
                .put(packed)
                .array();
    }

    /** @throws IllegalArgumentException where the bytes are no codes of that many bits */
    public static MultiCode fromBytes(int bits, byte[] bytes) {
        if (bytes.length < Integer.BYTES) {
            throw new IllegalArgumentException("A multi-code is cut short: " + bytes.length + " bytes");
        }
        int presence = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
        int primitives = Integer.bitCount(presence);
        int end = Integer.BYTES + primitives * bytesPerCode(bits);
        if (bytes.length != end && bytes.length != end + packedBytes(primitives)) {
            throw new IllegalArgumentException(
                    primitives + " codes of " + bits + " bits do not take " + bytes.length + " bytes");
        }
        long levels = 0;
        int at = 0;
        for (int rest = bytes.length == end ? 0 : presence; rest != 0; rest &= rest - 1, at++) {
            long level = bytes[end + at / 4] >>> LEVEL_BITS * (at % 4) & LEVELS - 1;
            levels |= level << LEVEL_BITS * Integer.numberOfTrailingZeros(rest);
        }
        return new MultiCode(bits, presence, levels, Arrays.copyOfRange(bytes, Integer.BYTES, end));
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
                && levels == code.levels
                && Arrays.equals(codes, code.codes);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * bits + presence) + Long.hashCode(levels)) + Arrays.hashCode(codes);
    }

    @Override
    public String toString() {
        return primitives() + " codes of " + bits + " bits, presence " + Integer.toBinaryString(presence);
    }
}
