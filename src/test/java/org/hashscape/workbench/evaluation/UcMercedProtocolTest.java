package org.hashscape.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.testing.RealData;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.ImportTiles;
import org.hashscape.workbench.Workspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way on UC Merced, against the published figures. Minutes long: {@code mvn -Plong verify}. */
@Tag("long")
class UcMercedProtocolTest {

    @TempDir
    private Path temporary;

    @Test
    void supervisedKernelHashingOnSiftWordsReachesThePublishedFigures() throws IOException {
        Path images = RealData.folder("ucmd-jpeg95.zip").resolve("ucmd_jpeg95/Images");
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("u.hsa"))) {
            ImportTiles.Report report = new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
            List<EvaluationRow> rows = new EvaluateArchive(archive)
                    .run(
                            new EvaluationRequest(
                                    List.of("kslsh"),
                                    List.of("sift-words"),
                                    List.of(16, 24, 32),
                                    "mhcln",
                                    List.of(1L, 2L, 3L),
                                    20,
                                    "shares-label",
                                    LeakPolicy.REFUSE),
                            Progress.NONE);

            assertThat(report.tilesInArchive()).isEqualTo(2100);
            assertThat(report.labels()).isEqualTo(21);
            assertThat(report.problems()).isZero();
            assertThat(lenient(rows, 16)).isGreaterThan(0.557);
            assertThat(lenient(rows, 24)).isGreaterThan(0.594);
            assertThat(lenient(rows, 32)).isGreaterThan(0.630);
            assertThat(rows.get(0).randomFloor().get(Metric.AP_LENIENT_AT_K)).isBetween(0.114, 0.134);
            assertThat(rows.get(0).randomFloor().get(Metric.AP_STANDARD_AT_K)).isBetween(0.007, 0.013);
        }
    }

    private static double lenient(List<EvaluationRow> rows, int bits) {
        return rows.stream()
                .filter(row -> row.bits() == bits)
                .mapToDouble(row -> row.mean(Metric.AP_LENIENT_AT_K))
                .average()
                .orElseThrow();
    }
}
