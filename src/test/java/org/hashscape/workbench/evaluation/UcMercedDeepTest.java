package org.hashscape.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.testing.RealData;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.Backbones;
import org.hashscape.workbench.ImportTiles;
import org.hashscape.workbench.Workspace;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deep hashing on UC Merced with a real network, on single orientations. Minutes long: {@code mvn -Plong verify}. */
@Tag("long")
class UcMercedDeepTest {

    private static final String GRAPH = "mobilenet_v2_1.0_224_dequant_frozen.pb";

    @TempDir
    private Path temporary;

    @Test
    void deepHashingOnEightViewsReachesItsFiguresInTime() throws IOException {
        Path images = RealData.folder("ucmd-jpeg95.zip").resolve("ucmd_jpeg95/Images");
        Path graph = graph();
        String before = System.getProperty("hashscape.user", "");
        System.setProperty("hashscape.user", temporary.resolve("user").toString());
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("u.hsa"))) {
            new Backbones()
                    .importModel(
                            graph,
                            new Backbones.Wishes(
                                    "mobilenetv2",
                                    Optional.empty(),
                                    Optional.of("features"),
                                    Optional.empty(),
                                    Optional.empty(),
                                    8),
                            Progress.NONE);
            new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
            List<EvaluationRow> rows = new EvaluateArchive(archive)
                    .run(
                            new EvaluationRequest(
                                    List.of("deep"),
                                    List.of("mobilenetv2"),
                                    List.of(32),
                                    "mhcln",
                                    List.of(1L, 2L, 3L),
                                    20,
                                    "shares-label",
                                    LeakPolicy.REFUSE),
                            Progress.NONE);
            assertThat(mean(rows, Metric.AP_LENIENT_AT_K)).isGreaterThan(0.965);
            assertThat(mean(rows, Metric.AP_STANDARD_AT_K)).isGreaterThan(0.955);
            assertThat(rows).allSatisfy(row -> assertThat(row.trainSeconds()).isLessThan(60));
        } finally {
            if (before.isEmpty()) {
                System.clearProperty("hashscape.user");
            } else {
                System.setProperty("hashscape.user", before);
            }
        }
    }

    private static double mean(List<EvaluationRow> rows, Metric metric) {
        return rows.stream().mapToDouble(row -> row.mean(metric)).average().orElseThrow();
    }

    private Path graph() throws IOException {
        Path zip = Path.of(System.getProperty("hashscape.data", "../shared/data"), "weights-tf.zip");
        Assumptions.assumeTrue(
                Files.exists(zip), () -> "Skipped: " + zip + " is not here; name its folder with -Dhashscape.data");
        Path file = temporary.resolve(GRAPH);
        try (ZipFile archive = new ZipFile(zip.toFile());
                InputStream in = archive.getInputStream(archive.getEntry("weights/" + GRAPH))) {
            Files.copy(in, file);
        }
        return file;
    }
}
