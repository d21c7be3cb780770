package org.hashscape.retrieval.hamming;

import java.util.Optional;

/** A store that does not change any more, and what searches it. Immutable; safe for several threads at once. */
final class IndexedCodes {

    /** Where a query wants more than one in this many codes, an index has nothing to skip. */
    private static final int SCAN_FROM_SHARE = 8;

    private final CodeStore store;
    private final RowNumbers numbers;
    private final ScanKernel kernel;
    private final Optional<BallIndex> ball;
    private final Optional<MultiIndex> multiIndex;
    private final long mostSteps;

    private IndexedCodes(
            CodeStore store,
            RowNumbers numbers,
            ScanKernel kernel,
            Optional<BallIndex> ball,
            Optional<MultiIndex> multiIndex,
            long mostSteps) {
        this.store = store;
        this.numbers = numbers;
        this.kernel = kernel;
        this.ball = ball;
        this.multiIndex = multiIndex;
        this.mostSteps = mostSteps;
    }

    static IndexedCodes scanned(CodeStore store, RowNumbers numbers, ScanKernel kernel) {
        return new IndexedCodes(store, numbers, kernel, Optional.empty(), Optional.empty(), 0);
    }

    static IndexedCodes with(BallIndex ball, ScanKernel kernel) {
        return new IndexedCodes(
                ball.store(),
                ball.numbers(),
                kernel,
                Optional.of(ball),
                Optional.empty(),
                ball.store().size() / 2);
    }

    /** @param mostSteps of a query in the index before it turns to a scan */
    static IndexedCodes with(MultiIndex index, CodeStore store, RowNumbers numbers, ScanKernel kernel, long mostSteps) {
        return new IndexedCodes(store, numbers, kernel, Optional.empty(), Optional.of(index), mostSteps);
    }

    CodeStore store() {
        return store;
    }

    RowNumbers numbers() {
        return numbers;
    }

    ScanKernel kernel() {
        return kernel;
    }

    Optional<BallIndex> ball() {
        return ball;
    }

    SearchPlan.Index index() {
        if (ball.isPresent()) {
            return SearchPlan.Index.BALL;
        }
        return multiIndex.isPresent() ? SearchPlan.Index.MULTI_INDEX : SearchPlan.Index.SCAN;
    }

    double bytesPerCode() {
        long bytes = ball.map(BallIndex::bytes)
                .or(() -> multiIndex.map(MultiIndex::bytes))
                .orElse(0L);
        if (ball.isEmpty()) {
            bytes += (long) store.size() * numbers.bytesPerRow();
        }
        return (double) bytes / Math.max(1, store.size());
    }

    /**
     * Offers every code that can be among the closest, if the index can.
     *
     * @return codes compared; -1 where only a scan will do: {@code top} is then of no use any more
     */
    int prune(long[] query, int k, TopK top) {
        if ((long) k * SCAN_FROM_SHARE > store.size()) {
            return -1;
        }
        if (ball.isPresent()) {
            return ball.get().search(query, top, kernel, (int) mostSteps);
        }
        return multiIndex.isPresent() ? multiIndex.get().search(query, top, mostSteps) : -1;
    }

    /** Offers every code. @param top with nothing in it */
    int scan(long[] query, TopK top) {
        return scan(query, top, kernel);
    }

    int scan(long[] query, TopK top, ScanKernel with) {
        top.reading(numbers, numbers.ascending());
        store.read(
                0,
                store.size(),
                (words, at, position, count) -> with.scan(words, at, position, count, query, top, top.limit()));
        return store.size();
    }
}
