package org.hashscape.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.hashscape.archive.store.ArchiveException;
import org.hashscape.archive.store.DescriptorTable;
import org.hashscape.archive.store.StoredDescriptorSet;
import org.hashscape.feature.DescriptorExtractor;
import org.hashscape.feature.DescriptorFamily;
import org.hashscape.imaging.Thumbnails;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.ShellWord;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Describes the tiles of an archive that one descriptor does not describe yet: learns its extractor first where that
 * has not been done, then reads and describes originals on all cores and stores the vectors in whole batches.
 */
public final class DescribeTiles {

    private static final Logger LOG = LoggerFactory.getLogger(DescribeTiles.class);
    private static final int BATCH = 256;

    /** Sample rasters wait in memory together, so large ones are shrunk to this side first. */
    private static final int SAMPLE_SIDE = 512;

    /**
     * At most so many tiles of a descriptor keep what their orientations give: 16 bytes per number, 420 MB for 8 views of
     * 1,280 numbers. They are drawn from the labelled ones, since only labels train on them.
     */
    private static final int MOST_WITH_VIEWS = 20_000;

    /** Seed of what extractors learn. */
    static final long SEED = 1;

    /**
     * What a run did.
     *
     * @param reasons why tiles stay undescribed, by key: their originals could not be read
     */
    public record Report(String descriptor, int dimension, int described, SortedMap<String, String> reasons) {

        /** Tiles whose originals could not be read. */
        public int unreadable() {
            return reasons.size();
        }
    }

    private final Archive archive;
    private final DescriptorTable table;

    public DescribeTiles(Archive archive) {
        this.archive = archive;
        this.table = archive.store().descriptors();
    }

    /**
     * Describes what is missing. Cancelling keeps what was stored; the next run goes on from there.
     *
     * @param descriptor id of one family (not a joined one)
     * @param anew whether to learn and describe everything again, as after damage or for a new version's descriptor
     * @throws IllegalArgumentException where there is no such family, or it cannot learn from so few tiles
     * @throws IOException where no original can be read, what was learned is damaged, or the archive not written
     */
    public Report run(String descriptor, boolean anew, Progress progress) throws IOException {
        return describe(descriptor, anew, progress).report();
    }

    /** A descriptor whose tiles are described, ready for use. */
    record Done(StoredDescriptorSet set, DescriptorExtractor extractor, Report report) {}

    Done describe(String descriptor, boolean anew, Progress progress) throws IOException {
        DescriptorFamily family = KnownDescriptors.byId(descriptor);
        Optional<StoredDescriptorSet> known = anew ? Optional.empty() : table.find(descriptor);
        StoredDescriptorSet set;
        DescriptorExtractor extractor;
        if (known.isPresent()) {
            set = known.get();
            extractor = extractor(set);
        } else {
            extractor = learn(family, progress.part(0, 0.3));
            set = table.create(descriptor, extractor.dimension(), SEED, extractor.toBytes(), Workspace.version());
        }
        Progress rest = known.isPresent() ? progress : progress.part(0.3, 1);
        return new Done(set, extractor, describe(set, extractor, rest));
    }

    /** What is described already, for archives that nothing can be added to; empty where no tile is. */
    Optional<Done> known(String descriptor) throws IOException {
        Optional<StoredDescriptorSet> set = table.find(descriptor);
        if (set.isEmpty() || table.tileIds(set.get()).length == 0) {
            return Optional.empty();
        }
        Report nothing = new Report(descriptor, set.get().dimension(), 0, Collections.emptySortedMap());
        return Optional.of(new Done(set.get(), extractor(set.get()), nothing));
    }

    private DescriptorExtractor extractor(StoredDescriptorSet set) throws ArchiveException {
        try {
            return KnownDescriptors.byId(set.name()).load(set.learned());
        } catch (IllegalArgumentException unreadable) {
            throw new ArchiveException(
                    unreadable.getMessage() + ". Describe the archive anew: hashscape describe "
                            + ShellWord.of(archive.file()) + " --descriptor " + set.name() + " --force",
                    unreadable);
        }
    }

    private DescriptorExtractor learn(DescriptorFamily family, Progress progress) throws IOException {
        List<Raster> sample = new ArrayList<>();
        if (family.sampleSize() > 0) {
            List<Tile> chosen = archive.catalogue().sample(family.sampleSize(), SEED);
            int all = chosen.size();
            Pipeline.run(
                    chosen,
                    tile -> read(tile, new ConcurrentSkipListMap<>())
                            .map(raster -> Thumbnails.shrink(raster, SAMPLE_SIDE)),
                    raster -> {
                        raster.ifPresent(sample::add);
                        progress.report(
                                0.5 * sample.size() / all,
                                String.format(
                                        Locale.ENGLISH, "%s: reading a sample of %,d tiles", family.title(), all));
                    },
                    progress);
        }
        if (sample.isEmpty() && family.sampleSize() > 0 && archive.catalogue().size() > 0) {
            throw noneReadable("a sample of the");
        }
        return family.learn(sample, SEED, progress.part(0.5, 1));
    }

    private Report describe(StoredDescriptorSet set, DescriptorExtractor extractor, Progress progress)
            throws IOException {
        TileCatalogue catalogue = archive.catalogue();
        List<Tile> missing = catalogue.known(table.missing(set));
        Set<TileId> viewed = extractor.views() > 1 ? chooseViewed(set, missing) : Set.of();
        Vectors vectors = new Vectors(set, missing.size(), viewed, progress);
        try {
            TileDescriptions.run(missing, tile -> read(tile, vectors.reasons), extractor, vectors::add, progress);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        vectors.flush();
        boolean noneBefore = missing.size() == catalogue.size();
        if (noneBefore && vectors.stored == 0 && !vectors.reasons.isEmpty()) {
            throw noneReadable("the " + vectors.reasons.size());
        }
        return new Report(set.name(), set.dimension(), vectors.stored, vectors.reasons);
    }

    private IOException noneReadable(String which) throws IOException {
        return new IOException(
                "None of " + which + " originals below " + archive.root().orElse(archive.file())
                        + " can be read. If the folder was moved, choose File > Locate folder…, or run: hashscape import"
                        + " NEW-FOLDER --archive " + ShellWord.of(archive.file()));
    }

    private Set<TileId> chooseViewed(StoredDescriptorSet set, List<Tile> missing) throws IOException {
        List<TileId> labelled = new ArrayList<>(missing.stream()
                .filter(tile -> !tile.labels().isEmpty())
                .map(Tile::id)
                .toList());
        int room = MOST_WITH_VIEWS - archive.store().views().count(set);
        if (labelled.size() > room) {
            Collections.shuffle(labelled, new Random(SEED));
        }
        return Set.copyOf(labelled.subList(0, Math.max(0, Math.min(room, labelled.size()))));
    }

    private Optional<Raster> read(Tile tile, Map<String, String> reasons) {
        try {
            return Optional.of(archive.raster(tile));
        } catch (IOException unreadable) {
            return without(tile, String.valueOf(unreadable.getMessage()), reasons);
        } catch (OutOfMemoryError full) {
            return without(tile, "It needs more memory than Java may use", reasons);
        }
    }

    private static Optional<Raster> without(Tile tile, String reason, Map<String, String> reasons) {
        LOG.warn("Tile {} cannot be described: {}", tile.key(), reason);
        reasons.put(tile.key(), reason);
        return Optional.empty();
    }

    /** Vectors made but not yet written. */
    private final class Vectors {

        private final StoredDescriptorSet set;
        private final int all;
        private final Set<TileId> viewed;
        private final Progress progress;
        private final List<TileId> viewedTiles = new ArrayList<>();
        private final List<float[]> views = new ArrayList<>();
        private final List<TileId> tiles = new ArrayList<>();
        private final List<float[]> values = new ArrayList<>();
        private final long start = System.nanoTime();
        private final SortedMap<String, String> reasons = new ConcurrentSkipListMap<>();
        private int stored;
        private int unreadable;

        Vectors(StoredDescriptorSet set, int all, Set<TileId> viewed, Progress progress) {
            this.set = set;
            this.all = all;
            this.viewed = viewed;
            this.progress = progress;
        }

        void add(TileDescriptions.Described described) {
            if (described.vector().isEmpty()) {
                unreadable++;
                return;
            }
            if (viewed.contains(described.tile().id())) {
                viewedTiles.add(described.tile().id());
                views.add(described.views());
            }
            tiles.add(described.tile().id());
            values.add(described.vector().get());
            if (tiles.size() >= BATCH) {
                try {
                    flush();
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
            int done = stored + tiles.size() + unreadable;
            double seconds = (System.nanoTime() - start) / 1e9;
            progress.report(
                    (double) done / all,
                    String.format(
                            Locale.ENGLISH,
                            "Describing %,d of %,d tiles by %s (%,.0f a second)",
                            done,
                            all,
                            set.name(),
                            done / seconds));
        }

        void flush() throws IOException {
            if (tiles.isEmpty()) { // an archive that cannot be written is searched all the same
                return;
            }
            archive.store().views().put(set, viewedTiles, views);
            viewedTiles.clear();
            views.clear();
            table.put(set, tiles, values);
            stored += tiles.size();
            tiles.clear();
            values.clear();
        }
    }
}
