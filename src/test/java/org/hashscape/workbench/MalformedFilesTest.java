package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.imaging.ImageDecoder;
import org.hashscape.imaging.UnreadableImageException;
import org.hashscape.model.Progress;
import org.hashscape.testing.ChildProgram;
import org.hashscape.testing.RealData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to break readers end in a row of the problem list: none hangs, none takes the memory, none is a tile. */
class MalformedFilesTest {

    private static final Duration EACH = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @Test
    void everyMalformedFileIsRefusedInTimeWithAReason() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        List<Path> files = files();
        try (ImageDecoder decoder = new ImageDecoder()) {
            for (Path file : files) {
                long start = System.nanoTime();
                String name = String.valueOf(file.getFileName());
                try {
                    decoder.decode(file);
                    wrong.put(name, "read");
                } catch (UnreadableImageException refused) {
                    if (String.valueOf(refused.getMessage()).isBlank()) {
                        wrong.put(name, "no reason");
                    }
                }
                if (System.nanoTime() - start > EACH.toNanos()) {
                    wrong.put(name, "slow");
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(files).hasSizeGreaterThanOrEqualTo(125);
    }

    @Test
    void anImportOfThemHasARowForEach() throws IOException {
        Path malformed = RealData.folder("geotiff-tests.zip").resolve("malformed");
        try (Archive archive = Workspace.openOrCreate(folder.resolve("a.hsa"))) {
            ImportTiles.Report report = new ImportTiles(archive).run(malformed, DatasetLayout.FLAT, Progress.NONE);
            assertThat(report.tilesInArchive()).isZero();
            assertThat(archive.problems()).hasSameSizeAs(files());
        }
    }

    /** Each in a process of its own with 512 MB, so that what breaks one is known. */
    @Test
    @Tag("long")
    void noneBreaksAProcessOfItsOwn() throws Exception {
        for (Path file : files()) {
            Path alone = Files.createDirectories(folder.resolve("one"));
            Path copy = alone.resolve("image.tif");
            Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Path archive = folder.resolve(file.getFileName() + ".hsa");
            ChildProgram.Result result = ChildProgram.run(
                    folder,
                    "512m",
                    2,
                    60,
                    "import",
                    alone.toString(),
                    "--archive",
                    archive.toString(),
                    "--layout",
                    "flat");
            assertThat(result.exit()).as("%s: %s", file, result.output()).isZero();
            assertThat(result.output()).as("%s", file).contains("0 tiles", "1 problem");
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files =
                Files.list(RealData.folder("geotiff-tests.zip").resolve("malformed"))) {
            return files.filter(file -> file.toString().matches(".*\\.tiff?"))
                    .sorted()
                    .toList();
        }
    }
}
