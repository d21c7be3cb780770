package org.hashscape.workbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.imaging.DihedralFingerprint;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.TileId;
import org.hashscape.retrieval.evaluation.EvaluationProtocol;
import org.hashscape.retrieval.evaluation.ProtocolRun;
import org.hashscape.retrieval.evaluation.RelevanceRule;
import org.hashscape.retrieval.evaluation.StratifiedSplit;
import org.hashscape.testing.TestImages;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.ImportTiles;
import org.hashscape.workbench.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where one test tile in five hundred is an accident and two are a leak. The tiles here are made of fingerprints alone. */
class LeakGuardTest {

    private static final int TILES = 1250;
    private static final DescriptorTraining UNTRAINED = new DescriptorTraining(List.of(), List.of());

    private final Map<TileId, DihedralFingerprint> fingerprints = new TreeMap<>();
    private final long[] tileIds = new long[TILES];
    private final ProtocolRun run = run(EvaluationProtocol.MHCLN);
    private final int[] test = run.queryRows();
    private final int[] training = run.trainingRows();

    @TempDir
    private Path temporary;

    private Archive archive;

    @BeforeEach
    void makeTiles() throws IOException {
        archive = Workspace.openOrCreate(temporary.resolve("a.hsa"));
        Path images = TestImages.archive(temporary.resolve("images"), 1, "png", 1);
        new ImportTiles(archive).run(images, DatasetLayout.FOLDERS, Progress.NONE);
        for (int row = 0; row < TILES; row++) {
            tileIds[row] = row + 1;
            fingerprints.put(new TileId(row + 1), fingerprint(row));
        }
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void oneTestTileInFiveHundredMayHaveCopiesWhichAreLeftOutOfTraining() throws IOException {
        assertThat(test).hasSize(LeakGuard.TOLERATED);
        copy(test[0], training[0]);
        copy(test[0], training[1]);
        LeakGuard.Finding found = check(UNTRAINED, LeakPolicy.REFUSE);
        assertThat(found.leaky()).isFalse();
        assertThat(found.trainingRows()).isEqualTo(Arrays.copyOfRange(training, 2, training.length));
        assertThat(found.notes()).containsExactly("2 training tiles left out, copies of 1 test tile");
    }

    @Test
    void twoAreALeak() throws IOException {
        copy(test[0], training[0]);
        copy(test[1], training[1]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(UNTRAINED, LeakPolicy.REFUSE))
                .withMessageContaining("2 of 500 test tiles were seen in training")
                .withMessageContaining("--leaks mark");
        LeakGuard.Finding marked = check(UNTRAINED, LeakPolicy.MARK);
        assertThat(marked.leaky()).isTrue();
        assertThat(marked.trainingRows()).isEqualTo(training);
        assertThat(marked.notes()).singleElement().asString().startsWith("LEAK: 2 of 500");
    }

    @Test
    void aDescriptorThatWasTrainedOnTheTrainingTilesHasSeenNothing() throws IOException {
        assertThat(check(trainedOn(training), LeakPolicy.REFUSE))
                .usingRecursiveComparison()
                .isEqualTo(new LeakGuard.Finding(training, false, List.of()));
    }

    @Test
    void aDescriptorThatWasTrainedOnOneTestTileInFiveHundredIsTakenAndSaid() throws IOException {
        LeakGuard.Finding found = check(trainedOn(test[7]), LeakPolicy.REFUSE);
        assertThat(found.leaky()).isFalse();
        assertThat(found.notes()).containsExactly("1 test tile almost like tiles that the descriptor was trained on");
    }

    @Test
    void aDescriptorThatWasTrainedOnTestTilesIsALeak() throws IOException {
        DescriptorTraining seen = trainedOn(test[7], test[8], training[3]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(seen, LeakPolicy.REFUSE))
                .withMessageContaining("2 of 500 test tiles are among those that the descriptor itself was trained on")
                .withMessageContaining("net was trained on some tiles")
                .withMessageContaining("--leaks mark");
        LeakGuard.Finding marked = check(seen, LeakPolicy.MARK);
        assertThat(marked.leaky()).isTrue();
        assertThat(marked.trainingRows()).isEqualTo(training);
        assertThat(marked.notes()).singleElement().asString().startsWith("LEAK: 2 of 500");
    }

    @Test
    void whereEveryTileAsksTheDescriptorsTrainingTilesDoToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LeakGuard(archive, fingerprints)
                        .check(
                                run(EvaluationProtocol.WHOLE),
                                tileIds,
                                trainedOn(training[0], training[1], training[2]),
                                LeakPolicy.REFUSE))
                .withMessageContaining("3 of " + TILES + " test tiles");
    }

    private LeakGuard.Finding check(DescriptorTraining descriptor, LeakPolicy policy) throws IOException {
        return new LeakGuard(archive, fingerprints).check(run, tileIds, descriptor, policy);
    }

    private void copy(int from, int to) {
        fingerprints.put(new TileId(to + 1), fingerprint(from));
    }

    private DescriptorTraining trainedOn(int... rows) {
        List<byte[]> seen = new ArrayList<>();
        for (int row : rows) {
            seen.add(fingerprint(row).toBytes());
        }
        return new DescriptorTraining(List.of("net was trained on some tiles"), seen);
    }

    private static DihedralFingerprint fingerprint(int row) {
        byte[] rgb = new byte[3 * 16 * 16];
        new Random(row).nextBytes(rgb);
        return DihedralFingerprint.of(new Raster(16, 16, rgb));
    }

    private static ProtocolRun run(EvaluationProtocol protocol) {
        List<Labels> labels = new ArrayList<>();
        for (int row = 0; row < TILES; row++) {
            labels.add(Labels.of("class" + row % 2));
        }
        StratifiedSplit split = StratifiedSplit.of(labels, StratifiedSplit.SIXTY_FORTY, 1);
        return new ProtocolRun(protocol, labels, split, RelevanceRule.SHARES_A_LABEL, 20);
    }
}
