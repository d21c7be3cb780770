package org.hashscape.ui.common;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.hashscape.model.CancelledException;
import org.hashscape.workbench.job.Job;
import org.hashscape.workbench.job.Job.Work;
import org.hashscape.workbench.job.JobRunner;
import org.hashscape.workbench.job.JobRunner.Lane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Background jobs whose outcome comes back on the screen's thread. What goes wrong without anybody to care for it becomes
 * a notice. Needs no toolkit: tests give an executor of their own.
 */
public final class Background {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    /** What becomes of a job; exactly one of these is called, on the screen's thread. */
    @FunctionalInterface
    public interface Outcome<T> {

        void done(T answer);

        /** @param sentence what to tell the user */
        default void failed(String sentence, Background background) {
            background.tell(Notice.problem(sentence));
        }

        default void cancelled() {}
    }

    private final JobRunner runner;
    private final Executor screen;
    private final Consumer<Notice> notices;
    private final List<Job<?>> visible = new CopyOnWriteArrayList<>();

    public Background(JobRunner runner, Executor screen, Consumer<Notice> notices) {
        this.runner = runner;
        this.screen = screen;
        this.notices = notices;
    }

    public JobRunner runner() {
        return runner;
    }

    /** Runs work on the screen's thread, later. */
    public Executor screen() {
        return screen;
    }

    public void tell(Notice notice) {
        screen.execute(() -> notices.accept(notice));
    }

    public <T> Job<T> run(Lane lane, String title, Work<T> work, Outcome<T> outcome) {
        return follow(lane, runner.submit(lane, title, work), outcome);
    }

    /** Like {@link #run}, but cancels the unfinished job of the same kind first. */
    public <T> Job<T> runLatest(String kind, Lane lane, String title, Work<T> work, Outcome<T> outcome) {
        return follow(lane, runner.submitLatest(kind, lane, title, work), outcome);
    }

    /** Unfinished jobs that a user would care for, oldest first: all but small reads. */
    public List<Job<?>> visible() {
        return List.copyOf(visible);
    }

    private <T> Job<T> follow(Lane lane, Job<T> job, Outcome<T> outcome) {
        if (lane != Lane.READ) {
            visible.add(job);
        }
        job.result().whenComplete((answer, failure) -> {
            visible.remove(job);
            screen.execute(() -> settle(job, answer, failure, outcome));
        });
        return job;
    }

    private <T> void settle(Job<T> job, T answer, @Nullable Throwable failure, Outcome<T> outcome) {
        if (failure == null) {
            outcome.done(answer);
            return;
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CancelledException) {
            outcome.cancelled();
        } else {
            LOG.warn("{} failed", job.title(), cause);
            outcome.failed(sentence(job.title(), cause), this);
        }
    }

    /** Expected failures bring their own sentence; others are named, and the log has the rest. */
    static String sentence(String title, Throwable cause) {
        String message = cause.getMessage();
        boolean expected = cause instanceof IOException
                || cause instanceof IllegalArgumentException
                || cause instanceof IllegalStateException;
        if (expected && message != null && !message.isBlank()) {
            return message;
        }
        if (cause instanceof OutOfMemoryError) {
            return title
                    + " needs more memory than Java may use. Start Hashscape with a larger -Xmx, or close other work.";
        }
        return title + " stopped unexpectedly (" + cause.getClass().getSimpleName()
                + (message == null ? "" : ": " + message) + "). The log file named under Help > About has the details.";
    }
}
