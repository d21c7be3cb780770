package org.hashscape.retrieval;

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
