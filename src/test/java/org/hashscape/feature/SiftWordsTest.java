package org.hashscape.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiftWordsTest {

    private static final DescriptorFamily FAMILY = DescriptorFamilies.byId("sift-words");
    private static List<Raster> sample = List.of();
    private static DescriptorExtractor extractor = FAMILY.learn(List.of(flat(16, 16, 1, 2, 3)), 1, Progress.NONE);

    @BeforeAll
    static void learn() {
        sample = new ArrayList<>();
        for (long seed = 10; seed < 14; seed++) {
            sample.addAll(List.of(field(128, seed), houses(128, seed), water(128, seed)));
        }
        extractor = FAMILY.learn(sample, 5, Progress.NONE);
    }

    @Test
    void equalSeedsLearnEqualBytesAndOthersOtherBytes() {
        byte[] again = FAMILY.learn(sample, 5, Progress.NONE).toBytes();
        assertThat(again).isEqualTo(extractor.toBytes());
        assertThat(FAMILY.learn(sample, 6, Progress.NONE).toBytes()).isNotEqualTo(again);
    }

    @Test
    void whatWasLearnedComesBackFromItsBytes() {
        DescriptorExtractor loaded = FAMILY.load(extractor.toBytes());
        assertThat(loaded.describe(houses(100, 3))).containsExactly(extractor.describe(houses(100, 3)));
        assertThat(loaded.toBytes()).isEqualTo(extractor.toBytes());
    }

    @Test
    void refusesDamagedBytesWhereverTheDamageIs() {
        byte[] good = extractor.toBytes();
        for (int at = 0; at < good.length; at += at < 40 ? 1 : 9973) {
            byte[] bad = good.clone();
            bad[at] ^= 0x10;
            assertThatIllegalArgumentException().isThrownBy(() -> FAMILY.load(bad));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 17, 18, 100, 200_000})
    void refusesTruncatedBytes(int length) {
        byte[] bad = Arrays.copyOf(extractor.toBytes(), length);
        assertThatIllegalArgumentException().isThrownBy(() -> FAMILY.load(bad));
    }

    @Test
    void saysWhoWroteBytesThatAreNotItsOwn() {
        byte[] foreign = LearnedFormat.write("other", 1, out -> out.writeInt(7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FAMILY.load(foreign))
                .withMessageContaining("other");
        byte[] newer = LearnedFormat.write("sift-words", SiftWords.VERSION + 1, out -> out.writeInt(7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FAMILY.load(newer))
                .withMessageContaining("version " + (SiftWords.VERSION + 1));
        byte[] shorter = LearnedFormat.write("sift-words", SiftWords.VERSION, out -> out.writeInt(7));
        assertThatIllegalArgumentException().isThrownBy(() -> FAMILY.load(shorter));
        byte[] infinite = LearnedFormat.write("sift-words", SiftWords.VERSION, out -> out.writeFloat(Float.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> FAMILY.load(infinite));
    }

    @Test
    void anEmptySampleIsRefusedWithWhatToDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FAMILY.learn(List.of(), 1, Progress.NONE))
                .withMessageContaining("import");
    }

    @Test
    void aSampleWithoutAnyContrastStillGivesADefinedDescriptor() {
        DescriptorExtractor poor = FAMILY.learn(List.of(flat(64, 64, 9, 9, 9)), 1, Progress.NONE);
        assertThat(length(poor.describe(houses(64, 1)))).isCloseTo(1, within(1e-5));
    }

    @Test
    void stopsWhenCancelled() {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String sentence) {}

            @Override
            public void checkCancelled() {
                throw new CancelledException();
            }
        };
        assertThatExceptionOfType(CancelledException.class).isThrownBy(() -> FAMILY.learn(sample, 1, cancelled));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "3,2", "1,500", "16,16", "65,64", "256,256", "4000,4000", "3,9000"})
    void rastersOfEverySizeHaveAFiniteUnitDescriptor(int width, int height) {
        float[] descriptor = extractor.describe(noise(width, height, 1));
        assertThat(descriptor).hasSize(512);
        assertThat(length(descriptor)).isCloseTo(1, within(1e-5));
    }

    @Test
    void aFlatTileIsMadeOfTheFlatWords() {
        float[] descriptor = extractor.describe(flat(100, 100, 12, 200, 77));
        assertThat(descriptor).containsExactly(extractor.describe(flat(256, 64, 255, 255, 255)));
        int at = 0;
        for (SiftScale scale : SiftScale.ALL) {
            assertThat(descriptor[at]).isCloseTo((float) Math.sqrt(1.0 / 3), within(1e-5f));
            at += scale.words();
        }
        assertThat(at).isEqualTo(512);
    }

    @Test
    void turningMirroringAndBrightnessChangeLittle() {
        Raster tile = houses(128, 40);
        float[] descriptor = extractor.describe(tile);
        double otherTile = distance(descriptor, extractor.describe(houses(128, 41)));
        assertThat(distance(descriptor, extractor.describe(turned(tile)))).isLessThan(otherTile / 2);
        assertThat(distance(descriptor, extractor.describe(mirrored(tile)))).isLessThan(otherTile / 2);
        assertThat(distance(descriptor, extractor.describe(brightened(tile, 0.8))))
                .isLessThan(otherTile / 2);
    }

    @Test
    void tilesOfOneSceneAreCloserThanTilesOfTwo() {
        ColourTextureTest.assertScenesSeparate(extractor);
    }
}
