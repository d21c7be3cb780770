package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.testing.TestImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a real import process with no chance to clean up, as kill -9 does. */
class KilledImportTest {

    private static final int PER_CLASS = 700;

    @TempDir
    private Path temporary;

    @Test
    void killedImportLeavesWholeBatchesAndTheNextOneCompletes() throws Exception {
        Path images = TestImages.archive(temporary.resolve("images"), PER_CLASS, "png", 5);
        int inTheMiddle = 0;
        for (int attempt = 0; attempt < 5 && inTheMiddle == 0; attempt++) {
            Path file = temporary.resolve("killed" + attempt + ".hsa");
            killOnceSomethingIsWritten(images, file);
            try (Archive archive = Workspace.open(file)) {
                int kept = archive.catalogue().size();
                if (kept < 3 * PER_CLASS) {
                    inTheMiddle = kept;
                    assertEveryTileIsWhole(archive);
                    assertThat(archive.catalogue().tiles().stream().map(Tile::key))
                            .as("the first keys, without a gap")
                            .containsExactlyElementsOf(firstKeys(images, kept));
                    ImportTiles.Report rest = new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
                    assertThat(rest.added()).isEqualTo(3 * PER_CLASS - kept);
                    assertThat(rest.unchanged()).isEqualTo(kept);
                    assertThat(archive.catalogue().size()).isEqualTo(3 * PER_CLASS);
                }
            }
        }
        assertThat(inTheMiddle)
                .as("tiles kept by an import that was really killed in the middle")
                .isPositive();
    }

    private void killOnceSomethingIsWritten(Path images, Path file) throws Exception {
        Files.deleteIfExists(file);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dhashscape.user=" + temporary.resolve("user"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "org.hashscape.Main",
                "import",
                images.toString(),
                "--archive",
                file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("out.txt").toFile())
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (process.isAlive() && tilesIn(file) == 0 && System.nanoTime() < deadline) {
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly().waitFor();
    }

    private static int tilesIn(Path file) {
        if (!Files.exists(file)) {
            return 0;
        }
        try (Archive archive = Workspace.open(file)) {
            return archive.catalogue().size();
        } catch (IOException notYetMade) {
            return 0;
        }
    }

    private static List<String> firstKeys(Path images, int count) throws IOException {
        try (Stream<Path> files = Files.walk(images)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> images.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .limit(count)
                    .toList();
        }
    }

    private static void assertEveryTileIsWhole(Archive archive) throws IOException {
        for (Tile tile : archive.catalogue().tiles()) {
            assertThat(archive.thumbnail(tile.id())).isPresent();
            assertThat(tile.labels().names()).hasSize(1);
        }
    }
}
