package org.hashscape.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.archive.store.ArchiveCheck;
import org.hashscape.archive.store.ArchiveParts;
import org.hashscape.archive.store.ArchiveRescue;
import org.hashscape.archive.store.ArchiveRescue.Bound;
import org.hashscape.archive.store.ArchiveStore;
import org.hashscape.archive.store.DescriptorTable;
import org.hashscape.model.Progress;

/**
 * Looks for damage in archive files, and makes a whole one of a damaged one: what is sound is copied, tiles, thumbnails and
 * vectors that are lost are made again from the originals. The damaged file is only read, and the new one appears when
 * it is done.
 */
public final class RepairArchive {

    private static final String ENDING = ".hsa";

    /**
     * What was copied of one kind of thing.
     *
     * @param lost damaged ones, and those that belong to one
     * @param bound whether that many are lost, at least as many, or as many at most
     * @param whole whether all of them could be read
     */
    public record Saved(String kind, long kept, long lost, Bound bound, boolean whole) {

        /** "thumbnails: 40 saved, 2 lost"; what cannot be known it says so. */
        public String words() {
            String saved = String.format(Locale.ENGLISH, "%s: %,d saved, ", kind, kept);
            return saved
                    + switch (bound) {
                        case EXACTLY -> String.format(Locale.ENGLISH, "%,d lost", lost);
                        case AT_MOST -> String.format(Locale.ENGLISH, "up to %,d lost", lost);
                        case AT_LEAST ->
                            lost == 0
                                    ? "some lost: not all can be read, nor counted"
                                    : String.format(Locale.ENGLISH, "at least %,d lost: not all can be read", lost);
                    };
        }

        /** How {@code lost} is meant: "exactly", "at-least" or "at-most". */
        public String howSure() {
            return bound.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether nothing at all is known of such things. */
        private boolean isUnknown() {
            return kept == 0 && lost == 0 && !whole && bound == Bound.AT_LEAST;
        }
    }

    /**
     * What a repair did.
     *
     * @param saved what was copied and what is lost, by kind
     * @param imported tiles read from their originals again
     * @param rendered thumbnails made again
     * @param described vectors made again
     * @param notes what could not be made again and why, as sentences
     */
    public record Report(
            Path archive, List<Saved> saved, int imported, int rendered, int described, List<String> notes) {

        /** What was saved and what is lost, one line for a kind; those of which nothing is known share the last one. */
        public List<String> savedInWords() {
            List<String> lines = new ArrayList<>();
            saved.stream().filter(kind -> !kind.isUnknown()).map(Saved::words).forEach(lines::add);
            String unknown =
                    saved.stream().filter(Saved::isUnknown).map(Saved::kind).collect(Collectors.joining(", "));
            if (!unknown.isEmpty()) {
                lines.add("Not to be read, so nobody knows whether there were any: " + unknown);
            }
            return lines;
        }
    }

    private RepairArchive() {}

    /**
     * What is damaged, as sentences; empty where all is sound. Reads the whole file and writes nothing.
     *
     * @throws IOException where it is missing, no archive, or cannot be read
     */
    public static List<String> damage(Path file, Progress progress) throws IOException {
        return ArchiveCheck.damage(file, progress);
    }

    /** Where a repaired archive goes unless told: beside the damaged one, under a name that is free. */
    public static Path placeBeside(Path damaged) {
        String name = String.valueOf(damaged.getFileName());
        String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        Path place = damaged.resolveSibling(stem + "-repaired" + ENDING);
        for (int number = 2; Files.exists(place); number++) {
            place = damaged.resolveSibling(stem + "-repaired-" + number + ENDING);
        }
        return place;
    }

    /**
     * Repairs.
     *
     * @param to a file that is not there yet
     * @throws IOException where no tile comes of it, or the new one cannot be written; it is not there then
     */
    public static Report run(Path damaged, Path to, Progress progress) throws IOException {
        if (Files.exists(to)) {
            throw new IOException(to + " is there already. Name a file that is not, for the repaired archive.");
        }
        Path part = to.resolveSibling(to.getFileName() + ".part");
        ArchiveStore.requireRoom(to);
        ArchiveParts.delete(part); // of a repair that was cut off
        ArchiveParts.deleteOnExit(part); // where somebody presses Ctrl+C meanwhile
        try {
            List<Saved> saved = ArchiveRescue.copy(damaged, part, progress.part(0, 0.4)).stream()
                    .map(rows -> new Saved(rows.noun(), rows.kept(), rows.lost(), rows.bound(), rows.whole()))
                    .toList();
            Report report;
            try (Archive archive = Workspace.open(part)) {
                report = new Originals(archive, saved).readAgain(to, progress.part(0.4, 1));
                if (archive.catalogue().size() == 0 && saved.stream().anyMatch(kind -> !kind.whole())) {
                    throw new IOException("Nothing can be saved of " + damaged + ": none of its tiles can be read, nor"
                            + " where its originals are. Import the originals into a new archive.");
                }
            }
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
            return report;
        } finally {
            ArchiveParts.delete(part);
        }
    }

    /** What is made again of a rescued archive. */
    private static final class Originals {

        private final Archive archive;
        private final List<Saved> saved;
        private final List<String> notes = new ArrayList<>();
        private int imported;
        private int rendered;
        private int described;

        Originals(Archive archive, List<Saved> saved) {
            this.archive = archive;
            this.saved = saved;
        }

        Report readAgain(Path to, Progress progress) throws IOException {
            Optional<Path> root = archive.root();
            if (root.isEmpty() || !Files.isDirectory(root.get())) {
                notes.add("The originals are not found"
                        + root.map(folder -> " in " + folder).orElse("")
                        + ". What is lost is read again once they are: open the archive, choose File > Locate folder…, and"
                        + " import the folder.");
            } else {
                if (lost("tiles")) {
                    ImportTiles.Report report =
                            new ImportTiles(archive).run(root.get(), DatasetLayout.AUTO, progress.part(0, 0.4));
                    imported = report.added() + report.updated();
                }
                thumbnails(progress.part(0.4, 0.6));
                vectors(progress.part(0.6, 1));
            }
            return new Report(to, saved, imported, rendered, described, List.copyOf(notes));
        }

        private boolean lost(String noun) {
            return saved.stream().anyMatch(kind -> kind.kind().equals(noun) && (kind.lost() > 0 || !kind.whole()));
        }

        private void thumbnails(Progress progress) {
            try {
                RenderTiles.Report report = new RenderTiles(archive).complete(progress);
                rendered = report.rendered();
                if (report.unreadable() > 0) {
                    notes.add(String.format(
                            Locale.ENGLISH,
                            "%,d thumbnails are missing: their originals cannot be read.",
                            report.unreadable()));
                }
            } catch (IOException unreadable) {
                notes.add("Thumbnails are missing: " + unreadable.getMessage());
            }
        }

        private void vectors(Progress progress) throws IOException {
            for (DescriptorTable.Count set : archive.store().descriptors().counts()) {
                if (set.name().contains("+")
                        || set.tiles() >= archive.catalogue().size()) {
                    continue; // a joined one is made of its parts
                }
                try {
                    DescribeTiles.Report report = new DescribeTiles(archive).run(set.name(), false, progress);
                    described += report.described();
                } catch (IOException | IllegalArgumentException failure) {
                    notes.add("Vectors of " + set.name() + " are missing: " + failure.getMessage());
                }
            }
        }
    }
}
