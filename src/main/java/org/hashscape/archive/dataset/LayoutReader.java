package org.hashscape.archive.dataset;

import java.io.IOException;
import org.hashscape.model.Progress;

/** One layout: whether a folder has it, and what its tiles are then. */
interface LayoutReader {

    /** Whether the folder looks like it. Looks at no more than a few files. */
    boolean fits(FolderContents contents);

    /**
     * Entries in ascending key. Adds to the irregular things of the contents.
     *
     * @throws IOException where the folder has not got this layout, or a table of it cannot be read
     */
    DatasetScan read(FolderContents contents, Progress progress) throws IOException;
}
