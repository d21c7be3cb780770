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
    private static final int SCANS = 5;
    private static final int SHARE_SAMPLE = 1 << 14;
    /** Balls that leave more than this in reach of a query are not built. */
    private static final double HOPELESS_SHARE = 0.7;

    private static final int MOST_ROUNDS = 200;
    private static final long ROUNDS_NANOS = 150_000_000;
    private static final int SAMPLE_K = 20;
    /**
     * An index that compares at most this part of the codes is kept whatever the clock says: on a machine that is busy with
     * other things code stays slow long after it began to run, and a plan must not depend on that.
     */
    private static final double LITTLE_WORK = 1 / 16.0;
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
        scanNanos = median(SCANS, query -> {
            TopK top = newTop(query);
            scanned.scan(query, top);
            typicalReach = Math.max(typicalReach, top.reach());
        });
        bestNanos = scanNanos;
        return withMultiIndex(withBalls(scanned));
    }

    private IndexedCodes withBalls(IndexedCodes best) {
        Centres centres = Centres.learn(store, Centres.sizeFor(store.size(), store.bits()), progress.part(0, 0.1));
        if (shareInReach(centres) > HOPELESS_SHARE) {
            return best;
        }
        BallIndex ball = BallIndex.build(store, numbers, centres, progress.part(0.1, 0.8));
        IndexedCodes balls = IndexedCodes.with(ball, kernel);
        double ballNanos = median(SAMPLE_QUERIES, query -> answer(balls, query));
        if (ballNanos < WORTH * scanNanos || medianWork(balls) < LITTLE_WORK * store.size()) {
            bestNanos = ballNanos;
            return balls;
        }
        return best;
    }

    /**
     * Which part of the codes would lie in shells within reach of a query, by a sample of them: known before the rest has
     * been put into cells, which is most of the work.
     */
    private double shareInReach(Centres centres) {
        int size = Math.min(store.size(), SHARE_SAMPLE);
        HeapCodes sample = HeapCodes.zeros(store.bits(), size);
        for (int i = 0; i < size; i++) {
            sample.set(i, sample(i, size), 0);
        }
        int[] nearest = centres.nearest(sample, progress.part(0.1, 0.1));
        double[] shares = new double[SCANS];
        for (int i = 0; i < SCANS; i++) {
            long[] query = sample(i, SCANS);
            TopK top = newTop(query);
            IndexedCodes.scanned(store, numbers, kernel).scan(query, top);
            int inReach = 0;
            for (int key : nearest) {
                int apart = centres.distance(key & 0xffff, query) - (key >>> 16);
                inReach += Math.abs(apart) <= top.reach() ? 1 : 0;
            }
            shares[i] = (double) inReach / size;
        }
        Arrays.sort(shares);
        return shares[SCANS / 2];
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

    /** Codes that a query compares; all of them where it turns to a scan. */
    private int medianWork(IndexedCodes codes) {
        int[] work = new int[SAMPLE_QUERIES];
        for (int i = 0; i < SAMPLE_QUERIES; i++) {
            long[] query = sample(i, SAMPLE_QUERIES);
            int compared = codes.prune(query, SAMPLE_K, RowSet.all(), newTop(query));
            work[i] = compared < 0 ? store.size() : compared;
        }
        Arrays.sort(work);
        return work[SAMPLE_QUERIES / 2];
    }

    private long[] sample(int number, int of) {
        long[] query = new long[store.wordsPerCode()];
        store.copy((int) ((2L * number + 1) * store.size() / (2L * of)), query, 0);
        return query;
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
                long[] query = sample(i, queries);
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
