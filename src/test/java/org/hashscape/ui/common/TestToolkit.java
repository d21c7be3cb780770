package org.hashscape.ui.common;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;

/** JavaFX, started once for all tests, whichever comes first. */
public final class TestToolkit {

    private static boolean started;

    private TestToolkit() {}

    public static synchronized void start() {
        if (started) {
            return;
        }
        started = true;
        CompletableFuture<Boolean> up = new CompletableFuture<>();
        try {
            Platform.startup(() -> up.complete(true));
            up.orTimeout(30, TimeUnit.SECONDS).join();
        } catch (IllegalStateException alreadyRunning) {
            // another test class was first
        }
        Platform.setImplicitExit(false);
        onScreen(() -> {
            Fonts.load();
            return true;
        });
    }

    public static <T> T onScreen(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (Throwable failure) {
                done.completeExceptionally(failure);
            }
        });
        return done.orTimeout(60, TimeUnit.SECONDS).join();
    }
}
