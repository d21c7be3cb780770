package org.hashscape.workbench.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.hashscape.model.Progress;
import org.junit.jupiter.api.Test;

class CourtesyTest {

    @Test
    void workInTheBackgroundWaitsWhileSomebodyAsks() throws Exception {
        Progress polite = Courtesy.standingBack(1, TimeUnit.MINUTES);
        try (JobRunner runner = new JobRunner()) {
            long start = System.nanoTime();
            runner.submit(JobRunner.Lane.QUERY, "Query", progress -> 1).result().get();
            polite.checkCancelled();
            assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(190));
        }
    }

    @Test
    void itDoesNotWaitForEver() {
        Progress polite = Courtesy.standingBack(60, TimeUnit.MILLISECONDS);
        long start = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            Courtesy.asked();
            polite.checkCancelled();
        }
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(20));
    }
}
