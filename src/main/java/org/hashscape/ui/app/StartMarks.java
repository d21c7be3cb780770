package org.hashscape.ui.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Says when each part of a start was done, to the program that measures it: a line "part milliseconds", by the clock that
 * both share, at the end of the file that {@code hashscape.marks} names. Silent where it names none; else the program ends by itself
 * once everything in the window has been painted.
 */
final class StartMarks {

    /** How long a measured start may take. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String PROPERTY = "hashscape.marks";

    private StartMarks() {}

    static boolean wanted() {
        return System.getProperty(PROPERTY) != null;
    }

    static void mark(String part) {
        String file = System.getProperty(PROPERTY);
        if (file != null) {
            try {
                String line = part + " " + System.currentTimeMillis() + "\n";
                Files.writeString(Path.of(file), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
