package org.hashscape.retrieval;

import java.util.List;
import org.hashscape.model.BinaryCode;

/**
 * The codes of an archive, one per row, back to back: row r holds words {@code r * wordsPerCode ...}. The layout is the
 * one that code columns have on disk.
 */
public final class CodeTable {

    private final int bits;
    private final int wordsPerCode;
    private final int rows;
    private final long[] words;

    /** @param words {@code rows * BinaryCode.wordsFor(bits)} words; kept, not copied */
    public CodeTable(int bits, int rows, long[] words) {
        this.wordsPerCode = BinaryCode.wordsFor(bits);
        if (words.length != (long) rows * wordsPerCode) {
            throw new IllegalArgumentException(rows + " codes of " + bits + " bits need " + (long) rows * wordsPerCode
                    + " words, not " + words.length);
        }
        this.bits = bits;
        this.rows = rows;
        this.words = words;
    }

    /** The codes in the order of the list, each a row. All must have {@code bits} bits; the list may be empty. */
    public static CodeTable of(int bits, List<BinaryCode> codes) {
        int wordsPerCode = BinaryCode.wordsFor(bits);
        long[] words = new long[Math.multiplyExact(codes.size(), wordsPerCode)];
        for (int row = 0; row < codes.size(); row++) {
            if (codes.get(row).bits() != bits) {
                throw new IllegalArgumentException("A table of " + bits + " bits cannot hold a code of "
                        + codes.get(row).bits() + " bits");
            }
            System.arraycopy(codes.get(row).words(), 0, words, row * wordsPerCode, wordsPerCode);
        }
        return new CodeTable(bits, codes.size(), words);
    }

    /** The codes of the given rows, in that order, copied. */
    public CodeTable select(int[] positions) {
        long[] chosen = new long[Math.multiplyExact(positions.length, wordsPerCode)];
        for (int i = 0; i < positions.length; i++) {
            System.arraycopy(words, positions[i] * wordsPerCode, chosen, i * wordsPerCode, wordsPerCode);
        }
        return new CodeTable(bits, positions.length, chosen);
    }

    public int bits() {
        return bits;
    }

    public int rows() {
        return rows;
    }

    public int wordsPerCode() {
        return wordsPerCode;
    }

    /** The array behind it (not a copy). Do not write to it. */
    public long[] words() {
        return words;
    }

    public BinaryCode code(int row) {
        long[] code = new long[wordsPerCode];
        System.arraycopy(words, row * wordsPerCode, code, 0, wordsPerCode);
        return new BinaryCode(bits, code);
    }
}
