package org.hashscape.retrieval.hamming;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReference;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.RowSet;
import org.jspecify.annotations.Nullable;

/**
 * Prunes by the triangle inequality. Codes lie in cells, one per centre, and in a cell in shells of equal distance to its
 * centre. A code x of the shell s of centre c is at least |d(q,c) - s| away from the query q: with T the distance of the
 * k-th best so far, only the shells d(q,c) - T .. d(q,c) + T of each cell can matter, and most cells have none. Burkhard and
 * Keller (1973) pruned like this.
 *
 * <p>The store itself is put into the order of cells and shells, so what must be read lies together; the index then is one
 * row number per code. Pays where codes lie in clusters, as learned ones do; on codes without structure every shell
 * matters, which a query learns after one cell, from the number of codes in the shells that are left.
 */
final class BallIndex {

    private static final int STRIDE = 128;
    /** Ranges with more codes are read shell by shell, so that ties can be refused by their row. */
    private static final int LONG_RANGE = 4096;

    /** Cells looked at before the cost of the rest is believed. */
    private static final int WARM_CELLS = 6;

    private static final int VISITED = 1 << 29;
    /** Numbers of results for which {@link #guesses} are kept. */
    private static final int[] GUESSED_K = {21, 101};

    /** The most guesses an index has. */
    static final int MOST_GUESSES = GUESSED_K.length;

    private static final int GUESS_QUERIES = 200;

    private final CodeStore store;
    private final RowNumbers numbers;
    private final Centres centres;
    private final PlaneBlock centreBlock;
    /** Distance of the innermost and outermost shell of each cell; an empty cell has 1 and 0. */
    private final int[] inner;

    private final int[] outer;
    /** The shell s of cell c begins at {@code shellStarts[firstShell[c] + s - inner[c]]}; the next entry is its end. */
    private final int[] firstShell;

    private final int[] shellStarts;
    /** How far the k-th best of most queries is away, for each k guessed for; as it is for codes of the store. */
    private final int[] guesses;
    /** Two arrays that a query needs, kept for the next one. */
    private final AtomicReference<int @Nullable [][]> scratch = new AtomicReference<>();

    /** @param guesses kept, not copied; may be empty */
    BallIndex(
            CodeStore store,
            RowNumbers numbers,
            Centres centres,
            int[] inner,
            int[] outer,
            int[] shellStarts,
            int[] guesses) {
        this.store = store;
        this.numbers = numbers;
        this.centres = centres;
        this.centreBlock = centres.block();
        this.inner = inner;
        this.outer = outer;
        this.shellStarts = shellStarts;
        this.guesses = guesses;
        this.firstShell = new int[inner.length];
        int at = 0;
        for (int cell = 0; cell < inner.length; cell++) {
            firstShell[cell] = at;
            at += Math.max(0, outer[cell] - inner[cell] + 1);
        }
        if (shellStarts.length != at + 1 || shellStarts[at] != store.size()) {
            throw new IllegalArgumentException("The shells do not fit the cells");
        }
    }

    /** Puts the codes of a store, with their row numbers, into cells. The store given stays as it is. */
    static BallIndex build(CodeStore store, RowNumbers numbers, Progress progress) {
        Centres centres = Centres.learn(store, Centres.sizeFor(store.size(), store.bits()), progress.part(0, 0.1));
        int[] nearest = centres.nearest(store, progress.part(0.1, 0.8));
        progress.checkCancelled();
        int cells = centres.size();
        int[] inner = new int[cells];
        int[] outer = new int[cells];
        Arrays.fill(inner, Integer.MAX_VALUE);
        Arrays.fill(outer, -1);
        for (int key : nearest) {
            inner[key & 0xffff] = Math.min(inner[key & 0xffff], key >>> 16);
            outer[key & 0xffff] = Math.max(outer[key & 0xffff], key >>> 16);
        }
        int[] firstShell = new int[cells + 1];
        for (int cell = 0; cell < cells; cell++) {
            if (outer[cell] < 0) {
                inner[cell] = 1;
                outer[cell] = 0;
            }
            firstShell[cell + 1] = firstShell[cell] + outer[cell] - inner[cell] + 1;
        }
        int[] starts = new int[firstShell[cells] + 1];
        for (int key : nearest) {
            starts[firstShell[key & 0xffff] + (key >>> 16) - inner[key & 0xffff] + 1]++;
        }
        for (int shell = 0; shell < starts.length - 1; shell++) {
            starts[shell + 1] += starts[shell];
        }
        int[] next = starts.clone();
        HeapCodes sorted = HeapCodes.zeros(store.bits(), store.size());
        int[] rows = new int[store.size()];
        store.read(0, store.size(), (words, at, position, count) -> {
            for (int i = 0; i < count; i++) {
                int key = nearest[position + i];
                int to = next[firstShell[key & 0xffff] + (key >>> 16) - inner[key & 0xffff]]++;
                sorted.set(to, words, at + i * store.wordsPerCode());
                rows[to] = numbers.row(position + i);
            }
        });
        RowNumbers moved = RowNumbers.of(rows, false);
        int[] guesses = new BallIndex(sorted, moved, centres, inner, outer, starts, new int[0]).reaches();
        return new BallIndex(sorted, moved, centres, inner, outer, starts, guesses);
    }

    /** For each k guessed for the reach that nineteen of twenty queries stay within. */
    private int[] reaches() {
        int[] reaches = new int[GUESSED_K.length];
        for (int i = 0; i < reaches.length; i++) {
            int[] found = new int[GUESS_QUERIES];
            for (int asked = 0; asked < GUESS_QUERIES; asked++) {
                long[] query = new long[store.wordsPerCode()];
                store.copy((int) ((2L * asked + 1) * store.size() / (2L * GUESS_QUERIES)), query, 0);
                TopK top = new TopK(GUESSED_K[i], -1, new BitSet(), RowSet.all(), query.length);
                boolean enough = search(query, top, ScanKernel.LOOP, store.size() / 2, true) >= 0 && top.isFull();
                found[asked] = enough ? top.reach() : Integer.MAX_VALUE;
            }
            Arrays.sort(found);
            reaches[i] = found[GUESS_QUERIES * 19 / 20];
        }
        return reaches;
    }

    private int guess(int k) {
        for (int i = 0; i < guesses.length; i++) {
            if (k <= GUESSED_K[i]) {
                return guesses[i];
            }
        }
        return Integer.MAX_VALUE;
    }

    int[] guesses() {
        return guesses;
    }

    CodeStore store() {
        return store;
    }

    RowNumbers numbers() {
        return numbers;
    }

    Centres centres() {
        return centres;
    }

    int[] inner() {
        return inner;
    }

    int[] outer() {
        return outer;
    }

    int[] shellStarts() {
        return shellStarts;
    }

    /** Bytes beyond the codes. */
    long bytes() {
        return (long) store.size() * numbers.bytesPerRow()
                + 2L * Long.BYTES * centres.words().length
                + (long) Integer.BYTES * (3L * inner.length + shellStarts.length);
    }

    /**
     * Offers every code that can be among the closest.
     *
     * @param query words of the query
     * @param kernel how runs of codes are compared
     * @param mostRows where more codes than this would have to be compared, nothing more is
     * @param mayGuess whether the k-th best is as far away as usual: not where only some rows are wanted
     * @return codes compared; -1 where it was left: {@code top} then holds some of them
     */
    int search(long[] query, TopK top, ScanKernel kernel, int mostRows, boolean mayGuess) {
        int[][] used = scratch.getAndSet(null);
        int[][] mine = used == null ? new int[2][inner.length] : used;
        int compared = new Search(query, top, kernel, mine).run(mostRows, mayGuess);
        scratch.set(mine);
        return compared;
    }

    /** One query on its way. */
    private final class Search implements CodeStore.Run {

        private final long[] query;
        private final TopK top;
        private final ScanKernel kernel;
        /** From the query to each centre. */
        private final int[] distances;
        /** What the triangle inequality says each cell is away at least; {@link #VISITED} where nothing is left to do. */
        private final int[] gaps;

        private boolean inOneShell;
        private int compared;

        Search(long[] query, TopK top, ScanKernel kernel, int[][] scratch) {
            this.query = query;
            this.top = top;
            this.kernel = kernel;
            this.distances = scratch[0];
            this.gaps = scratch[1];
        }

        int run(int mostRows, boolean mayGuess) {
            top.reading(numbers, false);
            centreBlock.distancesTo(query, 0, distances);
            gaps(distances, inner, outer, gaps);
            int guess = mayGuess ? guess(top.k()) : Integer.MAX_VALUE;
            int compared = visitAll(guess, mostRows);
            if (compared >= 0 && !top.isFull() && guess < Integer.MAX_VALUE) {
                gaps(distances, inner, outer, gaps);
                compared = visitAll(Integer.MAX_VALUE, mostRows);
            }
            return compared;
        }

        /** Visits the cells in reach; -1 where that would be too much. */
        private int visitAll(int guess, int mostRows) {
            top.restart(guess);
            if (guess == Integer.MAX_VALUE) {
                growInNearest();
                fillUp(mostRows);
            }
            long[] cells = cellsInReach();
            for (int i = 0; i < cells.length; i++) {
                if (compared > mostRows || (i == WARM_CELLS && codesLeft(cells, i) > mostRows)) {
                    return -1;
                }
                visit((int) cells[i] & 0xffff);
            }
            return compared;
        }

        /** Looks around the query in its own cell, from its shell outwards, so that the reach shrinks early. */
        private void growInNearest() {
            int nearest = nearestCell();
            gaps[nearest] = VISITED;
            int apart = distances[nearest];
            int low = Math.max(inner[nearest], Math.min(outer[nearest], apart));
            int high = low;
            read(nearest, low, high);
            while (low > lowest(nearest) || high < highest(nearest)) {
                if (low > inner[nearest]) {
                    read(nearest, --low, low);
                }
                if (high < outer[nearest]) {
                    read(nearest, ++high, high);
                }
            }
        }

        private int nearestCell() {
            int nearest = 0;
            int least = Integer.MAX_VALUE;
            for (int from = 0; from < distances.length; from += STRIDE) {
                int to = Math.min(distances.length, from + STRIDE);
                if (PlaneBlock.anyBelow(distances, least, from, to)) {
                    for (int cell = from; cell < to; cell++) {
                        if (distances[cell] < least && inner[cell] <= outer[cell]) {
                            least = distances[cell];
                            nearest = cell;
                        }
                    }
                }
            }
            return nearest;
        }

        /** Goes on with the nearest cells while there are fewer than k codes, as long as that is not too much. */
        private void fillUp(int mostRows) {
            if (top.isFull()) {
                return;
            }
            long[] cells = new long[distances.length];
            for (int cell = 0; cell < cells.length; cell++) {
                cells[cell] = (long) distances[cell] << 16 | cell;
            }
            Arrays.sort(cells);
            for (int i = 0; i < cells.length && !top.isFull() && compared <= mostRows; i++) {
                visit((int) cells[i] & 0xffff);
            }
        }

        /** Cells that may hold something, the most promising first: 2^32 gap + 2^16 distance + cell. */
        private long[] cellsInReach() {
            int reach = Math.min(top.reach(), top.limit() - 1);
            long[] cells = new long[64];
            int size = 0;
            for (int from = 0; from < gaps.length; from += STRIDE) {
                int to = Math.min(gaps.length, from + STRIDE);
                if (PlaneBlock.anyBelow(gaps, reach + 1, from, to)) {
                    for (int cell = from; cell < to; cell++) {
                        if (gaps[cell] <= reach) {
                            cells = size == cells.length ? Arrays.copyOf(cells, 2 * size) : cells;
                            cells[size++] = (long) gaps[cell] << 32 | (long) distances[cell] << 16 | cell;
                        }
                    }
                }
            }
            Arrays.sort(cells, 0, size);
            return Arrays.copyOf(cells, size);
        }

        private long codesLeft(long[] cells, int from) {
            long left = 0;
            for (int i = from; i < cells.length; i++) {
                int cell = (int) cells[i] & 0xffff;
                int low = lowest(cell);
                int high = highest(cell);
                left += low <= high ? start(cell, high + 1) - start(cell, low) : 0;
            }
            return left;
        }

        private void visit(int cell) {
            if (gaps[cell] > top.reach()) {
                return;
            }
            gaps[cell] = VISITED;
            int low = lowest(cell);
            int high = highest(cell);
            if (low > high) {
                return;
            }
            if (start(cell, high + 1) - start(cell, low) < LONG_RANGE) {
                read(cell, low, high);
            } else {
                for (int shell = low; shell <= high; shell++) {
                    read(cell, shell, shell);
                }
            }
        }

        private int lowest(int cell) {
            return Math.max(inner[cell], distances[cell] - top.reach());
        }

        private int highest(int cell) {
            return Math.min(outer[cell], distances[cell] + top.reach());
        }

        private int start(int cell, int shell) {
            return shellStarts[firstShell[cell] + shell - inner[cell]];
        }

        private void read(int cell, int lowShell, int highShell) {
            int from = start(cell, lowShell);
            int to = start(cell, highShell + 1);
            compared += to - from;
            inOneShell = lowShell == highShell;
            store.read(from, to, this);
        }

        @Override
        public void accept(long[] words, int at, int position, int count) {
            int limit = inOneShell ? top.limitFrom(numbers.row(position)) : top.limit();
            kernel.scan(words, at, position, count, query, top, limit);
        }
    }

    private static void gaps(int[] distances, int[] inner, int[] outer, int[] gaps) {
        for (int cell = 0; cell < gaps.length; cell++) {
            gaps[cell] = Math.max(distances[cell] - outer[cell], inner[cell] - distances[cell]);
        }
        for (int cell = 0; cell < gaps.length; cell++) {
            gaps[cell] = Math.max(0, gaps[cell]);
        }
    }
}
