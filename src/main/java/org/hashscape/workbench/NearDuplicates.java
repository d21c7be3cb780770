package org.hashscape.workbench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hashscape.imaging.DihedralFingerprint;
import org.hashscape.model.Progress;
import org.hashscape.model.Ranking;
import org.hashscape.model.TileId;

/**
 * Which tiles of an archive show the same, turned, mirrored or compressed again perhaps, by their {@linkplain
 * DihedralFingerprint fingerprints}; by the stricter of their two limits, since the looser one takes fine patterns of
 * different colours for one another, and what is folded away wrongly is not seen. Reads those of the tiles it is asked to, and keeps them in memory. Thread-safe.
 */
public final class NearDuplicates {

    private static final int MOST_KEPT = 100_000;

    private final Archive archive;
    private final Fingerprints fingerprints;
    private final Map<TileId, Optional<DihedralFingerprint>> kept = new ConcurrentHashMap<>();
    private volatile long generation;

    public NearDuplicates(Archive archive) {
        this.archive = archive;
        this.fingerprints = new Fingerprints(archive);
    }

    /** Makes {@link #same} able to answer about these tiles; blocks. */
    public void load(List<TileId> tiles, Progress progress) throws IOException {
        if (generation != archive.generation() || kept.size() > MOST_KEPT) {
            generation = archive.generation();
            kept.clear();
        }
        for (TileId tile : tiles) {
            progress.checkCancelled();
            if (!kept.containsKey(tile)) {
                kept.put(tile, fingerprints.of(tile));
            }
        }
    }

    /** Whether two tiles are copies of one another; not, where one of them was not loaded. At once. */
    public boolean same(TileId one, TileId other) {
        Optional<DihedralFingerprint> first = kept.getOrDefault(one, Optional.empty());
        Optional<DihedralFingerprint> second = kept.getOrDefault(other, Optional.empty());
        return first.isPresent() && second.isPresent() && first.get().sameAs(second.get());
    }

    /** A ranking with its near-duplicates folded. */
    public FoldedRanking fold(Ranking ranking, Progress progress) throws IOException {
        load(ranking.tiles(), progress);
        return FoldedRanking.of(ranking, this::same);
    }
}
