package org.hashscape.system;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Progress;

/** Another program that this one starts and waits for. */
public final class ChildProcess {

    private static final long LOOK_MILLIS = 100;

    /** What is looked at ten times a second while the program runs. */
    @FunctionalInterface
    public interface Watch {

        /** @throws IOException to end the program, and the wait with this */
        void look() throws IOException;
    }

    private ChildProcess() {}

    /**
     * Starts a program and waits for its end. However the wait ends, the program is not left running.
     *
     * @return its exit code; none where it was stopped at the limit
     * @throws CancelledException where the progress says so, or this thread is interrupted
     * @throws IOException where it cannot be started, and what the watch throws
     */
    public static OptionalInt run(ProcessBuilder program, Duration limit, Progress progress, Watch watch)
            throws IOException {
        Process process = program.start();
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                progress.checkCancelled();
                watch.look();
                if (System.nanoTime() > end) {
                    process.destroyForcibly().waitFor();
                    return OptionalInt.empty();
                }
            }
            return OptionalInt.of(process.exitValue());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            process.destroyForcibly();
        }
    }
}
