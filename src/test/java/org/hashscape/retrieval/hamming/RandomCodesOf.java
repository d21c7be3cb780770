package org.hashscape.retrieval.hamming;

import java.util.Random;
import org.hashscape.retrieval.CodeTable;

/** Tables with many equal codes. */
final class RandomCodesOf {

    private RandomCodesOf() {}

    /** @param distinct how many different codes there are at most */
    static CodeTable few(int bits, int rows, int distinct, long seed) {
        Random random = new Random(seed);
        CodeTable pool = SyntheticCodes.random(bits, seed).table(distinct);
        int[] drawn = random.ints(rows, 0, distinct).toArray();
        return pool.select(drawn);
    }
}
