package org.hashscape.retrieval.hamming;

import java.util.Optional;
import org.hashscape.retrieval.RowSet;

/** A store that does not change any more, and what searches it. Immutable; safe for several threads at once. */
final class IndexedCodes {

    /** Where a query wants more than one in this many codes, an index has nothing to skip. */
    private static final int SCAN_FROM_SHARE = 8;

    /** A code picked out by its row costs as much as so many that are read one after the other. */
    private static final int PICKED_COST = 12;
    /** Fewer picked codes are quicker compared than an index is asked. */
    private static final int FEW_PICKED = 512;
    /** A step in a {@link MultiIndex} costs as much as so many codes that are read one after the other. */
    private static final int STEP_COST = 50;

    private final CodeStore store;
    private final RowNumbers numbers;
    private final ScanKernel kernel;
    private final Optional<BallIndex> ball;
    private final Optional<MultiIndex> multiIndex;
    private final long mostSteps;
    private final RowPositions positions;

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
        this.positions = new RowPositions(numbers, store.size());
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
     * @param among what {@code top} keeps: where that is little, an index must look farther, and a scan less far
     * @return codes compared; -1 where only a scan will do: {@code top} is then of no use any more
     */
    int prune(long[] query, int k, RowSet among, TopK top) {
        int wanted = among.countBelow(store.size());
        if ((long) k * SCAN_FROM_SHARE > wanted || (!among.isAll() && wanted < FEW_PICKED)) {
            return -1;
        }
        long scanned = among.isAll() ? Long.MAX_VALUE : Math.min(store.size(), (long) PICKED_COST * wanted) / 2;
        if (ball.isPresent()) {
            return ball.get().search(query, top, kernel, (int) Math.min(mostSteps, scanned), among.isAll());
        }
        return multiIndex.isPresent()
                ? multiIndex.get().search(query, top, Math.min(mostSteps, scanned / STEP_COST))
                : -1;
    }

    /**
     * Offers every code that {@code top} can keep, and more where that is quicker.
     *
     * @param top with nothing in it
     * @return codes compared
     */
    int scan(long[] query, RowSet among, TopK top) {
        return isPicked(among) ? pick(query, among, top) : scan(query, top);
    }

    /** Whether so few rows are wanted that each is looked for by itself. */
    boolean isPicked(RowSet among) {
        return !among.isAll() && (long) PICKED_COST * among.countBelow(Integer.MAX_VALUE) < store.size();
    }

    private int pick(long[] query, RowSet among, TopK top) {
        top.reading(numbers, numbers.ascending());
        int end = positions.end();
        int compared = 0;
        int limit = top.limit();
        for (int row = among.next(0, end); row < end; row = among.next(row + 1, end)) {
            int position = positions.of(row);
            if (position >= 0) {
                compared++;
                int distance = store.distance(position, query);
                if (distance < limit) {
                    limit = top.offer(position, distance);
                }
            }
        }
        return compared;
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
