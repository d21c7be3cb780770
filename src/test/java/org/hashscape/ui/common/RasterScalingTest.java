package org.hashscape.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.hashscape.model.Raster;
import org.junit.jupiter.api.Test;

class RasterScalingTest {

    @Test
    void leavesSmallRastersAlone() {
        Raster small = new Raster(30, 20, new byte[3 * 30 * 20]);
        assertThat(RasterScaling.atMost(30, small)).isSameAs(small);
    }

    @Test
    void takesTheMeanOfThePixelsEachNewOneStandsFor() {
        byte[] rgb = new byte[3 * 4 * 2];
        for (int x = 0; x < 4; x++) {
            for (int y = 0; y < 2; y++) {
                rgb[3 * (y * 4 + x)] = (byte) (x < 2 ? 100 : 200 + y * 20);
            }
        }
        Raster half = RasterScaling.atMost(2, new Raster(4, 2, rgb));
        assertThat(half.width()).isEqualTo(2);
        assertThat(half.height()).isEqualTo(1);
        assertThat(half.sample(0, 0, 0)).isEqualTo(100);
        assertThat(half.sample(1, 0, 0)).isEqualTo(210);
    }

    @Test
    void keepsAtLeastOnePixelOfAVeryLongRaster() {
        Raster line = RasterScaling.atMost(10, new Raster(1000, 1, new byte[3000]));
        assertThat(line.width()).isEqualTo(10);
        assertThat(line.height()).isEqualTo(1);
    }
}
