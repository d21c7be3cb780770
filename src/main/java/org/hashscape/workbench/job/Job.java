package org.hashscape.workbench.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Progress;

/**
 * One piece of background work. Thread-safe: its state may be polled from any thread at any time; nothing here ever
 * blocks.
 */
public final class Job<T> implements Progress {

    /** What the job does, without an answer yet. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /** How far it is. {@code fraction} is negative where it cannot be known. */
    public record State(double fraction, String sentence) {}

    /** One point of a curve that the work has drawn so far. */
    public record Point(double x, double y) {}

    private final String title;
    private final Map<String, List<Point>> curves = new LinkedHashMap<>();
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private volatile State state;
    private final long startedNanos = System.nanoTime();
    private volatile boolean cancelled;

    Job(String title) {
        this.title = title;
        this.state = new State(-1, title);
    }

    /** What it is, for a person: "Importing UCMerced". */
    public String title() {
        return title;
    }

    public State state() {
        return state;
    }

    /** The curves drawn so far, in the order in which they began; a copy. */
    public Map<String, List<Point>> curves() {
        synchronized (curves) {
            Map<String, List<Point>> copy = new LinkedHashMap<>();
            curves.forEach((series, points) -> copy.put(series, List.copyOf(points)));
            return copy;
        }
    }

    public long startedNanos() {
        return startedNanos;
    }

    /**
     * Asks it to stop. It does so before its next expensive step; its result then ends with {@link CancelledException}.
     */
    public void cancel() {
        cancelled = true;
    }

    public boolean isDone() {
        return result.isDone();
    }

    /**
     * Completes on the background thread with the answer, with the work's exception, or with {@link
     * CancelledException}. Callers that touch a screen hop to its thread themselves.
     */
    public CompletableFuture<T> result() {
        return result;
    }

    @Override
    public void report(double fraction, String sentence) {
        state = new State(Math.min(1, fraction), sentence);
    }

    @Override
    public void measure(String series, double x, double y) {
        synchronized (curves) {
            curves.computeIfAbsent(series, key -> new ArrayList<>()).add(new Point(x, y));
        }
    }

    @Override
    public void checkCancelled() {
        if (cancelled || Thread.currentThread().isInterrupted()) {
            throw new CancelledException();
        }
    }

    void execute(Work<T> work) {
        try {
            checkCancelled();
            result.complete(work.run(this));
        } catch (Throwable failure) { // whatever it is, whoever waits must learn of it
            result.completeExceptionally(failure);
        }
    }
}
