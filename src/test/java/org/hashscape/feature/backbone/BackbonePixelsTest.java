package org.hashscape.feature.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.hashscape.model.Raster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackbonePixelsTest {

    @ParameterizedTest
    @CsvSource({"1,1,16", "1,300,16", "300,1,224", "17,5,32", "224,224,224", "255,257,224", "600,400,299"})
    void aPlainColourStaysThatColour(int width, int height, int size) {
        byte[] rgb = new byte[3 * width * height];
        Arrays.fill(rgb, (byte) 201);
        Raster square = SquareInput.of(new Raster(width, height, rgb), size);
        assertThat(square.width()).isEqualTo(size);
        assertThat(square.height()).isEqualTo(size);
        assertThat(square.rgb()).containsOnly((byte) 201);
    }

    @Test
    void shrinkingAChequerboardGivesGreyAndNoPattern() {
        Raster square = SquareInput.of(chequerboard(512), 128);
        for (byte sample : square.rgb()) {
            assertThat(sample & 0xff).isBetween(127, 128);
        }
    }

    @Test
    void shrinkingByAFractionKeepsTheMean() {
        Raster tile = chequerboard(256);
        for (int i = 0; i < tile.rgb().length; i++) {
            tile.rgb()[i] = (byte) (i * 31 % 200);
        }
        assertThat(mean(SquareInput.of(tile, 224))).isCloseTo(mean(tile), Offset.offset(0.3));
    }

    @ParameterizedTest
    @CsvSource({"256,256,224", "64,64,224", "300,200,224", "449,447,224", "2,5,32", "600,600,112", "3,3,16"})
    void everyPixelIsTheMeanOfTheAreaOrTheLineBetweenCentres(int width, int height, int size) {
        byte[] rgb = new byte[3 * width * height];
        new Random(7).nextBytes(rgb);
        Raster tile = new Raster(width, height, rgb);
        Raster square = SquareInput.of(tile, size);
        double[][] across = weights(width, size);
        double[][] down = weights(height, size);
        for (int y = 0; y < size; y += 3) {
            for (int x = 0; x < size; x++) {
                double sum = 0;
                for (int v = 0; v < height; v++) {
                    for (int u = 0; down[y][v] > 0 && u < width; u++) {
                        sum += down[y][v] * across[x][u] * tile.sample(u, v, 1);
                    }
                }
                assertThat((double) square.sample(x, y, 1)).isCloseTo(sum, Offset.offset(0.501));
            }
        }
    }

    /** Share of every old position in every new one. */
    private static double[][] weights(int oldSide, int newSide) {
        double[][] weights = new double[newSide][oldSide];
        for (int i = 0; i < newSide; i++) {
            double centre = Math.max(0, Math.min(oldSide - 1, (i + 0.5) * oldSide / newSide - 0.5));
            for (int k = 0; k < oldSide; k++) {
                double from = Math.max(k, (double) i * oldSide / newSide);
                double to = Math.min(k + 1, (i + 1.0) * oldSide / newSide);
                weights[i][k] = newSide > oldSide
                        ? Math.max(0, 1 - Math.abs(centre - k))
                        : Math.max(0, to - from) * newSide / oldSide;
            }
        }
        return weights;
    }

    @Test
    void growingInterpolatesBetweenCentres() {
        byte[] rgb = new byte[2 * 2 * 3];
        Arrays.fill(rgb, 3, 6, (byte) 200);
        Arrays.fill(rgb, 9, 12, (byte) 200);
        Raster square = SquareInput.of(new Raster(2, 2, rgb), 16);
        for (int x = 0; x < 16; x++) {
            double centre = Math.max(0, Math.min(1, (x + 0.5) / 8 - 0.5));
            assertThat(square.sample(x, 7, 1)).isEqualTo((int) Math.round(200 * centre));
        }
    }

    @Test
    void aSquareOfTheRightSizeIsNotTouched() {
        Raster tile = chequerboard(64);
        assertThat(SquareInput.of(tile, 64)).isSameAs(tile);
    }

    @Test
    void aTileLiesInEightDifferentWaysWhichAreThoseOfAllItsOrientations() {
        Raster tile = new Raster(2, 2, new byte[] {1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4});
        List<String> eight = corners(Orientations.of(tile, 8));
        assertThat(eight).containsExactlyInAnyOrder("1234", "3142", "4321", "2413", "1324", "3412", "4231", "2143");
        assertThat(corners(Orientations.of(tile, 4))).containsExactly("1234", "3142", "4321", "2413");
        assertThat(corners(Orientations.of(tile, 1))).containsExactly("1234");
        for (Raster orientation : Orientations.of(tile, 8)) {
            assertThat(corners(Orientations.of(orientation, 8))).containsExactlyInAnyOrderElementsOf(eight);
        }
    }

    private static List<String> corners(List<Raster> tiles) {
        return tiles.stream()
                .map(tile ->
                        "" + tile.sample(0, 0, 0) + tile.sample(1, 0, 1) + tile.sample(0, 1, 2) + tile.sample(1, 1, 0))
                .toList();
    }

    @Test
    void rangesScaleTheEndsOfTheScale() {
        assertThat(PixelRange.of("-1..1").scaled(0)).isEqualTo(-1f);
        assertThat(PixelRange.of("-1..1").scaled(255)).isEqualTo(1f);
        assertThat(PixelRange.of("0..1").scaled(255)).isEqualTo(1f);
        assertThat(PixelRange.of("0..255").scaled(77)).isEqualTo(77f);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PixelRange.of("0..2"))
                .withMessageContaining("-1..1");
    }

    private static Raster chequerboard(int side) {
        byte[] rgb = new byte[3 * side * side];
        for (int i = 0; i < side * side; i++) {
            Arrays.fill(rgb, 3 * i, 3 * i + 3, (i % side + i / side) % 2 == 0 ? (byte) 255 : 0);
        }
        return new Raster(side, side, rgb);
    }

    private static double mean(Raster raster) {
        double sum = 0;
        for (byte sample : raster.rgb()) {
            sum += sample & 0xff;
        }
        return sum / raster.rgb().length;
    }
}
