package org.hashscape.retrieval.hamming;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.CodeTable;
import org.hashscape.retrieval.Neighbours;
import org.hashscape.retrieval.RowSet;

/**
 * Exact top-k by Hamming distance, ties by row, as quickly as the codes allow. Whatever was planned ({@link #plan}), the
 * answer is that of comparing the query with every code and sorting by (distance, row).
 *
 * <p>Codes can be added and removed at any time. Added codes are scanned until {@link #rebuilt} takes them into the index,
 * which the owner does when {@link #isStale} says that it pays. Safe for several threads at once: searches go side by
 * side, changes alone.
 */
public final class HammingSearch {

    private static final int MOST_SPARE_BYTES = 1 << 16;

    private final IndexedCodes indexed;
    private final SearchPlan plan;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final BitSet removed = new BitSet();
    private final int firstAdded;
    private final HeapCodes added;
    /** What queries write to, kept for the next ones: fresh memory costs a query more than its comparisons. */
    private final Queue<TopK> spare = new ConcurrentLinkedQueue<>();

    HammingSearch(IndexedCodes indexed, SearchPlan plan, int nextRow) {
        this.indexed = indexed;
        this.plan = plan;
        this.firstAdded = nextRow;
        this.added = new HeapCodes(plan.bits());
    }

    /**
     * Plans and builds.
     *
     * @param codes row r is row r; the table is kept, not copied, unless an index is built
     * @param parallelism threads to build with
     */
    public static HammingSearch of(CodeTable codes, int parallelism, Progress progress) {
        return planned(HeapCodes.over(codes), RowNumbers.SAME, codes.rows(), parallelism, progress);
    }

    /** The same with an index that is not the planner's choice, to compare them. */
    public static HammingSearch of(CodeTable codes, SearchPlan.Index index, int parallelism, Progress progress) {
        long start = System.nanoTime();
        CodeStore store = HeapCodes.over(codes);
        ScanKernel kernel = Planner.quickestKernel(store, RowNumbers.SAME);
        IndexedCodes indexed = codes.rows() == 0 || index == SearchPlan.Index.SCAN
                ? IndexedCodes.scanned(store, RowNumbers.SAME, kernel)
                : Threads.run(
                        parallelism,
                        () -> index == SearchPlan.Index.BALL
                                ? IndexedCodes.with(BallIndex.build(store, RowNumbers.SAME, progress), kernel)
                                : IndexedCodes.with(
                                        MultiIndex.build(store, RowNumbers.SAME, progress),
                                        store,
                                        RowNumbers.SAME,
                                        kernel,
                                        Long.MAX_VALUE));
        return new HammingSearch(indexed, planOf(indexed, start, 0, 0), codes.rows());
    }

    private static HammingSearch planned(
            CodeStore store, RowNumbers numbers, int nextRow, int parallelism, Progress progress) {
        long start = System.nanoTime();
        return Threads.run(parallelism, () -> {
            Planner planner = new Planner(store, numbers, progress);
            IndexedCodes indexed = planner.choose();
            return new HammingSearch(
                    indexed, planOf(indexed, start, planner.scanNanos(), planner.bestNanos()), nextRow);
        });
    }

    /**
     * Opens a file that {@link #save} wrote, without reading its codes: they are read where a search needs them. What is
     * added or removed afterwards is not written back.
     *
     * @throws IOException where the file is not one of these, of another version, or its header or index is damaged
     */
    public static HammingSearch open(Path file) throws IOException {
        long start = System.nanoTime();
        CodeFile.Opened opened = CodeFile.open(file);
        return new HammingSearch(opened.codes(), planOf(opened.codes(), start, 0, 0), opened.nextRow());
    }

    /** Reads a whole file and compares it with its checksums. @throws IOException where it is damaged */
    public static void verify(Path file, Progress progress) throws IOException {
        CodeFile.verify(file, progress);
    }

    /**
     * Writes codes, row numbers and balls to a file, replacing what is there only when it is whole. Tables of multi-index
     * hashing are not written: they are quicker made than read.
     *
     * @throws IllegalStateException where codes were added or removed: make it {@link #rebuilt} first
     */
    public void save(Path file, Progress progress) throws IOException {
        lock.readLock().lock();
        try {
            if (added.size() > 0 || !removed.isEmpty()) {
                throw new IllegalStateException(
                        "Codes were added or removed since the index was built; rebuild it first");
            }
            CodeFile.write(file, indexed, firstAdded, progress);
        } finally {
            lock.readLock().unlock();
        }
    }

    private static SearchPlan planOf(IndexedCodes indexed, long startNanos, double scanNanos, double queryNanos) {
        return new SearchPlan(
                indexed.index(),
                indexed.store().size(),
                indexed.store().bits(),
                indexed.bytesPerCode(),
                (System.nanoTime() - startNanos) / 1e9,
                scanNanos / 1e6,
                queryNanos / 1e6,
                indexed.kernel().name());
    }

    /** How codes are searched, and why. */
    public SearchPlan plan() {
        return plan;
    }

    public int bits() {
        return plan.bits();
    }

    /** Rows that can be found. */
    public int size() {
        lock.readLock().lock();
        try {
            return indexed.store().size() + added.size() - removed.cardinality();
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * The closest rows.
     *
     * @param k how many, at least 1; fewer come back where there are fewer rows
     * @param excludedRow a row that must not be in the answer (the query itself), or -1
     * @return with the number of codes that were compared as its candidates
     */
    public Neighbours search(BinaryCode query, int k, int excludedRow) {
        return search(query, k, RowSet.all(), excludedRow);
    }

    /**
     * The closest of some rows, as exactly. Where they are few, only they are compared; else the index is asked, which
     * tests what it finds, and looks as far as it takes to find k of them.
     *
     * @param k how many, at least 1; fewer come back where there are fewer rows
     * @param among the only rows that may be in the answer
     * @param excludedRow one more row that must not be in the answer (the query itself), or -1
     */
    public Neighbours search(BinaryCode query, int k, RowSet among, int excludedRow) {
        long[] words = words(query, k);
        lock.readLock().lock();
        try {
            TopK top = topFor(k, among, excludedRow);
            int compared = indexed.prune(words, k, among, top);
            if (compared < 0) {
                top.reset(k, excludedRow, removed, among);
                compared = indexed.scan(words, among, top);
            }
            Neighbours found = withAdded(words, top, compared, among, excludedRow);
            if (top.room() <= MOST_SPARE_BYTES) {
                spare.add(top);
            }
            return found;
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * The closest rows of many queries, each as {@link #search} without an excluded row finds them. Queries that no index
     * can help are compared block by block, so that memory is read once for all of them.
     *
     * @param parallelism threads to use
     */
    public List<Neighbours> searchAll(List<BinaryCode> queries, int k, int parallelism, Progress progress) {
        return searchAll(queries, k, RowSet.all(), parallelism, progress);
    }

    /** The closest of some rows, for each of many queries. */
    public List<Neighbours> searchAll(
            List<BinaryCode> queries, int k, RowSet among, int parallelism, Progress progress) {
        List<long[]> words = queries.stream().map(query -> words(query, k)).toList();
        lock.readLock().lock();
        try {
            Batch batch = new Batch(indexed, words, k, among, () -> newTop(k, among, -1));
            return Threads.run(parallelism, () -> {
                batch.run(Math.max(1, parallelism), progress);
                return IntStream.range(0, words.size())
                        .mapToObj(i -> withAdded(words.get(i), batch.top(i), batch.compared(i), among, -1))
                        .toList();
            });
        } finally {
            lock.readLock().unlock();
        }
    }

    /** How many rows lie at each distance 0..bits. */
    public int[] distanceHistogram(BinaryCode query, int excludedRow) {
        return distanceHistogram(query, RowSet.all(), excludedRow);
    }

    /** How many of some rows lie at each distance 0..bits. Quickest without an excluded row, of all rows. */
    public int[] distanceHistogram(BinaryCode query, RowSet among, int excludedRow) {
        long[] words = words(query, 1);
        int[] histogram = new int[64 * words.length + 1];
        lock.readLock().lock();
        try {
            count(indexed.store(), indexed.numbers(), words, among, excludedRow, histogram);
            count(added, RowNumbers.from(firstAdded), words, among, excludedRow, histogram);
        } finally {
            lock.readLock().unlock();
        }
        return Arrays.copyOf(histogram, bits() + 1);
    }

    private void count(
            CodeStore store, RowNumbers numbers, long[] query, RowSet among, int excludedRow, int[] histogram) {
        if (excludedRow < 0 && removed.isEmpty() && among.isAll()) {
            DistanceCounts counts = new DistanceCounts(query);
            store.read(0, store.size(), counts);
            counts.addTo(histogram);
            return;
        }
        store.read(0, store.size(), (words, at, position, count) -> {
            for (int i = 0; i < count; i++) {
                if (isThere(numbers.row(position + i), among, excludedRow)) {
                    histogram[DistanceCounts.distance(query, words, at + i * query.length)]++;
                }
            }
        });
    }

    private boolean isThere(int row, RowSet among, int excludedRow) {
        return row != excludedRow && among.contains(row) && !removed.get(row);
    }

    /** Adds a code; returns its row, one more than that of the code before. */
    public int add(BinaryCode code) {
        long[] words = words(code, 1);
        lock.writeLock().lock();
        try {
            added.add(words);
            return firstAdded + added.size() - 1;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Removes a row; the numbers of the others stay. @throws IllegalArgumentException where there is no such row */
    public void remove(int row) {
        lock.writeLock().lock();
        try {
            if (row < 0 || row >= firstAdded + added.size() || removed.get(row)) {
                throw new IllegalArgumentException("There is no row " + row + " to remove");
            }
            removed.set(row);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Whether so much was added or removed that {@link #rebuilt} would make queries notably quicker. */
    public boolean isStale() {
        lock.readLock().lock();
        try {
            int indexedRows = indexed.store().size();
            return added.size() > Math.max(Planner.FEW, indexedRows / 8)
                    || removed.cardinality() > Math.max(Planner.FEW, indexedRows / 4);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** A new search over what is there now, planned anew; rows keep their numbers. This one stays as it is. */
    public HammingSearch rebuilt(int parallelism, Progress progress) {
        HeapCodes codes;
        RowNumbers numbers;
        int nextRow;
        lock.readLock().lock();
        try {
            nextRow = firstAdded + added.size();
            int size = indexed.store().size() + added.size() - removed.cardinality();
            codes = HeapCodes.zeros(bits(), size);
            numbers = RowNumbers.of(gather(codes), true);
        } finally {
            lock.readLock().unlock();
        }
        return planned(codes, nextRow == codes.size() ? RowNumbers.SAME : numbers, nextRow, parallelism, progress);
    }

    /** Copies what is not removed, by row; returns the rows. */
    private int[] gather(HeapCodes target) {
        int[] rows = new int[target.size()];
        long[] code = new long[target.wordsPerCode()];
        int at = 0;
        for (int position : indexed.numbers().positionsByRow(indexed.store().size())) {
            int row = indexed.numbers().row(position);
            if (!removed.get(row)) {
                indexed.store().copy(position, code, 0);
                target.set(at, code, 0);
                rows[at++] = row;
            }
        }
        for (int i = 0; i < added.size(); i++) {
            if (!removed.get(firstAdded + i)) {
                added.copy(i, code, 0);
                target.set(at, code, 0);
                rows[at++] = firstAdded + i;
            }
        }
        return rows;
    }

    private TopK topFor(int k, RowSet among, int excludedRow) {
        TopK used = spare.poll();
        if (used == null) {
            return newTop(k, among, excludedRow);
        }
        used.reset(k, excludedRow, removed, among);
        return used;
    }

    private TopK newTop(int k, RowSet among, int excludedRow) {
        return new TopK(k, excludedRow, removed, among, indexed.store().wordsPerCode());
    }

    private Neighbours withAdded(long[] query, TopK top, int compared, RowSet among, int excludedRow) {
        if (added.size() > 0) {
            top.reading(RowNumbers.from(firstAdded), true);
            added.read(
                    0,
                    added.size(),
                    (words, at, position, count) ->
                            ScanKernel.LOOP.scan(words, at, position, count, query, top, top.limit()));
        }
        int looked = compared + added.size();
        boolean few = among.isAll() && compared < indexed.store().size();
        return top.neighbours(few ? looked : Math.min(looked, findable(among, excludedRow)));
    }

    /** Rows that an answer could hold, at most. */
    private int findable(RowSet among, int excludedRow) {
        int rows = firstAdded + added.size();
        boolean excludes = excludedRow >= 0 && excludedRow < rows && isThere(excludedRow, among, -1);
        int all = indexed.store().size() + added.size() - removed.cardinality();
        int allowed = among.countBelow(rows);
        for (int row = removed.nextSetBit(0); row >= 0 && !among.isAll(); row = removed.nextSetBit(row + 1)) {
            allowed -= among.contains(row) ? 1 : 0;
        }
        return Math.min(all, allowed) - (excludes ? 1 : 0);
    }

    private long[] words(BinaryCode query, int k) {
        if (query.bits() != bits()) {
            throw new IllegalArgumentException(
                    "A query of " + query.bits() + " bits cannot be compared with codes of " + bits() + " bits");
        }
        if (k < 1) {
            throw new IllegalArgumentException("At least 1 result must be asked for, not " + k);
        }
        return query.words();
    }
}
