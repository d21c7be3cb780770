package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.feature.DescriptorFamily;
import org.hashscape.feature.backbone.BackboneFolder;
import org.hashscape.feature.backbone.TinyGraphs;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.retrieval.evaluation.EvaluationProtocol;
import org.hashscape.retrieval.evaluation.StratifiedSplit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training from folders and scenes to a backbone, with a teacher of one layer and a student of a few channels. */
class TrainBackboneTest {

    @TempDir
    private Path temporary;

    @Test
    void makesABackboneOfAFolderScenesAndATeacherAndGoesOnWhereItWasCancelled() throws IOException {
        Path images = images();
        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> new TrainBackbone(request(images, false)).run(cancelling("Training step")));
        assertThat(temporary.resolve("out")).doesNotExist();
        assertThat(temporary.resolve("work/checkpoint.bin")).exists();

        Backbones.Entry entry = new TrainBackbone(request(images, false)).run(Progress.NONE);

        assertThat(entry.id()).isEqualTo("small");
        assertThat(entry.dimension()).isEqualTo(8);
        assertThat(new BackboneFolder(temporary.resolve("out")).list()).hasSize(1);
        DescriptorFamily family =
                new BackboneFolder(temporary.resolve("out")).families().get(0);
        assertThat(family.trainedOn()).isEqualTo("12 of 20 tiles of images, 13 generated scenes; split of seed 1");
        assertThat(family.trainedFingerprints()).hasSize(12);
        Path fingerprints = temporary.resolve("out/small/trained-on.fingerprints");
        byte[] written = Files.readAllBytes(fingerprints);
        Files.delete(fingerprints);
        new TrainBackbone(request(images, false)).noteTraining(Progress.NONE);
        assertThat(fingerprints).as("without training again").hasBinaryContent(written);
        DescriptorFamily second = trainedOn(temporary.resolve("out/small"));
        assertThat(second.trainedOn()).contains("of others", "before that on 12 of 20 tiles of images");
        assertThat(second.trainedFingerprints()).as("of both trainings").hasSizeBetween(13, 24);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainBackbone(request(images, true)).run(Progress.NONE))
                .withMessageContaining("already");
    }

    /** A second network, begun with the first one's weights, on other tiles. */
    private DescriptorFamily trainedOn(Path from) throws IOException {
        Path others = temporary.resolve("others");
        for (int i = 0; i < 20; i++) {
            BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
            for (int at = 0; at < 1600; at++) {
                image.setRGB(at % 40, at / 40, 0x203040 + 977 * at * (i + 3));
            }
            Path folder = Files.createDirectories(others.resolve("kind" + i % 2));
            ImageIO.write(image, "png", folder.resolve("tile" + i + ".png").toFile());
        }
        TrainBackbone.Request first = request(others, false);
        new TrainBackbone(new TrainBackbone.Request(
                        first.folders(),
                        first.teachers(),
                        0,
                        20,
                        "second",
                        1,
                        first.output(),
                        temporary.resolve("work2"),
                        32,
                        0,
                        0.1,
                        8,
                        8,
                        2,
                        0,
                        1,
                        Optional.of(from),
                        false))
                .run(Progress.NONE);
        return new BackboneFolder(first.output())
                .families().stream()
                        .filter(family -> family.id().equals("second"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void readsTheTilesThatTheProtocolTrainsOnAndNoOther() throws IOException {
        Path images = images();
        try (Archive archive = Workspace.openOrCreate(temporary.resolve("tiles.hsa"))) {
            new ImportTiles(archive).run(images, DatasetLayout.AUTO, Progress.NONE);
            List<Tile> all = archive.catalogue().tiles();
            List<Labels> labels = all.stream().map(Tile::labels).toList();
            StratifiedSplit split = StratifiedSplit.of(labels, StratifiedSplit.SIXTY_FORTY, 1);
            for (int row : EvaluationProtocol.MHCLN.queryRows(split)) {
                Files.delete(images.resolve(all.get(row).key()));
            }
            List<Integer> setOfClass = new java.util.ArrayList<>();
            TrainingTiles tiles = new TrainingTiles.Folder(archive, 1, setOfClass, 0);

            assertThat(tiles.tiles()).isEqualTo(EvaluationProtocol.MHCLN.trainingRows(split).length);
            IntStream.range(0, tiles.tiles())
                    .forEach(tile -> assertThat(tiles.raster(tile)).isNotNull());
            assertThat(new TreeSet<>(IntStream.range(0, tiles.tiles())
                            .mapToObj(tiles::classOf)
                            .toList()))
                    .containsExactly(0, 1);
            assertThat(setOfClass).containsExactly(0, 0);
        }
    }

    @Test
    void refusesARequestWithNothingToLearnFrom() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainBackbone(new TrainBackbone.Request(
                        List.of(),
                        List.of(Path.of("t.pb")),
                        0,
                        1,
                        "x",
                        1,
                        temporary,
                        temporary,
                        32,
                        0,
                        1,
                        8,
                        8,
                        1,
                        0,
                        1,
                        Optional.empty(),
                        false)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainBackbone(new TrainBackbone.Request(
                        List.of(temporary),
                        List.of(),
                        0,
                        1,
                        "x",
                        1,
                        temporary,
                        temporary,
                        32,
                        0,
                        1,
                        8,
                        8,
                        1,
                        0,
                        1,
                        Optional.empty(),
                        false)));
    }

    private TrainBackbone.Request request(Path images, boolean finish) throws IOException {
        Path teacher = temporary.resolve("teacher.pb");
        if (!Files.exists(teacher)) {
            TinyGraphs.write(TinyGraphs.frozen(32, TinyGraphs.KERNEL), teacher);
        }
        return new TrainBackbone.Request(
                List.of(images),
                List.of(teacher),
                1,
                20,
                "small",
                1,
                temporary.resolve("out"),
                temporary.resolve("work"),
                32,
                0,
                0.1,
                8,
                8,
                40,
                0,
                1,
                Optional.empty(),
                finish);
    }

    private static Progress cancelling(String sentenceStart) {
        return new Progress() {
            private volatile boolean cancelled;

            @Override
            public void report(double fraction, String sentence) {
                cancelled |= sentence.startsWith(sentenceStart);
            }

            @Override
            public void checkCancelled() {
                if (cancelled) {
                    throw new CancelledException();
                }
            }
        };
    }

    private Path images() throws IOException {
        Path folder = temporary.resolve("images");
        for (int ofClass = 0; ofClass < 2; ofClass++) {
            Path classFolder = Files.createDirectories(folder.resolve("class" + ofClass));
            for (int i = 0; i < 10; i++) {
                BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
                for (int at = 0; at < 1600; at++) {
                    image.setRGB(at % 40, at / 40, ofClass == 0 ? 0x206020 + at * i : 0x602020 + 7 * at * i);
                }
                ImageIO.write(
                        image, "png", classFolder.resolve("tile" + i + ".png").toFile());
            }
        }
        return folder;
    }
}
