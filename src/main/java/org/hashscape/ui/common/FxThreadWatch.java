package org.hashscape.ui.common;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures how long the screen's thread keeps others waiting: every few milliseconds it hands it a trifle and notes how
 * long that took to be done. The longest wait is the longest freeze a user could have felt.
 */
public final class FxThreadWatch implements AutoCloseable {

    private static final int PERIOD_MILLIS = 4;

    private final Executor screen;
    private final AtomicLong longestNanos = new AtomicLong();
    private final AtomicLong askedNanos = new AtomicLong();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = Executors.defaultThreadFactory().newThread(work);
        thread.setName("hashscape-watch");
        thread.setDaemon(true);
        return thread;
    });

    /** @param screen runs work on the watched thread, as {@code Platform::runLater} */
    public FxThreadWatch(Executor screen) {
        this.screen = screen;
        var unused = clock.scheduleAtFixedRate(this::ask, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The longest wait since the start or the last {@link #reset}, milliseconds; counts one that still lasts. */
    public double longestMillis() {
        long lasting = waiting.get() ? System.nanoTime() - askedNanos.get() : 0;
        return Math.max(longestNanos.get(), lasting) / 1e6;
    }

    public void reset() {
        longestNanos.set(0);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void ask() {
        if (waiting.compareAndSet(false, true)) {
            askedNanos.set(System.nanoTime());
            screen.execute(() -> {
                longestNanos.accumulateAndGet(System.nanoTime() - askedNanos.get(), Math::max);
                waiting.set(false);
            });
        }
    }
}
