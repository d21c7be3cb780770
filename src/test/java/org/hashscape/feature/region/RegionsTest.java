package org.hashscape.feature.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.RegionMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RegionsTest {

    @ParameterizedTest
    @EnumSource(value = RegionSegmentation.class, mode = EnumSource.Mode.EXCLUDE, names = "WATERSHED")
    void segmentationsTellTheHalvesOfATileApart(RegionSegmentation segmentation) {
        Raster halves = halves(96, 64);
        RegionMap map = segmentation.of(halves);
        assertThat(map.width()).isEqualTo(96);
        assertThat(map.height()).isEqualTo(64);
        assertThat(map.regionAt(5, 30)).isNotEqualTo(map.regionAt(90, 30));
        assertThat(Arrays.stream(map.sizes()).sum()).isEqualTo(96 * 64);
        assertThat(segmentation.of(halves).toBytes()).isEqualTo(map.toBytes());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 300", "16, 16", "3, 3", "17, 5", "700, 20", "128, 128"})
    void everySizeIsCutAndDescribed(int width, int height) {
        Raster raster = noise(width, height, 3);
        RegionExtractor extractor = learned();
        RegionMap map = extractor.segment(raster);
        float[][] rows = extractor.describe(List.of(raster), List.of(map)).get(0);
        assertThat(rows).hasNumberOfRows(map.count());
        for (float[] row : rows) {
            assertThat(row).hasSize(extractor.dimension());
            for (float value : row) {
                assertThat(value).isFinite();
            }
        }
    }

    @Test
    void aTileOfOneColourIsOneRegion() {
        Raster plain = new Raster(64, 64, new byte[3 * 64 * 64]);
        assertThat(RegionSegmentation.CHOSEN.of(plain).count()).isEqualTo(1);
        for (float value : RegionStatistics.of(plain, RegionMap.of(64, 64, new int[64 * 64]))[0]) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void aQuarterTurnChangesNoNumber() {
        Raster raster = noise(40, 40, 5);
        int[] marks = new int[1600];
        Arrays.fill(marks, 0, 600, 1);
        byte[] turned = new byte[raster.rgb().length];
        int[] turnedMarks = new int[1600];
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 40; x++) {
                int to = x * 40 + 39 - y;
                System.arraycopy(raster.rgb(), 3 * (y * 40 + x), turned, 3 * to, 3);
                turnedMarks[to] = marks[y * 40 + x];
            }
        }
        float[][] before = RegionStatistics.of(raster, RegionMap.of(40, 40, marks));
        RegionMap map = RegionMap.of(40, 40, turnedMarks);
        float[][] after = RegionStatistics.of(new Raster(40, 40, turned), map);
        float[] same = after[map.regionAt(39, 0)];
        for (int i = 0; i < same.length; i++) {
            assertThat(same[i]).isCloseTo(before[0][i], within(2e-3f));
        }
    }

    @Test
    void shapesKnowASquareFromALine() {
        int[] marks = new int[64 * 64];
        for (int y = 10; y < 30; y++) {
            Arrays.fill(marks, y * 64 + 10, y * 64 + 30, 1);
        }
        Arrays.fill(marks, 50 * 64 + 5, 50 * 64 + 60, 2);
        RegionMap map = RegionMap.of(64, 64, marks);
        float[][] shapes = RegionShapes.of(map);
        float[] square = shapes[map.regionAt(15, 15)];
        float[] line = shapes[map.regionAt(20, 50)];
        assertThat(square[1]).isCloseTo(1, within(1e-6f));
        assertThat(square[2]).isZero();
        assertThat(square[3]).isEqualTo(1);
        assertThat(line[1]).isLessThan(0.3f);
        assertThat(line[2]).isGreaterThan(0.99f);
    }

    @Test
    void whatWasLearnedComesBackAndDamageIsRefused() {
        RegionExtractor extractor = learned();
        Raster raster = noise(50, 50, 9);
        RegionMap map = extractor.segment(raster);
        float[][] before = extractor.describe(List.of(raster), List.of(map)).get(0);
        byte[] bytes = extractor.toBytes();
        float[][] after = new HandMadeRegions()
                .load(bytes)
                .describe(List.of(raster), List.of(map))
                .get(0);
        assertThat(after).isDeepEqualTo(before);
        bytes[bytes.length / 2] ^= 1;
        assertThatIllegalArgumentException().isThrownBy(() -> new HandMadeRegions().load(bytes));
    }

    private static RegionExtractor learned() {
        return new HandMadeRegions().learn(List.of(halves(64, 64), noise(64, 64, 1)), 1, Progress.NONE);
    }

    private static Raster halves(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < width * height; i++) {
            Arrays.fill(rgb, 3 * i, 3 * i + 3, (byte) (i % width < width / 2 ? 30 : 220));
        }
        return new Raster(width, height, rgb);
    }

    private static Raster noise(int width, int height, long seed) {
        byte[] rgb = new byte[3 * width * height];
        new Random(seed).nextBytes(rgb);
        return new Raster(width, height, rgb);
    }
}
