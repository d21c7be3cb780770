package org.hashscape.workbench.settings;

import java.nio.file.Path;

/** Keeps settings in a JSON file; saves one second after the last change, to a temporary file that is then moved. */
public final class SettingsFile implements AutoCloseable {

    public SettingsFile(Path file) {
        throw new UnsupportedOperationException("stub " + file);
    }

    /** The current settings: those of the file, or {@link Settings#DEFAULT} where there is none or it is damaged. */
    public Settings get() {
        throw new UnsupportedOperationException("stub");
    }

    /** Replaces them; saved within a second or so, or at {@link #close}. */
    public void set(Settings settings) {
        throw new UnsupportedOperationException("stub");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("stub");
    }
}
