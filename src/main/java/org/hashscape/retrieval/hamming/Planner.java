package org.hashscape.retrieval.hamming;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Consumer;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.RowSet;

/**
 * Chooses how codes are searched: builds what could pay, asks it about some of the codes themselves, and keeps what was
 * quickest, which every answer is equal under. Few codes are scanned without a thought.
 */
final class Planner {

    /** Below this a scan takes microseconds, and no index is worth its building. */
    static final int FEW = 1 << 14;

    private static final int SAMPLE_QUERIES = 24;
    private static final int MOST_ROUNDS = 200;
    private static final long ROUNDS_NANOS = 150_000_000;
    private static final int SAMPLE_K = 20;
    /** An index must save at least half of a scan. */
    private static final double WORTH = 0.5;
    /** A search that an index gives up has cost at most this part of a scan. */
    private static final double BUDGET = 0.15;

    private static final double NANOS_PER_STEP = 20;
    private static final double MOST_BYTES_PER_CODE = 16;
    private static final int KERNEL_CODES = 1 << 20;
    private static final int KERNEL_ROUNDS = 24;

    private final CodeStore store;
    private final RowNumbers numbers;
    private final Progress progress;
    private final ScanKernel kernel;
    private double scanNanos;
    private double bestNanos;
    private int typicalReach;

    Planner(CodeStore store, RowNumbers numbers, Progress progress) {
        this.store = store;
        this.numbers = numbers;
        this.progress = progress;
        this.kernel = quickestKernel(store, numbers);
    }

    IndexedCodes choose() {
        IndexedCodes scanned = IndexedCodes.scanned(store, numbers, kernel);
        if (store.size() < FEW) {
            return scanned;
        }
        progress.report(0, "Planning the search");
        scanNanos = median(5, query -> {
            TopK top = newTop(query);
            scanned.scan(query, top);
            typicalReach = Math.max(typicalReach, top.reach());
        });
        bestNanos = scanNanos;
        IndexedCodes best = scanned;
        BallIndex ball = BallIndex.build(store, numbers, progress.part(0, 0.8));
        IndexedCodes balls = IndexedCodes.with(ball, kernel);
        double ballNanos = median(SAMPLE_QUERIES, query -> answer(balls, query));
        if (ballNanos < WORTH * scanNanos) {
            best = balls;
            bestNanos = ballNanos;
        }
        return withMultiIndex(best);
    }

    private IndexedCodes withMultiIndex(IndexedCodes best) {
        double steps = MultiIndex.expectedSteps(store.size(), store.bits(), typicalReach);
        boolean small = MultiIndex.bytesFor(store.size(), store.bits()) <= MOST_BYTES_PER_CODE * store.size();
        if (!small || steps * NANOS_PER_STEP > WORTH * bestNanos) {
            return best;
        }
        MultiIndex index = MultiIndex.build(store, numbers, progress.part(0.8, 1));
        long mostSteps = (long) (BUDGET * scanNanos / NANOS_PER_STEP);
        IndexedCodes indexed = IndexedCodes.with(index, store, numbers, kernel, mostSteps);
        double nanos = median(SAMPLE_QUERIES, query -> answer(indexed, query));
        if (nanos >= bestNanos) {
            return best;
        }
        bestNanos = nanos;
        return indexed;
    }

    double scanNanos() {
        return scanNanos;
    }

    double bestNanos() {
        return bestNanos;
    }

    private static void answer(IndexedCodes codes, long[] query) {
        if (codes.prune(query, SAMPLE_K, RowSet.all(), newTop(query)) < 0) {
            codes.scan(query, newTop(query));
        }
    }

    private static TopK newTop(long[] query) {
        return new TopK(SAMPLE_K + 1, -1, new BitSet(), RowSet.all(), query.length);
    }

    /**
     * Median time of queries by codes of the store, in the last of several rounds: code that just began to run is slow, and
     * an index would be judged by that.
     */
    private double median(int queries, Consumer<long[]> search) {
        double[] nanos = new double[queries];
        long begin = System.nanoTime();
        for (int round = 0; round < 2 || (round < MOST_ROUNDS && System.nanoTime() - begin < ROUNDS_NANOS); round++) {
            for (int i = 0; i < queries; i++) {
                progress.checkCancelled();
                long[] query = new long[store.wordsPerCode()];
                store.copy((int) ((2L * i + 1) * store.size() / (2L * queries)), query, 0);
                long start = System.nanoTime();
                search.accept(query);
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        return nanos[queries / 2];
    }

    /** Times each kernel on the first codes, in turns; the plain loop where there are few. */
    static ScanKernel quickestKernel(CodeStore store, RowNumbers numbers) {
        if (store.size() < KERNEL_CODES / 4) {
            return ScanKernel.LOOP;
        }
        ScanKernel[] kernels = ScanKernel.values();
        double[] least = new double[kernels.length];
        Arrays.fill(least, Double.MAX_VALUE);
        long[] query = new long[store.wordsPerCode()];
        store.copy(0, query, 0);
        int codes = Math.min(store.size(), KERNEL_CODES);
        for (int round = 0; round < KERNEL_ROUNDS; round++) {
            for (ScanKernel kernel : kernels) {
                TopK top = newTop(query);
                top.reading(numbers, numbers.ascending());
                long start = System.nanoTime();
                store.read(
                        0,
                        codes,
                        (words, at, position, count) ->
                                kernel.scan(words, at, position, count, query, top, top.limit()));
                least[kernel.ordinal()] = Math.min(least[kernel.ordinal()], System.nanoTime() - start);
            }
        }
        // The plain loop unless the other is clearly better: a measurement this short is not exact.
        return least[ScanKernel.AHEAD.ordinal()] < 0.9 * least[ScanKernel.LOOP.ordinal()]
                ? ScanKernel.AHEAD
                : ScanKernel.LOOP;
    }
}
