package org.hashscape.ui.app;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the window and returns when it is closed. */
public final class WindowLauncher {

    /** What {@link #open} returns where there is no display to open a window on. */
    public static final int NO_DISPLAY = -1;

    private static final Logger LOG = LoggerFactory.getLogger(WindowLauncher.class);

    private WindowLauncher() {}

    /**
     * Opens the window; blocks until the user closes it. May be called once in the life of a program.
     *
     * @param archive what to open; else the archive of last time, else the sample
     * @return 0 when the window was closed, {@link #NO_DISPLAY} where none could be opened
     */
    public static int open(Optional<Path> archive) {
        try {
            String[] arguments =
                    archive.map(path -> new String[] {path.toString()}).orElse(new String[0]);
            Application.launch(HashscapeApplication.class, arguments);
            return 0;
        } catch (UnsupportedOperationException noDisplay) {
            LOG.info("No window can be opened: {}", noDisplay.getMessage());
            return NO_DISPLAY;
        }
    }
}
