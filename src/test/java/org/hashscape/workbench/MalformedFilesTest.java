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

    @Test
    void noneTakesMoreThan512MegabytesOrEndsTheProcess() throws Exception {
        Path malformed = RealData.folder("geotiff-tests.zip").resolve("malformed");
        int files = files().size();
        ChildProgram.Result result = ChildProgram.run(
                folder,
                "512m",
                2,
                EACH.toSeconds() * files,
                "import",
                malformed.toString(),
                "--archive",
                folder.resolve("child.hsa").toString(),
                "--layout",
                "flat");
        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(result.output()).contains("0 tiles", files + " problems");
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
