package org.hashscape.workbench.export;

import java.io.IOException;
import java.nio.file.Path;
import org.hashscape.model.Progress;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.QueryAnswer;

/** Writes an answer as a file to take away; the ending of the file's name chooses the format. */
public final class ExportGallery {

    private final Archive archive;

    public ExportGallery(Archive archive) {
        this.archive = archive;
    }

    /**
     * Writes {@code .html} (one self-contained page), {@code .csv} or {@code .json}. The file appears whole or not at all.
     *
     * @throws IllegalArgumentException for another ending
     */
    public void run(QueryAnswer answer, Path to, Progress progress) throws IOException {
        throw new UnsupportedOperationException("stub " + archive);
    }
}
