package org.hashscape.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.hashscape.archive.store.DescriptorTable;
import org.hashscape.archive.store.StoredDescriptorSet;
import org.hashscape.feature.DescriptorFamily;
import org.hashscape.feature.JoinedDescriptor;
import org.hashscape.hashing.TileViews;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.DescriptorRows;
import org.hashscape.model.HalfVector;
import org.hashscape.model.Progress;

/**
 * Hands out the descriptors of one archive, describing what is missing first; small sets it keeps in memory. A joined descriptor {@code a+b} is
 * made of its stored parts; how they are standardised is stored once, so later imports do not move old tiles.
 */
public final class DescriptorLibrary {

    /** A descriptor of at most so many numbers in all, 64 MB, is kept in memory; of others only what is asked for. */
    private static final int IN_MEMORY = 16 << 20;

    private final Archive archive;
    private final DescriptorTable table;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /** Descriptors, and the state of the archive that they belong to. */
    private record Kept(long generation, DescribedTiles tiles) {}

    public DescriptorLibrary(Archive archive) {
        this.archive = archive;
        this.table = archive.store().descriptors();
    }

    /** What {@link #load} would answer at once; never waits, not even for a load that is going on. */
    Optional<DescribedTiles> loaded(String descriptor) {
        return Optional.ofNullable(kept.get(descriptor))
                .filter(known -> known.generation() == archive.generation())
                .map(Kept::tiles);
    }

    /** The families that a descriptor, joined perhaps, consists of. */
    public static List<DescriptorFamily> familiesOf(String descriptor) {
        return partsOf(descriptor).stream().map(KnownDescriptors::byId).toList();
    }

    /**
     * @throws IllegalArgumentException where there is no such descriptor
     * @throws IOException where originals or archive cannot be read, or the archive has no tile
     */
    public DescribedTiles load(String descriptor, Progress progress) throws IOException {
        Optional<DescribedTiles> known = loaded(descriptor);
        return known.isPresent() ? known.get() : loadMissing(descriptor, progress);
    }

    private synchronized DescribedTiles loadMissing(String descriptor, Progress progress) throws IOException {
        Optional<DescribedTiles> meanwhile = loaded(descriptor);
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        long generation = archive.generation();
        if (archive.catalogue().size() == 0) {
            throw new IOException("The archive has no tiles yet. Import a folder first.");
        }
        List<String> parts = partsOf(descriptor);
        DescribedTiles loaded =
                parts.size() == 1 ? loadOne(descriptor, progress) : loadJoined(descriptor, parts, progress);
        archive.followOthers(); // what they imported meanwhile has just been described with the rest
        kept.put(descriptor, new Kept(generation, loaded));
        return loaded;
    }

    /** The families in a descriptor's name. */
    static List<String> partsOf(String descriptor) {
        List<String> parts =
                Arrays.stream(descriptor.split("\\+", -1)).map(String::strip).toList();
        if (parts.stream().distinct().count() < parts.size()) {
            throw new IllegalArgumentException("The descriptor " + descriptor + " names a part twice");
        }
        return parts;
    }

    private DescribedTiles loadOne(String descriptor, Progress progress) throws IOException {
        DescribeTiles describe = new DescribeTiles(archive);
        Optional<DescribeTiles.Done> known =
                archive.store().isWritable() ? Optional.empty() : describe.known(descriptor);
        DescribeTiles.Done done = known.isPresent() ? known.get() : describe.describe(descriptor, false, progress);
        long[] tileIds = table.tileIds(done.set());
        DescriptorRows rows = inMemoryIfFew(table.rows(done.set(), tileIds));
        StoredViews.Reader views = StoredViews.reader(archive.store().views(), done.set(), tileIds, rows);
        return new DescribedTiles(
                descriptor,
                tileIds,
                rows,
                views,
                raster -> HalfVector.rounded(done.extractor().describe(raster)));
    }

    private static DescriptorRows inMemoryIfFew(DescriptorRows rows) throws IOException {
        try {
            return (long) rows.rows() * rows.dimension() <= IN_MEMORY ? DescriptorMatrix.copyOf(rows) : rows;
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private DescribedTiles loadJoined(String descriptor, List<String> names, Progress progress) throws IOException {
        List<DescribedTiles> parts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            parts.add(load(names.get(i), progress.part((double) i / names.size(), (i + 1.0) / names.size())));
        }
        long[] common = parts.get(0).tileIds();
        for (DescribedTiles part : parts) {
            common = Arrays.stream(common)
                    .filter(id -> Arrays.binarySearch(part.tileIds(), id) >= 0)
                    .toArray();
        }
        List<int[]> rowsOf = new ArrayList<>();
        for (DescribedTiles part : parts) {
            rowsOf.add(Arrays.stream(common)
                    .mapToInt(id -> Arrays.binarySearch(part.tileIds(), id))
                    .toArray());
        }
        JoinedDescriptor joined = storedJoin(descriptor, parts, rowsOf);
        DescriptorRows rows = new JoinedRows(
                joined, parts.stream().map(DescribedTiles::matrix).toList(), rowsOf);
        return new DescribedTiles(
                descriptor,
                common,
                inMemoryIfFew(rows),
                new JoinedReader(joined, parts, rowsOf),
                raster -> joined.apply(parts.stream()
                        .map(part -> part.describe().apply(raster))
                        .toList()));
    }

    /** Views of joined rows; none where a part has none. @param rowsOf for each part the row of every joined row */
    private record JoinedReader(JoinedDescriptor joined, List<DescribedTiles> parts, List<int[]> rowsOf)
            implements StoredViews.Reader {

        @Override
        public Optional<TileViews> read(int[] rows) throws IOException {
            List<TileViews> views = new ArrayList<>();
            List<DescriptorMatrix> descriptors = new ArrayList<>();
            for (int part = 0; part < parts.size(); part++) {
                int[] all = rowsOf.get(part);
                int[] chosen = Arrays.stream(rows).map(row -> all[row]).toArray();
                Optional<TileViews> read = parts.get(part).views().read(chosen);
                if (read.isEmpty()) {
                    return Optional.empty();
                }
                views.add(read.get());
                descriptors.add(parts.get(part).matrix().select(chosen));
            }
            return Optional.of(StoredViews.join(joined, views, descriptors));
        }

        @Override
        public int kept() throws IOException {
            int kept = 0;
            for (DescribedTiles part : parts) {
                kept += part.views().kept();
            }
            return kept;
        }
    }

    private JoinedDescriptor storedJoin(String descriptor, List<DescribedTiles> parts, List<int[]> rowsOf)
            throws IOException {
        Optional<StoredDescriptorSet> stored = table.find(descriptor);
        if (stored.isPresent()) {
            return JoinedDescriptor.fromBytes(stored.get().learned());
        }
        int together =
                parts.stream().mapToInt(part -> part.matrix().dimension()).sum();
        int[] sample =
                DescribedTiles.sample(IntStream.range(0, rowsOf.get(0).length).toArray(), together);
        List<DescriptorMatrix> aligned = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            int[] all = rowsOf.get(part);
            aligned.add(parts.get(part)
                    .matrix()
                    .select(Arrays.stream(sample).map(row -> all[row]).toArray()));
        }
        JoinedDescriptor joined = JoinedDescriptor.fit(aligned);
        table.create(descriptor, joined.dimension(), DescribeTiles.SEED, joined.toBytes(), Workspace.version());
        return joined;
    }
}
