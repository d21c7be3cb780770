package org.hashscape.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.hashscape.feature.GeneratedTiles.brightened;
import static org.hashscape.feature.GeneratedTiles.distance;
import static org.hashscape.feature.GeneratedTiles.field;
import static org.hashscape.feature.GeneratedTiles.flat;
import static org.hashscape.feature.GeneratedTiles.houses;
import static org.hashscape.feature.GeneratedTiles.length;
import static org.hashscape.feature.GeneratedTiles.mirrored;
import static org.hashscape.feature.GeneratedTiles.noise;
import static org.hashscape.feature.GeneratedTiles.turned;
import static org.hashscape.feature.GeneratedTiles.water;

import java.util.List;
import java.util.function.LongFunction;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourTextureTest {

    private final DescriptorFamily family = DescriptorFamilies.byId("colour-texture");
    private final DescriptorExtractor extractor = family.learn(List.of(), 1, Progress.NONE);

    @Test
    void theSameRasterGivesTheSameFloats() {
        assertThat(extractor.describe(houses(100, 7)))
                .containsExactly(family.load(extractor.toBytes()).describe(houses(100, 7)));
    }

    @Test
    void refusesBytesItCannotHaveWritten() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> family.load(new byte[] {1}))
                .withMessageContaining("colour-texture");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "3,2", "1,500", "16,16", "17,33", "256,256", "4000,4000", "3,9000"})
    void rastersOfEverySizeHaveAFiniteUnitDescriptor(int width, int height) {
        float[] descriptor = extractor.describe(noise(width, height, 1));
        assertThat(descriptor).hasSize(extractor.dimension());
        assertThat(length(descriptor)).isCloseTo(1, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "255,255,255", "0,0,255", "90,120,60"})
    void flatTilesHaveAFiniteUnitDescriptor(int red, int green, int blue) {
        float[] descriptor = extractor.describe(flat(64, 64, red, green, blue));
        assertThat(length(descriptor)).isCloseTo(1, within(1e-5));
    }

    @Test
    void flatTilesOfDifferentColoursDiffer() {
        float[] blue = extractor.describe(flat(64, 64, 30, 60, 120));
        assertThat(distance(blue, extractor.describe(flat(64, 64, 200, 190, 120))))
                .isGreaterThan(0.3);
        assertThat(distance(blue, extractor.describe(flat(64, 64, 32, 61, 119))))
                .isLessThan(0.1);
    }

    @Test
    void turningAndMirroringChangeLittle() {
        for (LongFunction<Raster> scene : scenes()) {
            Raster tile = scene.apply(3);
            float[] descriptor = extractor.describe(tile);
            assertThat(distance(descriptor, extractor.describe(turned(tile)))).isLessThan(0.02);
            assertThat(distance(descriptor, extractor.describe(mirrored(tile)))).isLessThan(0.02);
        }
    }

    @Test
    void aChangeOfBrightnessChangesLessThanAChangeOfScene() {
        for (LongFunction<Raster> scene : scenes()) {
            float[] descriptor = extractor.describe(scene.apply(3));
            double darker = distance(descriptor, extractor.describe(brightened(scene.apply(3), 0.85)));
            for (LongFunction<Raster> other : scenes()) {
                if (other != scene) {
                    assertThat(darker).isLessThan(distance(descriptor, extractor.describe(other.apply(3))));
                }
            }
        }
    }

    @Test
    void tilesOfOneSceneAreCloserThanTilesOfTwo() {
        assertScenesSeparate(extractor);
    }

    static void assertScenesSeparate(DescriptorExtractor extractor) {
        List<LongFunction<Raster>> scenes = scenes();
        for (LongFunction<Raster> scene : scenes) {
            float[] query = extractor.describe(scene.apply(1));
            for (long seed = 2; seed < 5; seed++) {
                double within = distance(query, extractor.describe(scene.apply(seed)));
                for (LongFunction<Raster> other : scenes) {
                    if (other != scene) {
                        assertThat(within).isLessThan(distance(query, extractor.describe(other.apply(seed))));
                    }
                }
            }
        }
    }

    private static List<LongFunction<Raster>> scenes() {
        LongFunction<Raster> fields = seed -> field(128, seed);
        LongFunction<Raster> towns = seed -> houses(128, seed);
        LongFunction<Raster> lakes = seed -> water(128, seed);
        return List.of(fields, towns, lakes);
    }
}
