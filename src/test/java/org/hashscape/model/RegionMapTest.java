package org.hashscape.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegionMapTest {

    @Test
    void numbersRegionsInReadingOrder() {
        RegionMap map = RegionMap.of(3, 2, new int[] {9, 9, 4, 7, 9, 4});
        assertThat(map.count()).isEqualTo(3);
        assertThat(map.regionAt(0, 0)).isZero();
        assertThat(map.regionAt(2, 0)).isEqualTo(1);
        assertThat(map.regionAt(0, 1)).isEqualTo(2);
        assertThat(map.sizes()).containsExactly(3, 2, 1);
    }

    @Test
    void survivesItsBytes() {
        Random random = new Random(1);
        for (int trial = 0; trial < 20; trial++) {
            int width = 1 + random.nextInt(128);
            int height = 1 + random.nextInt(128);
            int[] marks = random.ints(width * height, 0, 200).toArray();
            RegionMap map = RegionMap.of(width, height, marks);
            RegionMap read = RegionMap.fromBytes(map.toBytes());
            assertThat(read.toBytes()).isEqualTo(map.toBytes());
            assertThat(read.sizes()).isEqualTo(map.sizes());
        }
    }

    @Test
    void refusesBytesThatAreNoMap() {
        byte[] sound =
                RegionMap.of(20, 20, new Random(2).ints(400, 0, 5).toArray()).toBytes();
        for (int length = 0; length < sound.length; length++) {
            byte[] cut = Arrays.copyOf(sound, length);
            assertThatIllegalArgumentException().isThrownBy(() -> RegionMap.fromBytes(cut));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegionMap.fromBytes(Arrays.copyOf(sound, sound.length + 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegionMap.fromBytes(new byte[] {-1, -1, -1, -1, -1, -1, -1, 1}));
    }
}
