package org.hashscape.workbench.job;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hashscape.workbench.job.Job.Work;

/**
 * Owns the background threads. Long work (imports, training) queues in one lane so that two of them never fight over
 * the cores; short work (queries, thumbnails) has a lane of its own so that it never waits behind an import.
 */
public final class JobRunner implements AutoCloseable {

    /** Which queue a job stands in. */
    public enum Lane {
        /** One after the other: import, describe, train, evaluate, export. */
        LONG,
        /** Queries: one after the other, the latest first in importance. */
        QUERY,
        /** Small reads for the screen: thumbnails, details. */
        READ
    }

    private final ExecutorService longLane = Executors.newSingleThreadExecutor(named("hashscape-long"));
    private final ExecutorService queryLane = Executors.newSingleThreadExecutor(named("hashscape-query"));
    private final ExecutorService readLane = Executors.newFixedThreadPool(2, named("hashscape-read"));
    private final CopyOnWriteArrayList<Job<?>> unfinished = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<String, Job<?>> latest = new ConcurrentHashMap<>();

    /** Starts work as soon as its lane is free. After {@link #close} it is cancelled at once. */
    public <T> Job<T> submit(Lane lane, String title, Work<T> work) {
        if (lane != Lane.LONG) {
            Courtesy.asked();
        }
        Job<T> job = new Job<>(title);
        unfinished.add(job);
        job.result().whenComplete((answer, failure) -> unfinished.remove(job));
        try {
            executorOf(lane).execute(() -> job.execute(work));
        } catch (RejectedExecutionException closed) {
            job.cancel();
            job.execute(work);
        }
        return job;
    }

    /**
     * Like {@link #submit}, but cancels the unfinished job of the same kind first: only the newest request of a kind
     * may answer.
     */
    public <T> Job<T> submitLatest(String kind, Lane lane, String title, Work<T> work) {
        Job<?> older = latest.get(kind);
        if (older != null) {
            older.cancel();
        }
        Job<T> job = submit(lane, title, work);
        latest.put(kind, job);
        return job;
    }

    /** Jobs that wait or run, oldest first, without the small reads' own end: a snapshot. */
    public List<Job<?>> unfinished() {
        return List.copyOf(unfinished);
    }

    /** Cancels everything and waits up to five seconds for the threads to end. */
    @Override
    public void close() {
        unfinished.forEach(Job::cancel);
        for (ExecutorService lane : List.of(queryLane, readLane, longLane)) {
            lane.shutdown();
        }
        try {
            for (ExecutorService lane : List.of(queryLane, readLane, longLane)) {
                if (!lane.awaitTermination(5, TimeUnit.SECONDS)) {
                    lane.shutdownNow();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private ExecutorService executorOf(Lane lane) {
        return switch (lane) {
            case LONG -> longLane;
            case QUERY -> queryLane;
            case READ -> readLane;
        };
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        ThreadFactory plain = Executors.defaultThreadFactory();
        return work -> {
            Thread thread = plain.newThread(work);
            thread.setName(name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
