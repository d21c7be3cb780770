package org.hashscape.workbench;

import java.io.IOException;
import java.nio.file.Path;
import org.hashscape.model.Progress;

/** Where archives are opened and created, and where the user's own files lie. */
public final class Workspace {

    private Workspace() {}

    /** The user's folder for settings, log and the sample archive: {@code -Dhashscape.user}, or by the system's custom. */
    public static Path userFolder() {
        throw new UnsupportedOperationException("stub");
    }

    /** The application's own folder with {@code sample-data}: {@code -Dhashscape.home}, or beside the program's jar. */
    public static Path homeFolder() {
        throw new UnsupportedOperationException("stub");
    }

    /** @throws IOException where the file is missing, not an archive, or of a newer version; the message says which */
    public static Archive open(Path file) throws IOException {
        throw new UnsupportedOperationException("stub");
    }

    /** Opens the archive, or creates an empty one where there is no such file. */
    public static Archive openOrCreate(Path file) throws IOException {
        throw new UnsupportedOperationException("stub");
    }

    /** Opens the bundled sample archive; imports it first where that has not been done. */
    public static Archive openSample(Progress progress) throws IOException {
        throw new UnsupportedOperationException("stub");
    }
}
