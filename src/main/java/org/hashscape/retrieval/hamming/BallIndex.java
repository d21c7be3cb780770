package org.hashscape.retrieval.hamming;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hashscape.model.Progress;

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

    /** Ranges with more codes are read shell by shell, so that ties can be refused by their row. */
    private static final int LONG_RANGE = 4096;

    /** Cells looked at before the cost of the rest is believed. */
    private static final int WARM_CELLS = 6;

    private final CodeStore store;
    private final RowNumbers numbers;
    private final Centres centres;
    private final CellTable table;
    /** Distance of the innermost and outermost shell of each cell; an empty cell has 1 and 0. */
    private final int[] inner;

    private final int[] outer;
    /** The shell s of cell c begins at {@code shellStarts[firstShell[c] + s - inner[c]]}; the next entry is its end. */
    private final int[] firstShell;

    private final int[] shellStarts;
    private final ReachGuesses guesses;
    /** What queries write to, kept for the next ones; as many as ever searched at the same time. */
    private final Queue<CellTable.Scratch> scratch = new ConcurrentLinkedQueue<>();

    BallIndex(
            CodeStore store,
            RowNumbers numbers,
            Centres centres,
            int[] inner,
            int[] outer,
            int[] shellStarts,
            ReachGuesses guesses) {
        this.store = store;
        this.numbers = numbers;
        this.centres = centres;
        this.table = new CellTable(centres, inner, outer);
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
        return build(store, numbers, centres, progress.part(0.1, 1));
    }

    /** The same around centres learned before. */
    static BallIndex build(CodeStore store, RowNumbers numbers, Centres centres, Progress progress) {
        int[] nearest = centres.nearest(store, progress.part(0, 0.8));
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
        BallIndex unguessed = new BallIndex(sorted, moved, centres, inner, outer, starts, ReachGuesses.NONE);
        return new BallIndex(sorted, moved, centres, inner, outer, starts, ReachGuesses.learn(unguessed));
    }

    /** From a query to the nearest centre of a cell that holds something. */
    int nearestCentre(long[] query) {
        CellTable.Scratch cells = table.newScratch();
        cells.compare(query);
        return cells.distance(cells.nearest());
    }

    ReachGuesses guesses() {
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
                + (long) Long.BYTES * centres.words().length
                + (long) Integer.BYTES * (3L * inner.length + shellStarts.length)
                + table.bytes();
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
        CellTable.Scratch used = scratch.poll();
        CellTable.Scratch mine = used == null ? table.newScratch() : used;
        int compared = new Search(query, top, kernel, mine, mostRows).run(mayGuess);
        scratch.add(mine);
        return compared;
    }

    /** One query on its way. */
    private final class Search implements CodeStore.Run {

        private final long[] query;
        private final TopK top;
        private final ScanKernel kernel;
        private final CellTable.Scratch cells;
        private final int mostRows;
        private boolean inOneShell;
        private int compared;

        Search(long[] query, TopK top, ScanKernel kernel, CellTable.Scratch cells, int mostRows) {
            this.query = query;
            this.top = top;
            this.kernel = kernel;
            this.cells = cells;
            this.mostRows = mostRows;
        }

        int run(boolean mayGuess) {
            top.reading(numbers, false);
            cells.compare(query);
            int nearest = cells.nearest();
            int guess = mayGuess ? guesses.reach(top.k(), cells.distance(nearest)) : Integer.MAX_VALUE;
            if (guess < Integer.MAX_VALUE) {
                top.restart(guess);
                boolean whole = visitInReach(nearest);
                if (!whole || top.isFull()) {
                    return whole ? compared : -1;
                }
            }
            top.restart(Integer.MAX_VALUE);
            growIn(nearest);
            cells.finish(nearest);
            return fillUp() && visitByPromise() ? compared : -1;
        }

        /** Visits every cell in reach, the nearest first; false where that would be too much. */
        private boolean visitInReach(int nearest) {
            int[] found = cells.within(Math.min(top.reach(), top.limit() - 1));
            visit(nearest);
            for (int i = 0; found[i] >= 0; i++) {
                if (isTooMuch(found, i)) {
                    return false;
                }
                if (found[i] != nearest) {
                    visit(found[i]);
                }
            }
            return true;
        }

        /** The same, the most promising first: worth a sort where the reach may still shrink much. */
        private boolean visitByPromise() {
            int[] found = cells.within(Math.min(top.reach(), top.limit() - 1));
            int size = 0;
            while (found[size] >= 0) {
                size++;
            }
            long[] keys = new long[size];
            for (int i = 0; i < size; i++) {
                keys[i] = (long) cells.gap(found[i]) << 48 | (long) cells.distance(found[i]) << 32 | found[i];
            }
            Arrays.sort(keys);
            for (int i = 0; i < size; i++) {
                found[i] = (int) keys[i];
            }
            for (int i = 0; i < size; i++) {
                if (isTooMuch(found, i)) {
                    return false;
                }
                visit(found[i]);
            }
            return true;
        }

        private boolean isTooMuch(int[] found, int next) {
            return compared > mostRows || (next == WARM_CELLS && codesLeft(found, next) > mostRows);
        }

        /** Looks around the query in a cell, from its shell outwards, so that the reach shrinks early. */
        private void growIn(int cell) {
            if (inner[cell] > outer[cell]) {
                return;
            }
            int apart = cells.distance(cell);
            int low = Math.max(inner[cell], Math.min(outer[cell], apart));
            int high = low;
            read(cell, low, high);
            while (low > lowest(cell) || high < highest(cell)) {
                if (low > inner[cell]) {
                    read(cell, --low, low);
                }
                if (high < outer[cell]) {
                    read(cell, ++high, high);
                }
            }
        }

        /** Goes on with the nearest cells while there are fewer than k codes; false where that would be too much. */
        private boolean fillUp() {
            if (top.isFull()) {
                return true;
            }
            long[] byDistance = new long[inner.length];
            for (int cell = 0; cell < byDistance.length; cell++) {
                byDistance[cell] = (long) cells.distance(cell) << 32 | cell;
            }
            Arrays.sort(byDistance);
            for (int i = 0; i < byDistance.length && !top.isFull(); i++) {
                if (compared > mostRows) {
                    return false;
                }
                int cell = (int) byDistance[i];
                if (cells.gap(cell) <= top.reach() && inner[cell] <= outer[cell]) {
                    visit(cell);
                    cells.finish(cell);
                }
            }
            return true;
        }

        private long codesLeft(int[] found, int from) {
            long left = 0;
            for (int i = from; i < found.length && found[i] >= 0; i++) {
                int low = lowest(found[i]);
                int high = highest(found[i]);
                left += low <= high ? start(found[i], high + 1) - start(found[i], low) : 0;
            }
            return left;
        }

        /** Reads the shells of a cell that are in reach. */
        private void visit(int cell) {
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
            return Math.max(inner[cell], cells.distance(cell) - top.reach());
        }

        private int highest(int cell) {
            return Math.min(outer[cell], cells.distance(cell) + top.reach());
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
}
