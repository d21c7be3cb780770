package org.hashscape.workbench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hashscape.hashing.HashFunction;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.CodeTable;
import org.hashscape.retrieval.HashTable;
import org.hashscape.retrieval.hamming.HammingSearch;
import org.hashscape.retrieval.hamming.SearchPlan;
import org.hashscape.workbench.job.Courtesy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A hash function and the codes it gave, in memory, with what searches them. Rows are those of {@link #tiles}.
 *
 * <p>Of many codes the index is built in the background, while nobody asks for anything: until it is there, queries scan. Answers are the same, since
 * both are exact.
 */
final class HashedTiles {

    /** An index over fewer codes is there in a moment. */
    private static final int BUILT_AT_ONCE = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(HashedTiles.class);

    private final DescribedTiles tiles;
    private final HashFunction function;
    private final int trainedTiles;
    private final CodeTable codes;
    private volatile HammingSearch search;
    private @Nullable HashTable table;

    /** @param trainedTiles how many tiles the function was trained on */
    HashedTiles(DescribedTiles tiles, HashFunction function, int trainedTiles, CodeTable codes, Progress progress) {
        this.tiles = tiles;
        this.function = function;
        this.trainedTiles = trainedTiles;
        this.codes = codes;
        int cores = Runtime.getRuntime().availableProcessors();
        if (codes.rows() < BUILT_AT_ONCE) {
            this.search = HammingSearch.of(codes, cores, progress);
            return;
        }
        this.search = HammingSearch.of(codes, SearchPlan.Index.SCAN, 1, progress);
        var unused = CompletableFuture.runAsync(this::buildIndex);
    }

    private void buildIndex() {
        try {
            search = HammingSearch.of(codes, 1, Courtesy.standingBack(1, TimeUnit.MINUTES));
        } catch (RuntimeException | OutOfMemoryError failure) {
            LOG.warn("{} codes are searched without an index, which could not be built", codes.rows(), failure);
        }
    }

    DescribedTiles tiles() {
        return tiles;
    }

    HashFunction function() {
        return function;
    }

    int trainedTiles() {
        return trainedTiles;
    }

    CodeTable codes() {
        return codes;
    }

    HammingSearch search() {
        return search;
    }

    /** Buckets of equal codes, made when a look-up first asks for them. */
    synchronized HashTable table() {
        HashTable known = table;
        if (known == null) {
            known = new HashTable(codes);
            table = known;
        }
        return known;
    }
}
