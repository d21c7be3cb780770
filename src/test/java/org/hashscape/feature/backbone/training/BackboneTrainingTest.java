package org.hashscape.feature.backbone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.hashscape.feature.DescriptorExtractor;
import org.hashscape.feature.backbone.BackboneFolder;
import org.hashscape.feature.backbone.BackboneSpec;
import org.hashscape.feature.backbone.FinishedGraph;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains networks so small that a step takes milliseconds. */
class BackboneTrainingTest {

    private static final int STEPS = 160;

    @TempDir
    private Path temporary;

    private static final List<Double> DISTANCES = new ArrayList<>();
    private static final List<Double> LOSSES = new ArrayList<>();
    private static Path checkpoint;
    private static TrainedNet trained;

    /** Making the graph of a training takes longer than its steps: what needs just any trained network shares one. */
    @BeforeAll
    static void train(@TempDir Path shared) throws IOException {
        checkpoint = shared.resolve("checkpoint");
        trained = new BackboneTraining(views(), recipe(STEPS), checkpoint).run(new Progress() {
            @Override
            public void report(double fraction, String sentence) {}

            @Override
            public void measure(String series, double x, double y) {
                (series.startsWith("distance") ? DISTANCES : LOSSES).add(y);
            }

            @Override
            public void checkCancelled() {}
        });
    }

    @Test
    void learnsWhatItsTeacherSaysAndWhichClassIsWhich() {
        assertThat(trained.steps()).isEqualTo(STEPS);
        assertThat(DISTANCES).hasSize(8);
        assertThat(DISTANCES.get(7)).isLessThan(0.85 * DISTANCES.get(0));
        assertThat(LOSSES.get(7)).isLessThan(LOSSES.get(0));
    }

    @Test
    void aCancelledTrainingGoesOnToTheVerySameNetwork() throws IOException {
        TrainedNet straight = training(recipe(6), "straight").run(Progress.NONE);
        AtomicInteger checks = new AtomicInteger();
        Progress impatient = new Progress() {
            @Override
            public void report(double fraction, String sentence) {}

            @Override
            public void checkCancelled() {
                if (checks.incrementAndGet() > 3) {
                    throw new CancelledException();
                }
            }
        };
        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> training(recipe(6), "broken").run(impatient));
        assertThat(training(recipe(6), "broken").finishNow().steps()).isEqualTo(3);
        TrainedNet resumed = training(recipe(6), "broken").run(Progress.NONE);

        assertThat(resumed.steps()).isEqualTo(6);
        assertThat(resumed.state().keySet()).isEqualTo(straight.state().keySet());
        straight.state()
                .forEach((name, values) ->
                        assertThat(resumed.state().get(name)).as(name).isEqualTo(values));
    }

    /** Here at larger squares than those of its training: the weights are the same. */
    @Test
    void theFinishedNetworkIsABackboneWhoseHalvesLoseLittle() throws IOException {
        TrainedNet net = new TrainedNet(new Recipe(48, 32, 0.1, 8, 8, 1, 0, 2), trained.state(), trained.steps());
        BackboneFolder folder = new BackboneFolder(temporary.resolve("backbones"));
        BackboneSpec spec = net.importInto(folder, "tiny", 1, Progress.NONE);
        assertThat(spec.dimension()).isEqualTo(8);
        assertThat(spec.size()).isEqualTo(48);

        DescriptorExtractor extractor = folder.families().get(0).learn(List.of(), 0, Progress.NONE);
        List<Raster> tiles = List.of(tile(0, 1, 48), tile(1, 2, 48), new Raster(1, 1, new byte[3]));
        float[][] exact = FoldingTest.features(net.graph(false), 48, tiles.subList(0, 2));
        for (int i = 0; i < 2; i++) {
            assertThat(cosine(extractor.describe(tiles.get(i)), exact[i])).isGreaterThan(0.9999);
        }
        for (float feature : extractor.describe(tiles.get(2))) {
            assertThat(feature).isFinite();
        }
    }

    @Test
    void aSecondTrainingBeginsWithTheFeaturesThatTheFirstEndedWith() throws IOException {
        FinishedGraph finished = FinishedGraph.of(trained.graph(true));
        Recipe again = new Recipe(48, 32, 0.1, 8, 8, 1, 0, 2);
        BackboneTraining second =
                new BackboneTraining(views(), again, temporary.resolve("second"), Optional.of(finished));
        Map<String, float[]> state = StartingLayers.of(
                finished.graph(), again.netInTraining(), 8, List.of(() -> new Batches(views(), 8, 1).draw(1)));

        List<Raster> tiles = List.of(tile(0, 1), tile(1, 2), tile(3, 4));
        float[][] before = FoldingTest.features(trained.graph(true), 32, tiles);
        Recipe plain = recipe(1);
        float[][] after = FoldingTest.features(new TrainedNet(plain, state, 0).graph(false), 32, tiles);
        for (int i = 0; i < tiles.size(); i++) {
            assertThat(cosine(before[i], after[i])).isGreaterThan(0.99999);
        }
        assertThat(second.run(Progress.NONE).steps()).isEqualTo(1);
        Recipe wider = new Recipe(32, 0.2, 8, 8, 1, 0, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new BackboneTraining(views(), wider, temporary.resolve("wider"), Optional.of(finished))
                                .run(Progress.NONE))
                .withMessageContaining("--width");
    }

    @Test
    void classesAreDrawnAsOftenAsTheRootOfTheirTiles() {
        TrainingViews views = new TrainingViews(32, new int[] {0, 0});
        List<List<float[]>> features = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            views.add(tile(i < 4 ? 0 : 1, i), i < 4 ? 0 : 1, true);
            features.add(List.of(new float[] {i, 1}));
            for (int more = 0; i < 4 && more < 5; more++) {
                views.add(tile(0, 100 * i + more), 0, false);
                features.add(List.of(new float[] {i, 2}));
            }
        }
        views.teach(features);
        Batches batches = new Batches(views, 64, 1);
        double ofFirst = 0;
        for (int step = 1; step <= 40; step++) {
            float[] labels = batches.draw(step).labels();
            for (int i = 0; i < 64; i++) {
                ofFirst += labels[2 * i] > 0.5f ? 1.0 / (40 * 64) : 0;
            }
        }
        assertThat(ofFirst).as("2 to 4").isBetween(0.29, 0.38);
    }

    @Test
    void anotherTrainingsCheckpointIsNotUsedAndADamagedOneIsRefused() throws IOException {
        Path file = Files.copy(checkpoint, temporary.resolve("checkpoint"));
        Recipe other = new Recipe(32, 0.1, 8, 8, 1, 0, 99);
        assertThatIOException()
                .isThrownBy(() -> new BackboneTraining(views(), other, file).finishNow())
                .withMessageContaining("no checkpoint of this training");
        assertThat(training(recipe(STEPS), "checkpoint").finishNow().steps()).isEqualTo(STEPS);
        byte[] bytes = Files.readAllBytes(file);
        for (int at : new int[] {0, 60, bytes.length / 2, bytes.length - 3}) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x55;
            Files.write(file, damaged);
            assertThatIOException()
                    .as("byte %d", at)
                    .isThrownBy(() -> training(recipe(STEPS), "checkpoint").finishNow());
        }
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 100));
        assertThatIOException()
                .isThrownBy(() -> training(recipe(STEPS), "checkpoint").finishNow());
    }

    @Test
    void recipesThatCannotBeCookedAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Recipe(100, 1, 8, 8, 1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Recipe(32, 0, 8, 8, 1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Recipe(32, 1, 8, 1, 1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Recipe(32, 1, 8, 8, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Recipe(32, 1, 8, 8, 1, -1, 1));
    }

    private BackboneTraining training(Recipe recipe, String name) {
        return new BackboneTraining(views(), recipe, temporary.resolve(name));
    }

    private static Recipe recipe(int steps) {
        return new Recipe(32, 0.1, 8, 8, steps, 0, 1);
    }

    /** Two data sets of two classes each; the teacher knows the class. */
    private static TrainingViews views() {
        TrainingViews views = new TrainingViews(32, new int[] {0, 0, 1, 1});
        List<List<float[]>> features = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int ofClass = i % 4;
            views.add(tile(ofClass, i), ofClass);
            float[] said = new float[6];
            said[ofClass] = 1;
            said[5] = 0.5f;
            features.add(List.of(said));
        }
        views.teach(features);
        return views;
    }

    /** A colour of its own for every class, with noise. */
    static Raster tile(int ofClass, int seed) {
        return tile(ofClass, seed, 32);
    }

    private static Raster tile(int ofClass, int seed, int side) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] rgb = new byte[3 * side * side];
        for (int i = 0; i < rgb.length; i++) {
            int base = i % 3 == ofClass % 3 ? 200 : 40 + 40 * (ofClass / 3);
            rgb[i] = (byte) (base + random.nextInt(40));
        }
        return new Raster(side, side, rgb);
    }

    static double cosine(float[] a, float[] b) {
        double dot = 0;
        double lengths = 0;
        double others = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
            lengths += a[i] * a[i];
            others += b[i] * b[i];
        }
        return dot / Math.sqrt(lengths * others);
    }
}
