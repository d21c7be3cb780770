package org.hashscape.archive.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hashscape.model.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A passing copy of what is sound in a damaged archive, in the folder for temporary files. SQLite does not open a file
 * that lacks pages, however little they matter; row by row nearly all of it can be read (decision 33).
 */
final class SoundCopy {

    private static final Logger LOG = LoggerFactory.getLogger(SoundCopy.class);

    private final Path damaged;
    private final Path file;
    private final String what;
    private final String readable;

    private SoundCopy(Path damaged, Path file, String what, String readable) {
        this.readable = readable;
        this.damaged = damaged;
        this.file = file;
        this.what = what;
    }

    /**
     * Copies; takes as long as reading the whole file.
     *
     * @param what is damaged, as the rest of a sentence
     * @throws DamagedArchiveException where no tile can be read
     * @throws IOException where there is no room for the copy
     */
    static SoundCopy of(Path damaged, String what, Progress progress) throws IOException {
        Path file = Files.createTempFile("hashscape-", ".hsa");
        ArchiveParts.deleteOnExit(file); // where the program ends without closing
        boolean done = false;
        try {
            List<ArchiveRescue.Saved> saved = ArchiveRescue.copy(damaged, file, progress);
            if (of(StoredTable.TILE, saved).filter(tiles -> tiles.kept() > 0).isEmpty()) {
                throw new DamagedArchiveException(damaged, what + ", and none of its tiles can be read");
            }
            done = true;
            return new SoundCopy(damaged, file, what, tally(saved));
        } finally {
            if (!done) {
                delete(file);
            }
        }
    }

    /** "24 of up to 36 tiles and 20 thumbnails". */
    private static String tally(List<ArchiveRescue.Saved> saved) {
        ArchiveRescue.Saved tiles = of(StoredTable.TILE, saved).orElseThrow();
        long thumbnails =
                of(StoredTable.THUMBNAIL, saved).map(ArchiveRescue.Saved::kept).orElse(0L);
        String kept = switch (tiles.bound()) {
            case EXACTLY ->
                tiles.lost() == 0
                        ? String.format(Locale.ENGLISH, "all %,d tiles", tiles.kept())
                        : String.format(Locale.ENGLISH, "%,d of %,d tiles", tiles.kept(), tiles.kept() + tiles.lost());
            case AT_MOST ->
                String.format(Locale.ENGLISH, "%,d of up to %,d tiles", tiles.kept(), tiles.kept() + tiles.lost());
            case AT_LEAST -> String.format(Locale.ENGLISH, "%,d tiles, perhaps not all,", tiles.kept());
        };
        return kept + String.format(Locale.ENGLISH, " and %,d thumbnails", thumbnails);
    }

    private static Optional<ArchiveRescue.Saved> of(StoredTable table, List<ArchiveRescue.Saved> saved) {
        return saved.stream().filter(kind -> kind.noun().equals(table.noun())).findFirst();
    }

    Path damaged() {
        return damaged;
    }

    Path file() {
        return file;
    }

    /** What is wrong with the damaged file and what to do. */
    String sentence() {
        return DamagedArchiveException.sentence(damaged, what + "; " + readable + " can be read");
    }

    /** What to say to who wants to write. */
    String refusal() {
        return DamagedArchiveException.refusal(damaged, what);
    }

    void delete() {
        delete(file);
    }

    private static void delete(Path file) {
        try {
            ArchiveParts.delete(file);
        } catch (IOException stays) {
            LOG.warn("The passing copy {} of a damaged archive stays", file, stays);
        }
    }
}
