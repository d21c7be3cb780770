package org.hashscape.archive.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a text in the keys of blocks, as they lie in memory: a million keys in a few ten milliseconds. Case does not
 * matter. Keys with characters beyond ASCII are brought to lower case once and kept so.
 */
final class KeySearch {

    /** Keys in lower case, one after the other, and where each ends. */
    private record Folded(byte[] keys, int[] ends) {}

    private static final int[] NONE = {};

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
        int[] found = new int[16];
        int count = 0;
        byte lower = wanted[0];
        byte upper = lower >= 'a' && lower <= 'z' ? (byte) (lower - 32) : lower;
        int index = 0;
        for (int at = 0; at <= keys.length - wanted.length; at++) {
            byte letter = keys[at];
            if (letter != lower && letter != upper || !matches(keys, at, wanted)) {
                continue;
            }
            while (ends[index] <= at) {
                index++;
            }
            if (at + wanted.length <= ends[index]) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = index;
                at = ends[index] - 1; // on with the next key
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static boolean matches(byte[] keys, int at, byte[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
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
