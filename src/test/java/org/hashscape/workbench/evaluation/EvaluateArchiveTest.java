package org.hashscape.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.testing.TestImages;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.ImportTiles;
import org.hashscape.workbench.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateArchiveTest {

    private static final EvaluationRequest REQUEST =
            request(List.of("lsh", "kslsh", "exhaustive"), List.of(8, 16), LeakPolicy.REFUSE);

    @TempDir
    private Path temporary;

    private Path images;
    private Archive archive;

    @BeforeEach
    void makeArchive() throws IOException {
        images = TestImages.archive(temporary.resolve("images"), 20, "png", 1);
        archive = Workspace.openOrCreate(temporary.resolve("a.hsa"));
        importImages();
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void everyRowSaysWhatItIsAndIsKept() throws IOException {
        List<EvaluationRow> rows = new EvaluateArchive(archive).run(REQUEST, Progress.NONE);

        assertThat(rows).hasSize(2 * 5);
        for (EvaluationRow row : rows) {
            assertThat(row.tieRule()).contains("random");
            assertThat(row.leaky()).isFalse();
            assertThat(row.queries()).isEqualTo(24);
            assertThat(row.searched()).isEqualTo(24);
            assertThat(row.scores()).hasSize(Metric.values().length);
            assertThat(row.curves().precisionAt()).hasSize(24);
            assertThat(row.curves().precisionAtRecall()).hasSize(21);
            assertThat(row.curves().precisionAt().get(4)).isCloseTo(row.mean(Metric.PRECISION_AT_K), within(1e-9));
            assertThat(row.stepMsMedian()).containsKeys("describe", "look up");
            assertThat(row.stepMsMedian().containsKey("hash")).isEqualTo(row.bits() > 0);
        }
        StoredEvaluations stored = new StoredEvaluations(archive);
        StoredEvaluation only = stored.list().get(0);
        assertThat(stored.list()).hasSize(1);
        assertThat(only.request()).isEqualTo(REQUEST);
        assertThat(only.complete()).isTrue();
        assertThat(only.planned()).isEqualTo(10);
        assertThat(stored.rows(only.id())).isEqualTo(rows);
        assertThat(stored.machines(only.id())).hasSize(1);
        stored.delete(only.id());
        assertThat(stored.list()).isEmpty();
        assertThat(stored.rows(only.id())).isEmpty();
    }

    @Test
    void saysHowManyTilesItHadToLeaveOut() throws IOException {
        Files.delete(images.resolve(archive.catalogue().tile(7).key()));
        EvaluationRequest request = request(List.of("lsh"), List.of(8), LeakPolicy.REFUSE);

        for (EvaluationRow row : new EvaluateArchive(archive).run(request, Progress.NONE)) {
            assertThat(row.notes()).anyMatch(note -> note.startsWith("1 of 60 tiles are left out"));
        }
    }

    @Test
    void whatWasMeasuredIsNotMeasuredAgainUnlessAsked() throws IOException {
        EvaluateArchive evaluate = new EvaluateArchive(archive);
        List<EvaluationRow> first = evaluate.run(REQUEST, Progress.NONE);
        List<EvaluationRow> again = evaluate.run(REQUEST, Progress.NONE);
        EvaluationRequest more = request(List.of("lsh", "itq"), List.of(8), LeakPolicy.REFUSE);
        List<EvaluationRow> other = evaluate.run(more, Progress.NONE);
        List<EvaluationRow> fresh = evaluate.run(REQUEST, true, row -> {}, Progress.NONE);

        assertThat(again).as("times and all").isEqualTo(first);
        assertThat(other).contains(first.get(0));
        assertThat(fresh.get(0).scores()).isEqualTo(first.get(0).scores());
        assertThat(new StoredEvaluations(archive).list()).hasSize(3);
        assertThat(new StoredEvaluations(archive).rows(1)).hasSize(10);
    }

    @Test
    void aCancelledEvaluationKeepsItsRowsAndGoesOn() throws IOException {
        List<EvaluationRow> before = new ArrayList<>();
        Progress cancelling = new Progress() {
            @Override
            public void report(double fraction, String sentence) {}

            @Override
            public void checkCancelled() {
                if (before.size() == 3) {
                    throw new CancelledException();
                }
            }
        };
        EvaluateArchive evaluate = new EvaluateArchive(archive);
        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> evaluate.run(REQUEST, false, before::add, cancelling));
        StoredEvaluation half = new StoredEvaluations(archive).list().get(0);
        List<EvaluationRow> rows = evaluate.run(REQUEST, Progress.NONE);

        assertThat(half.complete()).isFalse();
        assertThat(half.done()).isEqualTo(3);
        assertThat(half.planned()).isEqualTo(10);
        assertThat(rows.subList(0, 3)).isEqualTo(before);
        assertThat(new StoredEvaluations(archive).list()).hasSize(1);
        assertThat(new StoredEvaluations(archive).list().get(0).complete()).isTrue();
    }

    @Test
    void otherLabelsOrTilesAreMeasuredAnew() throws IOException {
        EvaluationRequest lsh = request(List.of("lsh"), List.of(8), LeakPolicy.REFUSE);
        EvaluationRow before =
                new EvaluateArchive(archive).run(lsh, Progress.NONE).get(0);
        Files.delete(images.resolve("noise/noise_00.png"));
        TestImages.write(TestImages.image("noise", 64, 99), "png", images.resolve("noise/noise_77.png"));
        importImages();
        assertThat(new EvaluateArchive(archive).run(lsh, Progress.NONE).get(0)).isNotEqualTo(before);
    }

    @Test
    void turnedCopiesOfTestTilesInTrainingAreALeak() throws IOException {
        plantTurnedCopies();
        EvaluationRequest refusing = request(List.of("kslsh"), List.of(16), LeakPolicy.REFUSE);
        EvaluationRequest marking = request(List.of("kslsh"), List.of(16), LeakPolicy.MARK);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EvaluateArchive(archive).run(refusing, Progress.NONE))
                .withMessageContaining("leak")
                .withMessageContaining("seen in training")
                .withMessageContaining("--leaks mark");
        List<EvaluationRow> marked = new EvaluateArchive(archive).run(marking, Progress.NONE);
        assertThat(marked).allMatch(EvaluationRow::leaky);
        assertThat(marked.get(0).notes()).anyMatch(note -> note.startsWith("LEAK"));
    }

    @Test
    void refusesWhatCannotBeMeasured() {
        EvaluationRequest whole = new EvaluationRequest(
                List.of("kslsh"),
                List.of("colour-texture"),
                List.of(8),
                "whole",
                List.of(1L),
                5,
                "shares-label",
                LeakPolicy.REFUSE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EvaluateArchive(archive).run(whole, Progress.NONE))
                .withMessageContaining("unseen");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EvaluationRequest(
                        List.of("lsh"),
                        List.of("colour-texture"),
                        List.of(8),
                        "mhcln",
                        List.of(1L),
                        5,
                        "jaccard-2",
                        LeakPolicy.REFUSE));
        assertThat(new StoredEvaluations(archive)).isNotNull();
    }

    @Test
    void unknownPublishedTablesAndOtherArchivesAreSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reproduction.requests("aid", archive, List.of(1L), LeakPolicy.REFUSE))
                .withMessageContaining("Known: ucmd");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reproduction.requests("ucmd", archive, List.of(1L), LeakPolicy.REFUSE))
                .withMessageContaining("not UC Merced");
        assertThat(PublishedFigures.comparable(PublishedFigures.UC_MERCED, "mhcln", 20))
                .hasSize(6)
                .allMatch(figure -> figure.metric() == Metric.AP_LENIENT_AT_K);
    }

    private void plantTurnedCopies() throws IOException {
        for (String name : TestImages.CLASSES) {
            try (Stream<Path> files = Files.list(images.resolve(name))) {
                for (Path file : files.sorted().limit(10).toList()) {
                    BufferedImage image = ImageIO.read(file.toFile());
                    BufferedImage turned = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
                    for (int y = 0; y < 64; y++) {
                        for (int x = 0; x < 64; x++) {
                            turned.setRGB(63 - y, x, image.getRGB(x, y));
                        }
                    }
                    String copy = file.getFileName().toString().replace(".png", "_turned.jpg");
                    TestImages.write(turned, "jpg", file.resolveSibling(copy));
                }
            }
        }
        importImages();
    }

    private void importImages() throws IOException {
        new ImportTiles(archive).run(images, DatasetLayout.FOLDERS, Progress.NONE);
    }

    private static EvaluationRequest request(List<String> methods, List<Integer> bits, LeakPolicy leaks) {
        return new EvaluationRequest(
                methods, List.of("colour-texture"), bits, "mhcln", List.of(1L, 2L), 5, "shares-label", leaks);
    }
}
