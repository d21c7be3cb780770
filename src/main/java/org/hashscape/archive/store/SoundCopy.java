package org.hashscape.archive.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private SoundCopy(Path damaged, Path file, String what) {
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
        file.toFile().deleteOnExit(); // where the program ends without closing
        boolean done = false;
        try {
            List<ArchiveRescue.Saved> saved = ArchiveRescue.copy(damaged, file, progress);
            if (saved.stream().noneMatch(kind -> kind.noun().equals(StoredTable.TILE.noun()) && kind.kept() > 0)) {
                throw new DamagedArchiveException(damaged, what + ", and none of its tiles can be read");
            }
            done = true;
            return new SoundCopy(damaged, file, what);
        } finally {
            if (!done) {
                delete(file);
            }
        }
    }

    Path damaged() {
        return damaged;
    }

    Path file() {
        return file;
    }

    /** What is wrong with the damaged file and what to do. */
    String sentence() {
        return DamagedArchiveException.sentence(damaged, what);
    }

    /** What to say to who wants to write. */
    String refusal() {
        return DamagedArchiveException.refusal(damaged, what);
    }

    void delete() {
        delete(file);
    }

    private static void delete(Path file) {
        for (String ending : List.of("-wal", "-shm", "")) {
            try {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
            } catch (IOException stays) {
                LOG.warn("The passing copy {} of a damaged archive stays", file, stays);
            }
        }
    }
}
