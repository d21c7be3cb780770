package org.hashscape.feature.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.hashscape.feature.DescriptorExtractor;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks as people have them: GoogLeNet and MobileNetV2, where their weights are at hand. */
class RealBackbonesTest {

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @CsvSource({
        "googlenet_bvlc_frozen.pb,pool5/features:0,1024,1",
        "mobilenet_v2_1.0_224_dequant_frozen.pb,features:0,1280,4"
    })
    void areDetectedAndGiveTheSameFeaturesAloneAndInABatchButForTheRoundingOfTheirSums(
            String file, String output, int dimension, int views) throws IOException {
        Path zip = Path.of(System.getProperty("hashscape.data", "../shared/data"), "weights-tf.zip");
        assumeTrue(Files.exists(zip), "The weights are not at " + zip + "; set -Dhashscape.data");
        BackboneFolder backbones = new BackboneFolder(temporary.resolve("backbones"));
        BackboneSpec spec = new BackboneImport(backbones)
                .run(
                        unzipped(zip, file),
                        new BackboneImport.Wishes(
                                "real", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), views),
                        Progress.NONE);
        assertThat(spec.output()).isEqualTo(output);
        assertThat(spec.size()).isEqualTo(224);
        assertThat(spec.range()).as("scaled inside the graph").isEqualTo(PixelRange.BYTES);
        assertThat(spec.dimension()).isEqualTo(dimension);

        DescriptorExtractor extractor = backbones.families().get(0).learn(List.of(), 1, Progress.NONE);
        List<Raster> tiles =
                IntStream.range(0, 11).mapToObj(RealBackbonesTest::tile).toList();
        List<float[]> batch = extractor.describeAll(tiles);
        for (int i = 0; i < tiles.size(); i++) {
            assertThat(farthest(extractor.describe(tiles.get(i)), batch.get(i)))
                    .as("tile %d, features of unit length", i)
                    .isLessThan(1e-6);
        }
        assertThat(extractor.describeAll(tiles))
                .as("the same batches again")
                .usingRecursiveComparison()
                .isEqualTo(batch);
    }

    private static double farthest(float[] one, float[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> Math.abs(one[i] - other[i]))
                .max()
                .orElseThrow();
    }

    private Path unzipped(Path zip, String name) throws IOException {
        Path file = temporary.resolve(name);
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            var entry = archive.stream()
                    .filter(each -> each.getName().endsWith(name))
                    .findFirst()
                    .orElseThrow();
            try (InputStream in = archive.getInputStream(entry)) {
                Files.copy(in, file);
            }
        }
        return file;
    }

    private static Raster tile(int seed) {
        byte[] rgb = new byte[3 * 256 * 256];
        Random random = new Random(seed);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (128 + 90 * Math.sin(i / (5.0 + seed)) + random.nextInt(30));
        }
        return new Raster(256, 256, rgb);
    }
}
