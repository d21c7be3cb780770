package org.hashscape.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hashscape.archive.store.ArchiveException;
import org.hashscape.archive.store.RegionTable;
import org.hashscape.archive.store.RegionTable.TileRegions;
import org.hashscape.archive.store.StoredDescriptorSet;
import org.hashscape.feature.WorkingSize;
import org.hashscape.feature.region.RegionExtractor;
import org.hashscape.feature.region.RegionFamily;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.RegionMap;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the regions of one archive's tiles in memory; cuts and describes tiles that are missing, and stores that. */
public final class RegionLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(RegionLibrary.class);
    private static final int BATCH = 256;
    private static final int SAMPLE_SIDE = 512;

    private final Archive archive;
    private final RegionTable table;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(long generation, RegionTiles tiles) {}

    public RegionLibrary(Archive archive) {
        this.archive = archive;
        this.table = archive.store().regions();
    }

    /** What {@link #load} would answer at once; never waits. */
    Optional<RegionTiles> loaded(String descriptor) {
        return Optional.ofNullable(kept.get(descriptor))
                .filter(known -> known.generation() == archive.generation())
                .map(Kept::tiles);
    }

    /**
     * @throws IllegalArgumentException where the descriptor does not describe regions
     * @throws IOException where the archive cannot be read, or none of its originals
     */
    public RegionTiles load(String descriptor, Progress progress) throws IOException {
        Optional<RegionTiles> known = loaded(descriptor);
        return known.isPresent() ? known.get() : loadMissing(descriptor, progress);
    }

    private synchronized RegionTiles loadMissing(String descriptor, Progress progress) throws IOException {
        Optional<RegionTiles> meanwhile = loaded(descriptor);
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        long generation = archive.generation();
        RegionFamily family = KnownDescriptors.regionsOf(descriptor);
        Optional<StoredDescriptorSet> stored = table.find(descriptor);
        StoredDescriptorSet set;
        RegionExtractor extractor;
        if (stored.isPresent()) {
            set = stored.get();
            extractor = extractor(family, set);
        } else {
            extractor = family.learn(sample(family), DescribeTiles.SEED, progress.part(0, 0.2));
            set = table.create(descriptor, extractor.dimension(), extractor.toBytes(), Workspace.version());
        }
        describe(set, extractor, progress.part(0.2, 1));
        RegionTiles loaded = new RegionTiles(set, extractor, table.all(set));
        if (loaded.tiles().isEmpty()) {
            throw new IOException(
                    "None of the originals can be read. If their folder was moved, choose Locate" + " folder...");
        }
        kept.put(descriptor, new Kept(generation, loaded));
        return loaded;
    }

    private static RegionExtractor extractor(RegionFamily family, StoredDescriptorSet set) throws ArchiveException {
        try {
            return family.load(set.learned());
        } catch (IllegalArgumentException unusable) {
            throw new ArchiveException(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    private List<Raster> sample(RegionFamily family) throws IOException {
        List<Tile> chosen = archive.catalogue().sample(family.sampleSize(), DescribeTiles.SEED);
        List<Raster> sample = new ArrayList<>();
        Pipeline.run(
                chosen,
                tile -> read(tile).map(raster -> WorkingSize.atMost(raster, SAMPLE_SIDE)),
                raster -> raster.ifPresent(sample::add),
                Progress.NONE);
        return sample;
    }

    private record Prepared(TileId tile, Raster raster, RegionMap map, Optional<float[][]> vectors) {}

    private void describe(StoredDescriptorSet set, RegionExtractor extractor, Progress progress) throws IOException {
        List<Tile> missing = archive.catalogue().known(table.missing(set));
        List<Prepared> waiting = new ArrayList<>();
        int[] done = {0};
        try {
            Pipeline.run(
                    missing,
                    tile -> read(tile).map(raster -> prepare(tile, raster, extractor)),
                    prepared -> {
                        prepared.ifPresent(waiting::add);
                        done[0]++;
                        if (waiting.size() >= BATCH) {
                            write(set, extractor, waiting);
                        }
                        progress.report(
                                (double) done[0] / missing.size(),
                                String.format(
                                        Locale.ENGLISH,
                                        "Regions of %,d of %,d tiles by %s",
                                        done[0],
                                        missing.size(),
                                        set.name()));
                    },
                    progress);
            write(set, extractor, waiting);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private static Prepared prepare(Tile tile, Raster raster, RegionExtractor extractor) {
        RegionMap map = extractor.segment(raster);
        Optional<float[][]> vectors = extractor.batch() == 1
                ? Optional.of(extractor.describe(List.of(raster), List.of(map)).get(0))
                : Optional.empty();
        Raster kept = vectors.isPresent() ? new Raster(1, 1, new byte[3]) : WorkingSize.atMost(raster, SAMPLE_SIDE);
        return new Prepared(tile.id(), kept, map, vectors);
    }

    private void write(StoredDescriptorSet set, RegionExtractor extractor, List<Prepared> waiting) {
        List<TileRegions> rows = new ArrayList<>();
        for (int from = 0; from < waiting.size(); from += extractor.batch()) {
            List<Prepared> batch = waiting.subList(from, Math.min(from + extractor.batch(), waiting.size()));
            List<float[][]> described = batch.get(0).vectors().isPresent()
                    ? batch.stream().map(each -> each.vectors().orElseThrow()).toList()
                    : extractor.describe(
                            batch.stream().map(Prepared::raster).toList(),
                            batch.stream().map(Prepared::map).toList());
            for (int i = 0; i < batch.size(); i++) {
                rows.add(new TileRegions(batch.get(i).tile(), batch.get(i).map().toBytes(), described.get(i)));
            }
        }
        try {
            table.put(set, rows);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        waiting.clear();
    }

    private Optional<Raster> read(Tile tile) {
        try {
            return Optional.of(archive.raster(tile));
        } catch (IOException unreadable) {
            LOG.warn("Tile {} cannot be cut into regions: {}", tile.key(), unreadable.getMessage());
            return Optional.empty();
        }
    }
}
