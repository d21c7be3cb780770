package org.hashscape.ui.app;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Waits for pictures of the window. On the screen's thread. */
final class Painted {

    /** Pulses from a state to its picture: one lays out and draws, and the next begins when that has been painted. */
    private static final int PULSES = 2;

    private Painted() {}

    /** Does what follows when the next picture is being painted, which goes on meanwhile. */
    static void next(Runnable what) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                Platform.runLater(what);
            }
        }.start();
    }

    /**
     * Does what follows once a state has been painted.
     *
     * @param patience how long to wait for the state at most; what follows is done then all the same
     */
    static void then(BooleanSupplier state, Duration patience, Runnable what) {
        long end = System.nanoTime() + patience.toNanos();
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                boolean there = state.getAsBoolean() || System.nanoTime() > end;
                pulses = there ? pulses + 1 : 0;
                if (pulses > PULSES) {
                    stop();
                    what.run();
                } else {
                    Platform.requestNextPulse();
                }
            }
        }.start();
    }
}
