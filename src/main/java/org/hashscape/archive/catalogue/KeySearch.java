package org.hashscape.archive.catalogue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a text in the keys of blocks, as they lie in memory: a million keys in some ten milliseconds. Case does not
 * matter. Keys with characters beyond ASCII are brought to lower case once and kept so.
 */
final class KeySearch {

    /** Keys in lower case, one after the other, and where each ends. */
    private record Folded(byte[] keys, int[] ends) {}

    private static final int[] NONE = {};
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final TileBlock[] blocks;
    private final AtomicReferenceArray<@Nullable Folded> folded;
    private final AtomicReferenceArray<@Nullable Boolean> ascii;

    KeySearch(TileBlock[] blocks) {
        this.blocks = blocks;
        this.folded = new AtomicReferenceArray<>(blocks.length);
        this.ascii = new AtomicReferenceArray<>(blocks.length);
    }

    /**
     * Tiles of a block whose keys contain a text.
     *
     * @param text in lower case
     * @return indices in the block, ascending
     */
    int[] find(int block, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        TileBlock tiles = blocks[block];
        if (!isAscii(block)) {
            Folded lower = folded(block);
            return find(lower.keys(), lower.ends(), wanted);
        }
        return text.chars().allMatch(letter -> letter < 128)
                ? find(tiles.keys(), tiles.columns().keyEnds(), wanted)
                : NONE;
    }

    private static int[] find(byte[] keys, int[] ends, byte[] wanted) {
        if (wanted.length == 0) {
            int[] all = new int[ends.length];
            Arrays.setAll(all, index -> index);
            return all;
        }
        Found found = new Found(ends);
        int last = wanted.length - 1;
        long first = repeated(wanted[0]);
        long other = repeated(wanted[last]);
        long foldFirst = folding(wanted[0]);
        long foldOther = folding(wanted[last]);
        int at = 0;
        // Eight places at once: those where both the first and the last letter may fit.
        for (; at <= keys.length - last - Long.BYTES; at += Long.BYTES) {
            long places = zeroBytes(((long) WORDS.get(keys, at) | foldFirst) ^ first)
                    & zeroBytes(((long) WORDS.get(keys, at + last) | foldOther) ^ other);
            for (; places != 0; places &= places - 1) {
                int place = at + (Long.numberOfTrailingZeros(places) >> 3);
                if (place >= found.next && matches(keys, place, wanted)) {
                    found.add(place, wanted.length);
                }
            }
        }
        for (; at < keys.length - last; at++) {
            if (at >= found.next && matches(keys, at, wanted)) {
                found.add(at, wanted.length);
            }
        }
        return found.indices();
    }

    /** The high bit of each byte that is zero, and perhaps of some byte after one. */
    private static long zeroBytes(long word) {
        return (word - ONES) & ~word & HIGH_BITS;
    }

    private static long repeated(byte letter) {
        return ONES * (letter & 0xff);
    }

    /** What brings a letter's other case to it; other characters that it changes do not match in the end. */
    private static long folding(byte letter) {
        return letter >= 'a' && letter <= 'z' ? ONES * 0x20 : 0;
    }

    /** Keys found so far, and the place from which the next may be found. */
    private static final class Found {

        private final int[] ends;
        private int[] indices = new int[16];
        private int count;
        private int index;
        private int next;

        Found(int[] ends) {
            this.ends = ends;
        }

        /** A place where the text stands; it counts where it does not reach into the next key. */
        void add(int place, int length) {
            while (ends[index] <= place) {
                index++;
            }
            if (place + length <= ends[index]) {
                indices = count == indices.length ? Arrays.copyOf(indices, 2 * count) : indices;
                indices[count++] = index;
                next = ends[index];
            }
        }

        int[] indices() {
            return Arrays.copyOf(indices, count);
        }
    }

    private static boolean matches(byte[] keys, int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            byte letter = keys[at + i];
            if (letter != wanted[i] && (letter < 'A' || letter > 'Z' || letter + 32 != wanted[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean isAscii(int block) {
        Boolean known = ascii.get(block);
        if (known == null) {
            known = blocks[block].isAscii();
            ascii.set(block, known);
        }
        return known;
    }

    private Folded folded(int block) {
        Folded known = folded.get(block);
        if (known == null) {
            known = fold(blocks[block]);
            folded.set(block, known);
        }
        return known;
    }

    private static Folded fold(TileBlock block) {
        byte[] keys = new byte[block.keys().length + 16];
        int[] ends = new int[block.size()];
        int end = 0;
        for (int index = 0; index < ends.length; index++) {
            byte[] key = block.key(index).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            if (end + key.length > keys.length) {
                keys = Arrays.copyOf(keys, 2 * keys.length + key.length);
            }
            System.arraycopy(key, 0, keys, end, key.length);
            end += key.length;
            ends[index] = end;
        }
        return new Folded(Arrays.copyOf(keys, end), ends);
    }
}
