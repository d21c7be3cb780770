package org.hashscape.retrieval.hamming;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.RowSet;

/** Many queries at once: those an index can help one by one, the rest against one block of codes after the other. */
final class Batch {

    private static final int BLOCK = 4096;
    private static final int STRIDE = 256;
    /** Turning a block into planes pays from so many queries on. */
    private static final int ENOUGH = 4;

    private final IndexedCodes codes;
    private final List<long[]> queries;
    private final int k;
    private final RowSet among;
    private final Supplier<TopK> newTop;
    private final TopK[] tops;
    private final int[] compared;

    /** @param newTop makes one that keeps k rows, all of them among those said */
    Batch(IndexedCodes codes, List<long[]> queries, int k, RowSet among, Supplier<TopK> newTop) {
        this.codes = codes;
        this.queries = queries;
        this.k = k;
        this.among = among;
        this.newTop = newTop;
        this.tops = new TopK[queries.size()];
        this.compared = new int[queries.size()];
        for (int i = 0; i < tops.length; i++) {
            tops[i] = newTop.get();
        }
    }

    TopK top(int query) {
        return tops[query];
    }

    int compared(int query) {
        return compared[query];
    }

    void run(int groups, Progress progress) {
        IntStream.range(0, queries.size()).parallel().forEach(i -> {
            progress.checkCancelled();
            compared[i] = codes.prune(queries.get(i), k, among, tops[i]);
        });
        int[] rest =
                IntStream.range(0, queries.size()).filter(i -> compared[i] < 0).toArray();
        IntStream.range(0, groups).parallel().forEach(group -> {
            int from = (int) ((long) rest.length * group / groups);
            int to = (int) ((long) rest.length * (group + 1) / groups);
            scan(Arrays.copyOfRange(rest, from, to), progress);
        });
    }

    private void scan(int[] group, Progress progress) {
        for (int query : group) {
            tops[query] = newTop.get();
            compared[query] = codes.store().size();
        }
        if (group.length < ENOUGH || codes.isPicked(among) || !BatchKernel.planesAreQuicker()) {
            for (int query : group) {
                progress.checkCancelled();
                compared[query] = codes.scan(queries.get(query), among, tops[query]);
            }
            return;
        }
        for (int query : group) {
            tops[query].reading(codes.numbers(), codes.numbers().ascending());
        }
        PlaneBlock block = new PlaneBlock(codes.store().wordsPerCode(), BLOCK);
        int[] distances = new int[BLOCK];
        for (int from = 0; from < codes.store().size(); from += BLOCK) {
            progress.checkCancelled();
            block.load(codes.store(), from, Math.min(BLOCK, codes.store().size() - from));
            for (int query : group) {
                block.distancesTo(queries.get(query), 0, distances);
                offer(distances, block.size(), from, tops[query]);
            }
        }
    }

    private static void offer(int[] distances, int size, int position, TopK top) {
        int limit = top.limit();
        for (int from = 0; from < size; from += STRIDE) {
            int to = Math.min(size, from + STRIDE);
            if (PlaneBlock.anyBelow(distances, limit, from, to)) {
                for (int i = from; i < to; i++) {
                    if (distances[i] < limit) {
                        limit = top.offer(position + i, distances[i]);
                    }
                }
            }
        }
    }
}
