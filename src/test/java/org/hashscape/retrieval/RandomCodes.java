package org.hashscape.retrieval;

import java.util.Random;
import org.hashscape.model.BinaryCode;

/** Seeded tables of codes, with as many duplicates as wanted. */
final class RandomCodes {

    private RandomCodes() {}

    /** @param distinct how many different codes are drawn from at most */
    static CodeTable table(int bits, int rows, int distinct, Random random) {
        int wordsPerCode = BinaryCode.wordsFor(bits);
        long[][] pool = new long[distinct][];
        for (int i = 0; i < distinct; i++) {
            pool[i] = code(bits, random).words();
        }
        long[] words = new long[rows * wordsPerCode];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(pool[random.nextInt(distinct)], 0, words, row * wordsPerCode, wordsPerCode);
        }
        return new CodeTable(bits, rows, words);
    }

    static BinaryCode code(int bits, Random random) {
        long[] words = new long[BinaryCode.wordsFor(bits)];
        for (int bit = 0; bit < bits; bit++) {
            if (random.nextBoolean()) {
                words[bit / 64] |= 1L << bit % 64;
            }
        }
        return new BinaryCode(bits, words);
    }

    static CodeTable masked(CodeTable table, BinaryCode mask) {
        long[] words = table.words().clone();
        for (int i = 0; i < words.length; i++) {
            words[i] ^= mask.words()[i % table.wordsPerCode()];
        }
        return new CodeTable(table.bits(), table.rows(), words);
    }
}
