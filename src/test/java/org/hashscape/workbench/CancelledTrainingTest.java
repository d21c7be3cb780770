package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.archive.store.StoredModel;
import org.hashscape.model.CancelledException;
import org.hashscape.model.MethodSpec;
import org.hashscape.model.Progress;
import org.hashscape.testing.TestImages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancelledTrainingTest {

    @TempDir
    private Path temporary;

    private Archive archive;

    @BeforeEach
    void importImages() throws IOException {
        Path images = TestImages.archive(temporary.resolve("images"), 15, "png", 1);
        archive = Workspace.openOrCreate(temporary.resolve("a.hsa"));
        new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"itq", "kslsh", "deep"})
    void leavesNoModel(String method) throws IOException {
        TrainMethod training = new SearchArchive(archive).trainer();
        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> training.run(spec(method), true, new CancelsWhileTraining()));
        assertThat(archive.store().models().all()).isEmpty();
        assertThat(training.cost(spec(method)).trained()).isFalse();
    }

    @Test
    void keepsTheModelThatWasThere() throws IOException {
        SearchArchive search = new SearchArchive(archive);
        search.trainer().run(spec("itq"), true, Progress.NONE);
        StoredModel before = archive.store().models().find(spec("itq")).orElseThrow();
        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> search.trainer().run(spec("itq"), true, new CancelsWhileTraining()));
        assertThat(archive.store().models().find(spec("itq")).orElseThrow().bytes())
                .isEqualTo(before.bytes());
    }

    @Test
    void theCostSaysWhatIsThere() throws IOException {
        TrainMethod training = new SearchArchive(archive).trainer();
        TrainMethod.Cost before = training.cost(spec("itq"));
        int tiles = archive.catalogue().size();
        assertThat(before.tiles()).isEqualTo(tiles);
        assertThat(before.labelled()).isEqualTo(tiles);
        assertThat(before.undescribed()).containsEntry("colour-texture", tiles);
        assertThat(before.trained()).isFalse();
        training.run(spec("itq"), false, Progress.NONE);
        TrainMethod.Cost after = training.cost(spec("itq"));
        assertThat(after.undescribed()).isEmpty();
        assertThat(after.trained()).isTrue();
    }

    private static MethodSpec spec(String method) {
        return new MethodSpec(method, "colour-texture", 16, 3, MethodSpec.Split.ALL);
    }

    /** Wants the work to stop from its first word about training on. */
    private static final class CancelsWhileTraining implements Progress {

        private boolean training;

        @Override
        public void report(double fraction, String sentence) {
            training |= sentence.startsWith("Training");
        }

        @Override
        public void checkCancelled() {
            if (training) {
                throw new CancelledException();
            }
        }
    }
}
