package org.hashscape.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.hashscape.model.Raster;
import org.junit.jupiter.api.Test;

class AreaAverageTest {

    @Test
    void equalsTheMeanOfTheCoveredAreaComputedTheSlowWay() {
        Random random = new Random(4);
        byte[] rgb = new byte[3 * 23 * 17];
        random.nextBytes(rgb);
        Raster raster = new Raster(23, 17, rgb);

        Raster small = AreaAverage.resize(raster, 7, 5);

        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 7; x++) {
                for (int band = 0; band < 3; band++) {
                    assertThat((double) small.sample(x, y, band))
                            .isBetween(slow(raster, x, y, band) - 0.51, slow(raster, x, y, band) + 0.51);
                }
            }
        }
    }

    @Test
    void checkerboardBecomesGreyInsteadOfAliasing() {
        byte[] rgb = new byte[3 * 64 * 64];
        for (int i = 0; i < 64 * 64; i++) {
            byte value = (byte) ((i % 64 + i / 64) % 2 == 0 ? 0 : 255);
            rgb[3 * i] = value;
            rgb[3 * i + 1] = value;
            rgb[3 * i + 2] = value;
        }

        Raster small = AreaAverage.resize(new Raster(64, 64, rgb), 16, 16);

        for (byte value : small.rgb()) {
            assertThat(value & 0xff).isBetween(127, 128);
        }
    }

    /** On the grid on which old and new pixels are both whole: 23 x 7 columns, 17 x 5 rows. */
    private static double slow(Raster raster, int x, int y, int band) {
        double sum = 0;
        for (int column = 23 * x; column < 23 * (x + 1); column++) {
            for (int row = 17 * y; row < 17 * (y + 1); row++) {
                sum += raster.sample(column / 7, row / 5, band);
            }
        }
        return sum / (23 * 17);
    }
}
