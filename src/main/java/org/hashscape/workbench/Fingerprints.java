package org.hashscape.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hashscape.archive.store.FingerprintTable;
import org.hashscape.imaging.DihedralFingerprint;
import org.hashscape.imaging.Thumbnails;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.TileId;

/**
 * Fingerprints of an archive's tiles, made from their thumbnails and kept in the archive. Thread-safe.
 *
 * <pre>{@code
 * Fingerprints fingerprints = new Fingerprints(archive);
 * boolean copy = fingerprints.of(a).orElseThrow().sameAs(fingerprints.of(b).orElseThrow());
 * }</pre>
 */
public final class Fingerprints {

    private static final int BATCH = 1024;

    private final Archive archive;
    private final FingerprintTable table;

    public Fingerprints(Archive archive) {
        this.archive = archive;
        this.table = archive.store().fingerprints();
    }

    /** The fingerprint of one tile: the kept one, else made of its thumbnail; empty where there is no such tile. */
    public Optional<DihedralFingerprint> of(TileId tile) throws IOException {
        Optional<byte[]> kept = table.find(tile);
        if (kept.isPresent()) {
            return kept.map(DihedralFingerprint::fromBytes);
        }
        return archive.thumbnail(tile).map(DihedralFingerprint::of);
    }

    /** The fingerprint of any image, as a tile with its pixels would have it. */
    public static DihedralFingerprint ofImage(Raster raster) {
        return DihedralFingerprint.of(Thumbnails.shrink(raster, Thumbnails.SIDE));
    }

    /** Those of all tiles, by ascending tile id; makes and keeps what is missing first, on all cores. */
    public Map<TileId, DihedralFingerprint> all(Progress progress) throws IOException {
        makeMissing(progress);
        Map<TileId, DihedralFingerprint> all = new LinkedHashMap<>();
        table.all().forEach((tile, bytes) -> all.put(tile, DihedralFingerprint.fromBytes(bytes)));
        return all;
    }

    private record Made(TileId tile, Optional<DihedralFingerprint> fingerprint) {}

    private void makeMissing(Progress progress) throws IOException {
        List<TileId> missing = table.missing();
        List<TileId> tiles = new ArrayList<>();
        List<byte[]> cells = new ArrayList<>();
        int[] done = {0};
        try {
            Pipeline.run(
                    missing,
                    this::make,
                    made -> {
                        made.fingerprint().ifPresent(fingerprint -> {
                            tiles.add(made.tile());
                            cells.add(fingerprint.toBytes());
                        });
                        progress.report(
                                (double) ++done[0] / missing.size(),
                                String.format(Locale.ENGLISH, "Fingerprint %,d of %,d tiles", done[0], missing.size()));
                        if (tiles.size() >= BATCH) {
                            flush(tiles, cells);
                        }
                    },
                    progress);
            flush(tiles, cells);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private Made make(TileId tile) {
        try {
            return new Made(tile, archive.thumbnail(tile).map(DihedralFingerprint::of));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void flush(List<TileId> tiles, List<byte[]> cells) {
        try {
            table.put(tiles, cells);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        tiles.clear();
        cells.clear();
    }
}
