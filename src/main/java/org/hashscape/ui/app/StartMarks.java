package org.hashscape.ui.app;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Says when each part of a start was done, to the program that measures it: a line "@part milliseconds" on standard
 * output, by the clock that both share. Silent unless {@code hashscape.marks} is set; then the program ends by itself
 * once the window can be used.
 */
final class StartMarks {

    private static final String PROPERTY = "hashscape.marks";

    /** Pulses from a state to its picture: one lays out and draws, and the next begins when that has been painted. */
    private static final int PULSES = 2;

    private StartMarks() {}

    static boolean wanted() {
        return Boolean.getBoolean(PROPERTY);
    }

    static void mark(String part) {
        if (wanted()) {
            System.out.println("@" + part + " " + System.currentTimeMillis());
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
