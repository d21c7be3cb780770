package org.hashscape.workbench.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.hashscape.model.CancelledException;
import org.hashscape.workbench.job.JobRunner.Lane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class JobRunnerTest {

    private final JobRunner runner = new JobRunner();

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void answersWithWhatTheWorkGives() throws Exception {
        Job<Integer> job = runner.submit(Lane.QUERY, "Adding", progress -> {
            progress.report(0.5, "Half");
            return 1 + 1;
        });

        assertThat(job.result().get()).isEqualTo(2);
        assertThat(job.state()).isEqualTo(new Job.State(0.5, "Half"));
    }

    @Test
    void failureReachesWhoeverWaits() {
        Job<Integer> job = runner.submit(Lane.LONG, "Failing", progress -> {
            throw new IOException("the disk is full");
        });

        assertThatThrownBy(() -> job.result().get())
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("the disk is full");
    }

    @Test
    void onlyTheNewestOfAKindAnswers() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        Job<String> older = runner.submitLatest("query", Lane.QUERY, "Older", progress -> {
            running.countDown();
            while (true) {
                progress.checkCancelled();
                Thread.onSpinWait();
            }
        });
        running.await();
        Job<String> newer = runner.submitLatest("query", Lane.QUERY, "Newer", progress -> "new");

        assertThat(newer.result().get()).isEqualTo("new");
        assertThatThrownBy(() -> older.result().join())
                .isInstanceOfAny(CancelledException.class, CompletionException.class)
                .hasMessageContaining("Cancelled");
    }

    @Test
    void queuedWorkThatIsCancelledNeverStarts() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Job<Integer> blocking = runner.submit(Lane.LONG, "Blocking", progress -> {
            release.await();
            return 1;
        });
        Job<Integer> queued = runner.submit(Lane.LONG, "Queued", progress -> {
            throw new AssertionError("It started");
        });
        queued.cancel();
        release.countDown();

        assertThat(blocking.result().get()).isEqualTo(1);
        assertThatThrownBy(() -> queued.result().get()).hasRootCauseInstanceOf(CancelledException.class);
    }

    @Test
    void queriesDoNotWaitBehindAnImport() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        runner.submit(Lane.LONG, "Import", progress -> {
            release.await();
            return 1;
        });
        Job<String> query = runner.submit(Lane.QUERY, "Query", progress -> "answer");

        assertThat(query.result().get(10, TimeUnit.SECONDS)).isEqualTo("answer");
        release.countDown();
    }

    @Test
    void finishedJobsLeaveTheList() throws Exception {
        Job<Integer> job = runner.submit(Lane.READ, "Reading", progress -> 1);
        job.result().get();
        for (int i = 0; i < 100 && !runner.unfinished().isEmpty(); i++) {
            Thread.sleep(10);
        }

        assertThat(runner.unfinished()).isEmpty();
    }

    @Test
    void workAfterTheEndIsCancelledAtOnce() {
        runner.close();
        Job<Integer> late = runner.submit(Lane.READ, "Reading", progress -> 1);

        assertThat(late.result()).isCompletedExceptionally();
        assertThatThrownBy(() -> late.result().get()).hasRootCauseInstanceOf(CancelledException.class);
        assertThat(runner.unfinished()).isEmpty();
    }
}
