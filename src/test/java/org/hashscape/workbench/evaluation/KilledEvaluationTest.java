package org.hashscape.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.Progress;
import org.hashscape.testing.TestImages;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.DescribeTiles;
import org.hashscape.workbench.ImportTiles;
import org.hashscape.workbench.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a real evaluation with no chance to clean up, as kill -9 does. */
class KilledEvaluationTest {

    private static final EvaluationRequest REQUEST = new EvaluationRequest(
            List.of("lsh", "klsh", "itq"),
            List.of("colour-texture"),
            List.of(8, 16, 32),
            "mhcln",
            List.of(1L, 2L, 3L, 4L, 5L, 6L),
            10,
            "shares-label",
            LeakPolicy.MARK);

    @TempDir
    private Path temporary;

    @Test
    void aKilledEvaluationGoesOnWhereItStopped() throws Exception {
        Path images = TestImages.archive(temporary.resolve("images"), 60, "png", 5);
        Path file = temporary.resolve("a.hsa");
        try (Archive archive = Workspace.openOrCreate(file)) {
            new ImportTiles(archive).run(images, DatasetLayout.FOLDERS, Progress.NONE);
            new DescribeTiles(archive).run("colour-texture", false, Progress.NONE);
        }
        killOnceSomethingIsMeasured(file);
        try (Archive archive = Workspace.open(file)) {
            StoredEvaluations stored = new StoredEvaluations(archive);
            StoredEvaluation killed = stored.list().get(0);
            List<EvaluationRow> before = stored.rows(killed.id());
            assertThat(before).hasSize(killed.done()).isNotEmpty();
            assertThat(killed.complete())
                    .as("an evaluation really killed in the middle")
                    .isFalse();

            List<EvaluationRow> rows = new EvaluateArchive(archive).run(REQUEST, Progress.NONE);

            assertThat(rows).hasSize(killed.planned());
            assertThat(rows.subList(0, before.size()))
                    .as("rows of the killed run, times and all")
                    .isEqualTo(before);
            assertThat(stored.list()).hasSize(1);
            assertThat(stored.list().get(0).complete()).isTrue();
        }
    }

    private void killOnceSomethingIsMeasured(Path file) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dhashscape.user=" + temporary.resolve("user"),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "org.hashscape.Main",
                        "evaluate",
                        file.toString(),
                        "--method=lsh,klsh,itq",
                        "--descriptor=colour-texture",
                        "--bits=8,16,32",
                        "--seeds=6",
                        "-k=10",
                        "--leaks=mark")
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("out.txt").toFile())
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        try (Archive archive = Workspace.open(file)) {
            while (process.isAlive() && done(archive) == 0 && System.nanoTime() < deadline) {
                process.waitFor(2, TimeUnit.MILLISECONDS);
            }
        }
        process.destroyForcibly().waitFor();
    }

    private static int done(Archive archive) throws IOException {
        return new StoredEvaluations(archive)
                .list().stream().mapToInt(StoredEvaluation::done).sum();
    }
}
