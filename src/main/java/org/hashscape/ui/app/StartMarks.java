package org.hashscape.ui.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Says when each part of a start was done, to the program that measures it: a line "part milliseconds", by the clock that
 * both share, at the end of the file that {@code hashscape.marks} names. Silent where it names none; else the program ends by itself
 * once the window can be used.
 */
final class StartMarks {

    private static final String PROPERTY = "hashscape.marks";

    /** Pulses from a state to its picture: one lays out and draws, and the next begins when that has been painted. */
    private static final int PULSES = 2;

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

    /** Marks the part once a picture of the window with everything in it has been painted, then does what follows. */
    static void whenPainted(String part, BooleanSupplier everything, Runnable then) {
        if (!wanted()) {
            return;
        }
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                pulses = everything.getAsBoolean() ? pulses + 1 : 0;
                if (pulses > PULSES) {
                    stop();
                    mark(part);
                    then.run();
                } else {
                    Platform.requestNextPulse();
                }
            }
        }.start();
    }
}
