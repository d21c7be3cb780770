package org.hashscape.feature;

import static org.assertj.core.api.Assertions.assertThat;

import org.hashscape.model.Raster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingSizeTest {

    @ParameterizedTest
    @CsvSource({
        "256,256,256,256",
        "64,512,64,512",
        "4000,4000,512,512",
        "1000,500,512,256",
        "1,1,64,64",
        "3,9000,64,512",
        "20,100,64,100"
    })
    void bringsEverySizeIntoTheRange(int width, int height, int expectedWidth, int expectedHeight) {
        Raster working = WorkingSize.of(GeneratedTiles.flat(width, height, 10, 20, 30));
        assertThat(working.width()).isEqualTo(expectedWidth);
        assertThat(working.height()).isEqualTo(expectedHeight);
        assertThat(working.sample(expectedWidth - 1, expectedHeight - 1, 2)).isEqualTo(30);
    }

    @Test
    void leavesOrdinaryTilesAsTheyAre() {
        Raster tile = GeneratedTiles.noise(256, 200, 1);
        assertThat(WorkingSize.of(tile)).isSameAs(tile);
    }

    @Test
    void averagesWholePixels() {
        byte[] checkerboard = new byte[3 * 1024 * 64];
        for (int i = 0; i < 1024 * 64; i++) {
            if ((i + i / 1024) % 2 == 0) {
                checkerboard[3 * i] = (byte) 200;
            }
        }
        Raster working = WorkingSize.of(new Raster(1024, 64, checkerboard));
        assertThat(working.sample(17, 9, 0)).isEqualTo(100);
    }

    @Test
    void mirrorsSmallTiles() {
        Raster tile = GeneratedTiles.noise(10, 10, 2);
        Raster working = WorkingSize.of(tile);
        assertThat(working.sample(10, 0, 1)).isEqualTo(tile.sample(9, 0, 1));
        assertThat(working.sample(19, 3, 1)).isEqualTo(tile.sample(0, 3, 1));
        assertThat(working.sample(20, 25, 1)).isEqualTo(tile.sample(0, 5, 1));
    }
}
