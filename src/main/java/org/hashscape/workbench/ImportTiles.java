package org.hashscape.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hashscape.archive.dataset.DatasetEntry;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.archive.dataset.DatasetScan;
import org.hashscape.archive.dataset.DatasetScanner;
import org.hashscape.archive.dataset.ScanRequest;
import org.hashscape.archive.store.ArchiveTerms;
import org.hashscape.archive.store.ProblemRecord;
import org.hashscape.archive.store.RenderingTable;
import org.hashscape.archive.store.TileRecord;
import org.hashscape.archive.store.TileRecord.FileStamp;
import org.hashscape.archive.store.TileTable;
import org.hashscape.imaging.ImageDecoder;
import org.hashscape.model.CountText;
import org.hashscape.model.Progress;
import org.hashscape.model.Rendering;
import org.hashscape.model.SceneGrid;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;

/**
 * Brings the images of a folder into an archive: only new and changed files, in whole batches, with decoding on all
 * cores while one thread writes. Tiles get their ids in the order of their keys.
 */
public final class ImportTiles {

    private static final int BATCH = 1024;

    /** Files read ahead of the batch that is written, so that decoding goes on meanwhile. */
    private static final int AHEAD = 4 * BATCH;

    /** Large files are written sooner: a crash must not cost minutes of reading. */
    private static final long LONGEST_UNWRITTEN_NANOS = 3_000_000_000L;

    private static final long TOLD_EVERY_NANOS = 50_000_000;
    private static final int KNOWN_TILES_LOOKED_FOR = 1000;
    private static final String LAYOUT = "layout";

    /**
     * What an import did. {@code unchanged} counts files looked at before, problems among them.
     *
     * @param seconds that each step took, by name: {@code look} (finding files and what is new), {@code read}, {@code
     *     decode}, {@code thumbnail} (these three summed over the threads that work on them), {@code write}, {@code
     *     finish}
     * @param notes what is worth saying besides the counts, as sentences
     */
    public record Report(
            int added,
            int updated,
            int unchanged,
            int problems,
            int tilesInArchive,
            int labels,
            DatasetLayout layout,
            Duration elapsed,
            Map<String, Double> seconds,
            List<String> notes) {}

    private final Archive archive;
    private final TileTable tiles;
    private final int batch;

    public ImportTiles(Archive archive) {
        this(archive, BATCH);
    }

    /** @param batch how many tiles are written at once, at most */
    ImportTiles(Archive archive, int batch) {
        this.archive = archive;
        this.batch = batch;
        this.tiles = archive.store().tiles();
    }

    /**
     * Imports. What was committed before a cancel, a crash or a full disk stays; the next import completes it.
     *
     * @param from the archive's root at first; later the same folder, or one inside it; or one scene or manifest in it
     * @throws IOException where it cannot be read, is not part of the archive, or the archive cannot be written
     */
    public Report run(Path from, DatasetLayout layout, Progress progress) throws IOException {
        return run(from, layout, Optional.empty(), progress);
    }

    /**
     * The same with scenes cut in a certain way.
     *
     * @param cut how; where nothing is said, as before in this archive, or as is usual
     */
    public Report run(Path from, DatasetLayout layout, Optional<SceneGrid> cut, Progress progress) throws IOException {
        long start = System.nanoTime();
        ImportSource source = ImportSource.of(from);
        Path folder = source.folder();
        boolean first = tiles.count() == 0;
        Path root = (first ? folder : rootFor(folder)).toAbsolutePath().normalize();
        SceneGrid grid = new SceneCut(archive).agreed(cut);
        progress.report(-1, "Looking through " + from);
        DatasetLayout asked = source.layoutFor(cut.isPresent() ? DatasetLayout.SCENE : layout);
        DatasetScan scan = new DatasetScanner(ImageDecoder::looksLikeImage, archive::header, ImageDecoder.MAX_PIXELS)
                .scan(new ScanRequest(folder, root, remembered(asked, folder, root), source.only(), grid), progress);
        Work work = new Work(
                scan,
                root,
                source.only().isPresent() ? source.only().get() : folder,
                grid,
                terms(scan, asked, root, grid, first));
        work.sort(progress);
        Map<String, Double> seconds = new LinkedHashMap<>();
        seconds.put("look", (System.nanoTime() - start) / 1e9);
        try {
            work.write(seconds, progress);
        } finally {
            if (work.hasWork()) {
                archive.touch();
            }
        }
        long written = System.nanoTime();
        int inArchive = archive.catalogue().size();
        int labels = archive.catalogue().labelCounts().size();
        seconds.put("finish", (System.nanoTime() - written) / 1e9);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        return new Report(
                work.added,
                work.updated,
                work.unchanged,
                archive.problems().size(),
                inArchive,
                labels,
                scan.layout(),
                elapsed,
                seconds,
                work.notes());
    }

    /** Unless told, an archive keeps the layout it began with, so that a part of it is never read in another way. */
    private DatasetLayout remembered(DatasetLayout asked, Path folder, Path root) throws IOException {
        if (asked != DatasetLayout.AUTO
                || DatasetScanner.manifestOf(folder, root).isPresent()) {
            return asked;
        }
        return archive.store().fact(LAYOUT).map(DatasetLayout::valueOf).orElse(asked);
    }

    /**
     * What this import settles: with its first tiles where there were none, else at once.
     *
     * @param first whether there were none when it began; others may have come since
     */
    private ArchiveTerms terms(DatasetScan scan, DatasetLayout asked, Path root, SceneGrid grid, boolean first)
            throws IOException {
        Map<String, String> said = new LinkedHashMap<>();
        if (asked != DatasetLayout.AUTO || scan.layout() != DatasetLayout.FLAT) {
            said.put(LAYOUT, scan.layout().name());
        }
        if (scan.layout() == DatasetLayout.SCENE) {
            said.put(SceneCut.FACT, grid.toString());
        }
        if (!first) {
            archive.locateRoot(root);
            for (Map.Entry<String, String> fact : said.entrySet()) {
                archive.store().putFact(fact.getKey(), fact.getValue());
            }
        } else if (archive.store().renderings().text().isEmpty()) {
            scan.rendering()
                    .ifPresent(usual ->
                            said.put(RenderingTable.FACT, usual.rendering().toString()));
        }
        said.putAll(archive.rootFacts(root));
        return new ArchiveTerms(Archive.ROOT, said);
    }

    private Path rootFor(Path folder) throws IOException {
        Optional<Path> known = archive.root();
        if (known.isEmpty()) {
            return folder;
        }
        if (folder.startsWith(known.get())) {
            return known.get();
        }
        boolean moved = !Files.isDirectory(known.get())
                && archive.catalogue().tiles().stream()
                        .limit(KNOWN_TILES_LOOKED_FOR)
                        .anyMatch(tile -> Files.exists(folder.resolve(SceneCut.fileOf(tile.key()))));
        if (moved) {
            return folder;
        }
        throw foreign(known.get(), folder);
    }

    private static IOException foreign(Path root, Path folder) {
        return new IOException("This archive's images lie in " + root + ", and " + folder
                + " is neither inside it nor the same folder moved. Import it into an archive of its own.");
    }

    /** One run's to-do list and tally. */
    private final class Work {

        private final DatasetScan scan;
        private final Path root;
        private final SceneGrid grid;
        private final ArchiveTerms terms;
        private final String within;
        private final Map<String, Integer> unplaced = new TreeMap<>();
        private int blanks;
        private List<String> gone = List.of();
        private final List<DatasetEntry> todo = new ArrayList<>();
        private final List<FileStamp> stamps = new ArrayList<>();
        private final Set<String> known = new HashSet<>();
        private final Map<TileId, Set<String>> given;
        private final Map<Tile, DatasetEntry> relabelled = new LinkedHashMap<>();
        private int added;
        private int updated;
        private int unchanged;

        Work(DatasetScan scan, Path root, Path from, SceneGrid grid, ArchiveTerms terms) throws IOException {
            this.given = archive.store().marks().givenLabels();
            this.scan = scan;
            this.root = root;
            this.grid = grid;
            this.terms = terms;
            String below = from.equals(root) ? "" : DatasetScanner.keyOf(root, from);
            this.within = below.isEmpty() || ImageDecoder.looksLikeImage(from) ? below : below + "/";
        }

        /** What is worth saying besides the counts. */
        List<String> notes() {
            List<String> notes = new ArrayList<>(scan.notes());
            if (scan.entries().isEmpty()) {
                notes.add("No images were found there");
            }
            if (!gone.isEmpty()) {
                notes.add(CountText.of(
                                gone.size(),
                                "tile was not found again and stays in the archive, searched by what is known of it: ",
                                "tiles were not found again and stay in the archive, searched by what is known of them: ")
                        + SomeNames.of(gone));
            }
            unplaced.forEach((reason, count) ->
                    notes.add(CountText.of(count, "tile has", "tiles have") + " no place: " + reason));
            if (blanks > 0) {
                notes.add(String.format(
                        Locale.ENGLISH,
                        "%,d windows are left out: more than %.0f %% of their pixels hold nothing",
                        blanks,
                        100 * grid.mostEmpty()));
            }
            return notes;
        }

        /** Tells new and changed files from those that need nothing. */
        void sort(Progress progress) throws IOException {
            refuseIfForeign(tiles.settledOtherwise(terms)); // before anything is written
            Map<String, FileStamp> imported = tiles.stamps();
            Map<String, FileStamp> problems = tiles.problemStamps();
            Map<String, FileStamp> blank = archive.store().tileSources().blank();
            known.addAll(imported.keySet());
            TileCatalogue before = archive.catalogue();
            Map<String, Integer> rowOf = new HashMap<>();
            for (int row = 0; row < before.size(); row++) {
                rowOf.put(before.key(row), row);
            }
            for (DatasetEntry entry : scan.entries()) {
                progress.checkCancelled();
                FileStamp stamp = stampOrZero(entry);
                Integer row = rowOf.get(entry.key());
                if (row != null && stamp.equals(imported.get(entry.key()))) {
                    if (saysOtherwise(entry, before.tile(row))) {
                        relabelled.put(before.tile(row), entry);
                    } else {
                        unchanged++;
                    }
                } else if (stamp.equals(problems.get(entry.key())) || stamp.equals(blank.get(entry.key()))) {
                    unchanged++;
                } else {
                    todo.add(entry);
                    stamps.add(stamp);
                }
            }
            Set<String> met = new HashSet<>();
            scan.entries().forEach(entry -> met.add(entry.key()));
            forgetVanishedProblems(problems.keySet(), met);
            gone = imported.keySet().stream()
                    .filter(key -> key.startsWith(within) && !met.contains(key) && !blank.containsKey(key))
                    .sorted()
                    .toList();
        }

        /** Takes what this scan did not meet again off the list, as far as it looked. */
        private void forgetVanishedProblems(Set<String> problems, Set<String> met) throws IOException {
            List<String> vanished = problems.stream()
                    .filter(path -> path.startsWith(within) && (!met.contains(path) || known.contains(path)))
                    .toList();
            if (!vanished.isEmpty()) {
                tiles.forgetProblems(vanished);
            }
        }

        /** Whether tiles or labels may change at all; at most starts of the program nothing does. */
        boolean hasWork() {
            return !todo.isEmpty() || !relabelled.isEmpty();
        }

        void write(Map<String, Double> seconds, Progress progress) throws IOException {
            for (Map.Entry<Tile, DatasetEntry> change : relabelled.entrySet()) {
                Tile tile = change.getKey();
                DatasetEntry said = change.getValue();
                tiles.putMetadata(
                        tile.key(),
                        said.labels(),
                        tile.footprint().or(said::footprint),
                        said.acquired().or(tile::acquired));
                updated++;
            }
            TileReader reader = new TileReader(archive.decoder(), root, rendering(), grid.mostEmpty());
            Batch batch = new Batch(progress);
            List<Integer> order = IntStream.range(0, todo.size()).boxed().toList();
            List<Integer> alone = new ArrayList<>();
            try {
                Pipeline.run(
                        order,
                        i -> reader.read(todo.get(i), stamps.get(i)),
                        outcome -> {
                            if (outcome.lackedMemory()) { // a huge file beside it may have taken all
                                alone.add(batch.done + alone.size());
                            } else {
                                batch.add(outcome);
                            }
                        },
                        AHEAD,
                        progress);
                for (int i : alone) {
                    progress.checkCancelled();
                    batch.add(reader.read(todo.get(i), stamps.get(i)));
                }
            } catch (UncheckedIOException failure) {
                throw failure.getCause();
            }
            batch.flush();
            List<ProblemRecord> irregular = scan.irregular().stream()
                    .map(thing -> new ProblemRecord(thing.key(), thing.reason(), TileReader.RETRY))
                    .toList();
            if (!irregular.isEmpty()) {
                tiles.putIrregular(irregular);
            }
            seconds.putAll(reader.seconds());
            seconds.put("write", batch.writeNanos / 1e9);
        }

        /** @throws IOException where another import has settled meanwhile that the archive is of other images */
        private void put(List<TileRecord> good, List<ProblemRecord> bad) throws IOException {
            if (!good.isEmpty() || !bad.isEmpty()) {
                refuseIfForeign(tiles.putBatch(terms, good, bad));
            }
        }

        private void refuseIfForeign(Optional<String> otherwise) throws IOException {
            if (otherwise.isPresent()) {
                throw foreign(Path.of(otherwise.get()), root);
            }
        }

        /** The archive's, or the one that this import begins it with. */
        private Rendering rendering() throws IOException {
            String begun = terms.facts().get(RenderingTable.FACT);
            return begun == null ? archive.rendering() : Rendering.parse(begun);
        }

        private boolean saysOtherwise(DatasetEntry entry, Tile tile) {
            boolean elsewhere =
                    entry.footprint().isPresent() && tile.footprint().isEmpty();
            Set<String> labels = new HashSet<>(entry.labels().names());
            labels.addAll(given.getOrDefault(tile.id(), Set.of()));
            return !labels.equals(tile.labels().names())
                    || entry.acquired().isPresent() && !entry.acquired().equals(tile.acquired())
                    || elsewhere;
        }

        private FileStamp stampOrZero(DatasetEntry entry) {
            try {
                return TileReader.stampOf(entry, root);
            } catch (IOException gone) {
                return new FileStamp(0, 0);
            }
        }

        /** Tiles read but not yet written. */
        private final class Batch {

            private final Progress progress;
            private final List<TileRecord> good = new ArrayList<>();
            private final List<ProblemRecord> bad = new ArrayList<>();
            private final Map<String, FileStamp> blank = new LinkedHashMap<>();
            private final long start = System.nanoTime();
            private long written = start;
            private int done;
            private long writeNanos;
            private long told;

            Batch(Progress progress) {
                this.progress = progress;
            }

            void add(TileReader.Outcome outcome) {
                outcome.tile().ifPresent(good::add);
                outcome.problem().ifPresent(bad::add);
                outcome.blank().ifPresent(stamp -> blank.put(outcome.key(), stamp));
                outcome.unplaced().ifPresent(reason -> unplaced.merge(reason, 1, Integer::sum));
                done++;
                boolean full = good.size() + bad.size() + blank.size() >= batch;
                if (full || System.nanoTime() - written > LONGEST_UNWRITTEN_NANOS) {
                    try {
                        flush();
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                }
                long now = System.nanoTime();
                if (now - told < TOLD_EVERY_NANOS && done < todo.size()) {
                    return;
                }
                told = now;
                double seconds = (now - start) / 1e9;
                progress.report(
                        (double) done / todo.size(),
                        String.format(
                                Locale.ENGLISH,
                                "Importing %,d of %,d files (%,.0f a second)",
                                done,
                                todo.size(),
                                done / seconds));
            }

            void flush() throws IOException {
                long begun = System.nanoTime();
                put(good, bad);
                written = System.nanoTime();
                writeNanos += written - begun;
                for (TileRecord tile : good) {
                    if (known.contains(tile.key())) {
                        updated++;
                    } else {
                        added++;
                    }
                }
                if (!blank.isEmpty()) {
                    archive.store().tileSources().putBlank(blank);
                }
                blanks += blank.size();
                good.clear();
                bad.clear();
                blank.clear();
            }
        }
    }
}
