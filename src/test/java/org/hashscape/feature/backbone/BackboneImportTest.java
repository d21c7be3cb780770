package org.hashscape.feature.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hashscape.feature.DescriptorExtractor;
import org.hashscape.feature.DescriptorFamily;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackboneImportTest {

    @TempDir
    private Path temporary;

    private Path folder;
    private BackboneFolder backbones;

    @BeforeEach
    void nameFolder() {
        folder = temporary.resolve("backbones");
        backbones = new BackboneFolder(folder);
    }

    @Test
    void detectsWhatIsNotSaidAboutAFrozenGraph() throws IOException {
        Path graph = TinyGraphs.write(TinyGraphs.frozen(32, TinyGraphs.KERNEL), temporary.resolve("tiny.pb"));
        BackboneSpec spec = run(graph, "tiny");

        assertThat(spec.input()).isEqualTo("input:0");
        assertThat(spec.output()).as("what the classifier takes").isEqualTo("pool:0");
        assertThat(spec.size()).isEqualTo(32);
        assertThat(spec.range()).as("convolved at once").isEqualTo(PixelRange.SIGNED);
        assertThat(spec.dimension()).isEqualTo(TinyGraphs.FEATURES);
        assertThat(backbones.list()).containsExactly(spec);
        assertThat(children()).containsExactly("tiny");
    }

    @Test
    void whatIsSaidCountsMoreThanWhatIsDetected() throws IOException {
        Path graph = TinyGraphs.write(TinyGraphs.frozen(-1, TinyGraphs.KERNEL), temporary.resolve("tiny.pb"));
        BackboneSpec spec = run(
                graph,
                new BackboneImport.Wishes(
                        "maps",
                        Optional.of("input"),
                        Optional.of("conv:0"),
                        Optional.of(48),
                        Optional.of(PixelRange.UNIT),
                        1));
        assertThat(spec).extracting(BackboneSpec::size, BackboneSpec::range).containsExactly(48, PixelRange.UNIT);
        assertThat(spec.dimension()).as("maps are averaged").isEqualTo(TinyGraphs.FEATURES);
    }

    @Test
    void featuresAreWhatTheNetworkComputesByHand() throws IOException {
        Path graph = TinyGraphs.write(TinyGraphs.frozen(16, TinyGraphs.KERNEL), temporary.resolve("tiny.pb"));
        run(graph, "pooled");
        run(
                graph,
                new BackboneImport.Wishes(
                        "maps", Optional.empty(), Optional.of("conv"), Optional.empty(), Optional.empty(), 1));
        Raster tile = noise(16, 16, 3);
        float[] byHand = byHand(tile);
        for (DescriptorFamily family : backbones.families()) {
            float[] features = extractor(family).describe(tile);
            for (int i = 0; i < byHand.length; i++) {
                assertThat((double) features[i]).as(family.id()).isCloseTo(byHand[i], offset(1e-5));
            }
        }
    }

    private static org.assertj.core.data.Offset<Double> offset(double value) {
        return org.assertj.core.data.Offset.offset(value);
    }

    private static float[] byHand(Raster tile) {
        double[] sums = new double[TinyGraphs.FEATURES];
        for (int y = 0; y < tile.height(); y++) {
            for (int x = 0; x < tile.width(); x++) {
                for (int band = 0; band < 3; band++) {
                    for (int i = 0; i < sums.length; i++) {
                        sums[i] += (tile.sample(x, y, band) / 127.5 - 1) * TinyGraphs.KERNEL[4 * band + i];
                    }
                }
            }
        }
        double length = Math.sqrt(Arrays.stream(sums).map(sum -> sum * sum).sum());
        float[] features = new float[sums.length];
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) (sums[i] / length);
        }
        return features;
    }

    @Test
    void aSavedModelWithVariablesGivesTheSameFeaturesAsTheFrozenGraph() throws IOException {
        Path model = temporary.resolve("saved");
        TinyGraphs.savedModel(model);
        BackboneSpec spec = run(model, "saved");
        run(TinyGraphs.write(TinyGraphs.frozen(32, TinyGraphs.KERNEL), temporary.resolve("tiny.pb")), "frozen");

        assertThat(spec.size()).isEqualTo(32);
        Raster tile = noise(70, 50, 4);
        float[] saved = extractor(backbones.families().get(1)).describe(tile);
        float[] frozen = extractor(backbones.families().get(0)).describe(tile);
        for (int i = 0; i < saved.length; i++) {
            assertThat((double) saved[i]).isCloseTo(frozen[i], offset(1e-5));
        }
    }

    @Test
    void aBatchGivesWhatSingleTilesGiveAndTheSameEveryTime() throws IOException {
        run(TinyGraphs.write(TinyGraphs.frozen(32, TinyGraphs.KERNEL), temporary.resolve("tiny.pb")), "tiny");
        DescriptorExtractor extractor = extractor(backbones.families().get(0));
        List<Raster> tiles = Stream.iterate(0, i -> i + 1)
                .limit(19)
                .map(i -> noise(20 + 9 * i, 100 - 5 * i, i))
                .toList();
        List<float[]> batch = extractor.describeAll(tiles);
        for (int i = 0; i < tiles.size(); i++) {
            assertThat(extractor.describe(tiles.get(i))).isEqualTo(batch.get(i));
            assertThat(extractor.describe(extractor.prepare(tiles.get(i)))).isEqualTo(batch.get(i));
        }
        assertThat(extractor.describeAll(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8})
    void aDescriptorIsTheMeanOfWhatTheTileGivesInItsOrientations(int views) throws IOException {
        Path graph = TinyGraphs.write(TinyGraphs.frozen(32, TinyGraphs.KERNEL), temporary.resolve("tiny.pb"));
        new BackboneImport(backbones)
                .run(
                        graph,
                        new BackboneImport.Wishes(
                                "tiny", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), views),
                        Progress.NONE);
        DescriptorExtractor extractor = extractor(backbones.families().get(0));
        assertThat(extractor.views()).isEqualTo(views);
        List<Raster> tiles = List.of(noise(40, 40, 1), noise(90, 30, 2), noise(33, 64, 3));
        List<float[]> seen = extractor.describeViews(tiles);
        for (int tile = 0; tile < 3; tile++) {
            assertThat(seen.get(tile)).hasSize(views * TinyGraphs.FEATURES);
            float[] mean = new float[TinyGraphs.FEATURES];
            for (int i = 0; i < seen.get(tile).length; i++) {
                mean[i % mean.length] += seen.get(tile)[i];
            }
            double length = 0;
            float[] descriptor = extractor.describe(tiles.get(tile));
            for (int i = 0; i < mean.length; i++) {
                assertThat((double) descriptor[i]).isCloseTo(mean[i] / views, offset(1e-6));
                length += descriptor[i] * descriptor[i];
            }
            assertThat(length).isCloseTo(1, offset(1e-5));
        }
    }

    @Test
    void refusesDescriptorsOfAnotherModelOfTheSameName() throws IOException {
        Path graph = TinyGraphs.write(TinyGraphs.frozen(32, TinyGraphs.KERNEL), temporary.resolve("tiny.pb"));
        run(graph, "tiny");
        DescriptorFamily family = backbones.families().get(0);
        byte[] learned = extractor(family).toBytes();
        assertThat(family.load(learned).dimension()).isEqualTo(TinyGraphs.FEATURES);

        float[] other = TinyGraphs.KERNEL.clone();
        other[0] = 2;
        BackboneFolder elsewhere = new BackboneFolder(temporary.resolve("elsewhere"));
        new BackboneImport(elsewhere, new NetworkTrial())
                .run(
                        TinyGraphs.write(TinyGraphs.frozen(32, other), temporary.resolve("other.pb")),
                        new BackboneImport.Wishes("tiny"),
                        Progress.NONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> elsewhere.families().get(0).load(learned))
                .withMessageContaining("another model named 'tiny'");
    }

    @Test
    void importsAZipOfASavedModel() throws IOException {
        Path model = temporary.resolve("saved");
        TinyGraphs.savedModel(model);
        Path zip = temporary.resolve("saved.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
                Stream<Path> files = Files.walk(model)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(
                        "model/" + model.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        assertThat(run(zip, "zipped").dimension()).isEqualTo(TinyGraphs.FEATURES);
        assertThat(children()).containsExactly("zipped");
    }

    @Test
    void refusesAZipThatWritesOutsideItsFolder() throws IOException {
        Path zip = temporary.resolve("evil.zip");
        for (String name : List.of("../../escaped.pb", "/../escaped.pb", "a\\..\\..\\..\\escaped.pb")) {
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
                out.putNextEntry(new ZipEntry(name));
                TinyGraphs.frozen(32, TinyGraphs.KERNEL).writeTo(out);
            }
            refuses(zip, "outside the folder");
        }
        try (Stream<Path> files = Files.walk(temporary)) {
            assertThat(files.filter(file -> file.toString().contains("escaped")))
                    .isEmpty();
        }
    }

    @Test
    void refusesFilesThatAreNoGraph() throws IOException {
        byte[] noise = new byte[5_000];
        new Random(1).nextBytes(noise);
        refuses(Files.write(temporary.resolve("noise.pb"), noise), "not a TensorFlow graph");
        refuses(Files.write(temporary.resolve("empty.pb"), new byte[0]), "not a TensorFlow graph");
        byte[] whole = TinyGraphs.frozen(32, TinyGraphs.KERNEL).toByteArray();
        byte[] cut = Arrays.copyOf(whole, whole.length - 7);
        refuses(Files.write(temporary.resolve("cut.pb"), cut), "not a TensorFlow graph");
        byte[] zip = {'P', 'K', 3, 4, 20, 0, 99, 99, 99, 99};
        refuses(Files.write(temporary.resolve("cut.zip"), zip), "");
        refuses(Files.createDirectory(temporary.resolve("nothing")), "no TensorFlow model");
        refuses(temporary.resolve("missing.pb"), "no such file");
    }

    @Test
    void refusesAFileOfFiveGigabytesWithoutReadingIt() throws IOException {
        Path huge = temporary.resolve("huge.pb");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(5L << 30);
        }
        refuses(huge, "5,120 MB");
    }

    @Test
    void refusesWeightsThatAreNoNumbers() throws IOException {
        float[] kernel = TinyGraphs.KERNEL.clone();
        kernel[5] = Float.NaN;
        refuses(TinyGraphs.write(TinyGraphs.frozen(32, kernel), temporary.resolve("nan.pb")), "NaN");
    }

    @Test
    void refusesANetworkThatSaysTheSameOfEveryImage() throws IOException {
        refuses(TinyGraphs.write(TinyGraphs.frozen(32, new float[12]), temporary.resolve("zero.pb")), "same features");
    }

    @Test
    void refusesAGraphThatReadsFiles() throws IOException {
        refuses(TinyGraphs.write(TinyGraphs.reading("/etc/hostname"), temporary.resolve("reads.pb")), "ReadFile");
    }

    @Test
    void namesTheTensorThatIsNotThere() throws IOException {
        Path graph = TinyGraphs.write(TinyGraphs.frozen(32, TinyGraphs.KERNEL), temporary.resolve("tiny.pb"));
        refuses(graph, wishing("features:0"), "no tensor 'features:0'");
        refuses(graph, wishing("kernel"), "does not depend on the input");
        refuses(graph, wishing("prob"), "same features");
    }

    @Test
    void saysWhatTensorFlowSaysOfAGraphItCannotRun() throws IOException {
        Path graph = TinyGraphs.write(TinyGraphs.frozen(32, new float[7]), temporary.resolve("short.pb"));
        refuses(graph, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Upper", "a+b", "../x", "a/b", "colour-texture", "-x"})
    void refusesNamesThatAreNone(String id) throws IOException {
        Path graph = TinyGraphs.write(TinyGraphs.frozen(32, TinyGraphs.KERNEL), temporary.resolve("tiny.pb"));
        assertThatIllegalArgumentException().isThrownBy(() -> run(graph, id)).withMessageContaining(id);
        assertThat(children()).isEmpty();
    }

    @Test
    void refusesANameThatIsTakenAndKeepsWhatHasIt() throws IOException {
        Path graph = TinyGraphs.write(TinyGraphs.frozen(32, TinyGraphs.KERNEL), temporary.resolve("tiny.pb"));
        BackboneSpec first = run(graph, "tiny");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(graph, "tiny"))
                .withMessageContaining("already");
        assertThat(backbones.list()).containsExactly(first);
    }

    @Test
    void leavesNothingWhenItIsCancelledAndClearsWhatAKilledImportLeft() throws IOException {
        Files.createDirectories(folder.resolve(".importing-123/backbone"));
        Path graph = TinyGraphs.write(TinyGraphs.frozen(32, TinyGraphs.KERNEL), temporary.resolve("tiny.pb"));
        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> new BackboneImport(backbones)
                        .run(graph, new BackboneImport.Wishes("tiny"), new Progress() {
                            private boolean late;

                            @Override
                            public void report(double fraction, String sentence) {
                                late = fraction > 0.5;
                            }

                            @Override
                            public void checkCancelled() {
                                if (late) {
                                    throw new CancelledException();
                                }
                            }
                        }));
        assertThat(children()).isEmpty();
    }

    @Test
    void leavesOutFoldersThatAreNoBackbones() throws IOException {
        run(TinyGraphs.write(TinyGraphs.frozen(32, TinyGraphs.KERNEL), temporary.resolve("tiny.pb")), "good");
        Path bad = Files.createDirectories(folder.resolve("bad"));
        for (String text : List.of("", "{", "{}", "[1]", "{\"format\": 1, \"id\": \"../good\"}", "x".repeat(100_000))) {
            Files.writeString(bad.resolve("backbone.json"), text);
            assertThat(backbones.list()).extracting(BackboneSpec::id).containsExactly("good");
        }
    }

    private static BackboneImport.Wishes wishing(String output) {
        return new BackboneImport.Wishes(
                "tiny", Optional.empty(), Optional.of(output), Optional.empty(), Optional.empty(), 1);
    }

    private void refuses(Path source, String message) throws IOException {
        refuses(source, new BackboneImport.Wishes("tiny"), message);
    }

    private void refuses(Path source, BackboneImport.Wishes wishes, String message) throws IOException {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> run(source, wishes))
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).contains(message).hasSizeLessThan(500));
        assertThat(children()).isEmpty();
    }

    private BackboneSpec run(Path source, String id) throws IOException {
        return run(source, new BackboneImport.Wishes(id));
    }

    private BackboneSpec run(Path source, BackboneImport.Wishes wishes) throws IOException {
        return new BackboneImport(backbones).run(source, wishes, Progress.NONE);
    }

    private static DescriptorExtractor extractor(DescriptorFamily family) {
        return family.learn(List.of(), 1, Progress.NONE);
    }

    private List<String> children() throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Raster noise(int width, int height, long seed) {
        byte[] rgb = new byte[3 * width * height];
        new Random(seed).nextBytes(rgb);
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = (byte) (100 + seed % 100);
        }
        return new Raster(width, height, rgb);
    }
}
