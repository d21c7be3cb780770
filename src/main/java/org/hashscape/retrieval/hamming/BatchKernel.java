package org.hashscape.retrieval.hamming;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.hashscape.retrieval.RowSet;

/**
 * Whether this processor compares codes faster in planes ({@link PlaneBlock}) than one by one: it does where it counts
 * bits in vectors. Measured once, in a few milliseconds, when the first batch needs to know.
 */
final class BatchKernel {

    private static final int CODES = 4096;
    private static final int ROUNDS = 400;

    private BatchKernel() {}

    static boolean planesAreQuicker() {
        return Answer.PLANES;
    }

    /** Holds the answer, which is found when it is first asked for. */
    private static final class Answer {
        static final boolean PLANES = measure();
    }

    private static boolean measure() {
        SplittableRandom random = new SplittableRandom(1);
        HeapCodes codes = HeapCodes.zeros(64, CODES);
        for (int i = 0; i < CODES; i++) {
            codes.set(i, new long[] {random.nextLong()}, 0);
        }
        PlaneBlock block = new PlaneBlock(1, CODES);
        block.load(codes, 0, CODES);
        IndexedCodes loop = IndexedCodes.scanned(codes, RowNumbers.SAME, ScanKernel.LOOP);
        int[] distances = new int[CODES];
        long planes = Long.MAX_VALUE;
        long single = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long[] query = {random.nextLong()};
            long start = System.nanoTime();
            block.distancesTo(query, 0, distances);
            PlaneBlock.anyBelow(distances, 8, 0, CODES);
            long between = System.nanoTime();
            loop.scan(query, new TopK(1, -1, new BitSet(), RowSet.all(), 1));
            planes = Math.min(planes, between - start);
            single = Math.min(single, System.nanoTime() - between);
        }
        return planes < single;
    }
}
