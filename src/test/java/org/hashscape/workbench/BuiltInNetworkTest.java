package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.feature.DescriptorExtractor;
import org.hashscape.imaging.synthetic.SceneClass;
import org.hashscape.imaging.synthetic.SyntheticScene;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.workbench.evaluation.EvaluateArchive;
import org.hashscape.workbench.evaluation.EvaluationRequest;
import org.hashscape.workbench.evaluation.EvaluationRow;
import org.hashscape.workbench.evaluation.LeakPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The network that comes with the program. */
class BuiltInNetworkTest {

    private static final String ID = "scene-net";
    private static final long MOST_BYTES = 12 << 20;

    @TempDir
    private Path temporary;

    @Test
    void isThereWithItsDigestItsCardAndNoMoreThanTwelveMegabytes() throws Exception {
        Path models = Workspace.homeFolder().resolve("assets/models");
        List<Backbones.Entry> entries = new Backbones().builtIn();
        assertThat(entries).extracting(Backbones.Entry::id).containsExactly(ID);
        Path model = models.resolve(ID).resolve("model/saved_model.pb");
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(model)));
        assertThat(digest).isEqualTo(entries.get(0).sha256());
        try (Stream<Path> files = Files.walk(models)) {
            assertThat(files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum())
                    .isLessThan(MOST_BYTES);
        }
        assertThat(Files.readString(models.resolve(ID + ".md"))).contains(digest);
    }

    @Test
    void knowsTheTilesThatItWasTrainedOn() {
        assertThat(KnownDescriptors.byId(ID).trainedOn()).contains("ucmd", "eurosat", "seed 1");
        assertThat(KnownDescriptors.byId(ID).trainedFingerprints()).hasSize(1260 + 6000);
    }

    @Test
    void isADescriptorOfTheProgramAndNobodyElsesName() {
        assertThat(KnownDescriptors.byId(ID).title()).startsWith("Built-in network");
        Backbones.Wishes wishes =
                new Backbones.Wishes(ID, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backbones().importModel(temporary.resolve("any.pb"), wishes, Progress.NONE))
                .withMessageContaining("comes with the program");
    }

    @Test
    void givesTheSameFeaturesTwiceAloneAndInABatch() {
        DescriptorExtractor extractor = KnownDescriptors.byId(ID).learn(List.of(), 1, Progress.NONE);
        List<Raster> tiles = IntStream.range(0, 11)
                .mapToObj(i -> SyntheticScene.paint(
                                SceneClass.values()[i % SceneClass.values().length], i, 64 + 16 * i, 5)
                        .raster())
                .toList();
        List<float[]> batch = extractor.describeAll(tiles);
        List<float[]> again = extractor.describeAll(tiles);
        for (int i = 0; i < tiles.size(); i++) {
            assertThat(batch.get(i))
                    .as("tile %d", i)
                    .hasSize(extractor.dimension())
                    .isEqualTo(again.get(i));
            assertThat(extractor.describe(tiles.get(i))).as("tile %d", i).isEqualTo(batch.get(i));
        }
    }

    @Test
    void describesTilesOfOneColourAndOfOnePixel() {
        DescriptorExtractor extractor = KnownDescriptors.byId(ID).learn(List.of(), 1, Progress.NONE);
        for (int value : new int[] {0, 128, 255}) {
            byte[] rgb = new byte[3 * 64 * 64];
            java.util.Arrays.fill(rgb, (byte) value);
            for (float feature : extractor.describe(new Raster(64, 64, rgb))) {
                assertThat(feature).isFinite();
            }
        }
        assertThat(extractor.describe(new Raster(1, 1, new byte[] {1, 2, 3}))).hasSize(extractor.dimension());
    }

    /** Every third tile, and the training that ends where it stands still, suffice to tell. */
    @Test
    void deepHashingOnItFindsTheClassesOfTheSampleArchive() throws IOException {
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("sample.hsa"))) {
            new ImportTiles(archive).run(everyThirdTile(), DatasetLayout.AUTO, Progress.NONE);
            List<EvaluationRow> rows = new EvaluateArchive(archive)
                    .run(
                            new EvaluationRequest(
                                    List.of("exhaustive", "deep-early"),
                                    List.of(ID),
                                    List.of(32),
                                    "mhcln",
                                    List.of(1L),
                                    20,
                                    "shares-label",
                                    LeakPolicy.MARK),
                            Progress.NONE);
            assertThat(rows)
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row.mean(Metric.NDCG_AT_K))
                            .as(row.method())
                            .isGreaterThan(0.7));
        }
    }

    /** A third of the sample archive: all classes, with its manifest. */
    private Path everyThirdTile() throws IOException {
        Path sample = Workspace.homeFolder().resolve("sample-data");
        Path third = Files.createDirectories(temporary.resolve("third"));
        List<String> lines = Files.readAllLines(sample.resolve("manifest.csv"));
        List<String> kept = new ArrayList<>(List.of(lines.get(0)));
        for (int i = 1; i < lines.size(); i += 3) {
            String path = lines.get(i).split(",", 2)[0];
            Files.createDirectories(third.resolve(path).getParent());
            Files.copy(sample.resolve(path), third.resolve(path));
            kept.add(lines.get(i));
        }
        Files.write(third.resolve("manifest.csv"), kept);
        return third;
    }
}
