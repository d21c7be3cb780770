package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.Progress;
import org.hashscape.model.TileId;
import org.hashscape.testing.TestImages;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.job.Job;
import org.hashscape.workbench.job.JobRunner;
import org.hashscape.workbench.job.JobRunner.Lane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentSearchTest {

    @TempDir
    private Path temporary;

    @Test
    @Timeout(60)
    void readyMethodAnswersWhileAnotherIsTrained() throws Exception {
        Path images = TestImages.archive(temporary.resolve("images"), 10, "png", 1);
        CountDownLatch training = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("a.hsa"));
                JobRunner runner = new JobRunner()) {
            new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
            SearchArchive search = new SearchArchive(archive);
            search.answer(request("lsh"), Progress.NONE);
            Job<QueryAnswer> slow = runner.submit(
                    Lane.LONG, "Training", progress -> search.answer(request("itq"), held(training, release)));
            training.await();

            assertThat(search.isReady(request("itq"))).isFalse();
            assertThat(search.answer(request("lsh"), Progress.NONE).ranking().size())
                    .isEqualTo(5);
            assertThat(slow.isDone()).isFalse();
            release.countDown();
            assertThat(slow.result().get().ranking().size()).isEqualTo(5);
        }
    }

    /** Stops at the first word of training until released. */
    private static Progress held(CountDownLatch training, CountDownLatch release) {
        return new Progress() {
            @Override
            public void report(double fraction, String sentence) {
                if (sentence.startsWith("Training")) {
                    training.countDown();
                    try {
                        release.await();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                }
            }

            @Override
            public void checkCancelled() {}
        };
    }

    private static QueryRequest request(String method) {
        return new QueryRequest(
                new QuerySource.ArchiveTile(new TileId(1)),
                method,
                "colour-texture",
                16,
                1,
                5,
                new Lookup.FullRanking(),
                false);
    }
}
