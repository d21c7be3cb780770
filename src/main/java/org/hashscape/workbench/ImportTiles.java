package org.hashscape.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.Progress;

/** Brings the images of a folder into an archive: only new and changed files, in whole batches, both cores at work. */
public final class ImportTiles {

    /** What an import did. */
    public record Report(
            int added, int updated, int unchanged, int problems, int tilesInArchive, int labels, Duration elapsed) {}

    private final Archive archive;

    public ImportTiles(Archive archive) {
        this.archive = archive;
    }

    /**
     * Imports. What was committed before a cancel, a crash or a full disk stays; the next import completes it.
     *
     * @throws IOException where the folder cannot be read or the archive not written
     */
    public Report run(Path folder, DatasetLayout layout, Progress progress) throws IOException {
        throw new UnsupportedOperationException("stub " + archive);
    }
}
