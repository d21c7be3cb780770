package org.hashscape.ui.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Application;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.settings.SettingsFile;
import org.slf4j.LoggerFactory;

/** Opens the window and returns when it is closed. */
public final class WindowLauncher {

    /** What {@link #open} returns where there is no display to open a window on. */
    public static final int NO_DISPLAY = -1;

    private static volatile Supplier<SettingsFile> settings = WindowLauncher::readSettings;

    private WindowLauncher() {}

    /** Reads what the window needs to know, on another thread, while JavaFX starts. */
    private static void prepare(Runnable logging) {
        CompletableFuture<SettingsFile> reading = CompletableFuture.supplyAsync(() -> {
            logging.run();
            return readSettings();
        });
        settings = reading::join;
    }

    private static SettingsFile readSettings() {
        return new SettingsFile(Workspace.userFolder().resolve("settings.json"));
    }

    /** Waits until they are read. */
    static SettingsFile settings() {
        return settings.get();
    }

    /**
     * Opens the window; blocks until the user closes it. May be called once in the life of a program.
     *
     * @param archive what to open; else the archive of last time, else the sample
     * @param logging sets up the log, which takes a while: on another thread
     * @return 0 when the window was closed, {@link #NO_DISPLAY} where none could be opened
     */
    public static int open(Optional<Path> archive, Runnable logging) {
        StartMarks.mark("java");
        prepare(logging);
        try {
            String[] arguments =
                    archive.map(path -> new String[] {path.toString()}).orElse(new String[0]);
            Application.launch(HashscapeApplication.class, arguments);
            return 0;
        } catch (UnsupportedOperationException noDisplay) {
            LoggerFactory.getLogger(WindowLauncher.class).info("No window can be opened: {}", noDisplay.getMessage());
            return NO_DISPLAY;
        }
    }
}
