package org.hashscape.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HalfFloatTest {

    @Test
    void everyHalfComesBackFromItsFloat() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            short half = (short) bits;
            float value = HalfFloat.toFloat(half);
            if (Float.isNaN(value)) {
                assertThat(HalfFloat.toFloat(HalfFloat.of(value))).isNaN();
            } else {
                assertThat(HalfFloat.of(value)).isEqualTo(half);
            }
        }
    }

    @Test
    void floatsBecomeTheNearestHalf() {
        Random random = new Random(4);
        for (int trial = 0; trial < 20_000; trial++) {
            float value = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(9) - 6));
            short half = HalfFloat.of(value);
            double error = Math.abs(HalfFloat.toFloat(half) - value);
            for (int step : new int[] {-1, 1}) {
                float neighbour = HalfFloat.toFloat((short) (half + step));
                if (!Float.isNaN(neighbour)) {
                    assertThat(error).isLessThanOrEqualTo(Math.abs(neighbour - value));
                }
            }
        }
    }

    @Test
    void knownValues() {
        assertThat(HalfFloat.of(1)).isEqualTo((short) 0x3c00);
        assertThat(HalfFloat.of(-2)).isEqualTo((short) 0xc000);
        assertThat(HalfFloat.of(65504)).isEqualTo((short) 0x7bff);
        assertThat(HalfFloat.of(65520)).isEqualTo((short) 0x7c00);
        assertThat(HalfFloat.of(0x1p-24f)).isEqualTo((short) 1);
        assertThat(HalfFloat.of(0x1p-25f)).as("half way to 0: to even").isZero();
        assertThat(HalfFloat.of(1 + 0x1p-11f)).as("half way: to even").isEqualTo((short) 0x3c00);
        assertThat(HalfFloat.of(1 + 0x3p-11f)).as("half way: to even").isEqualTo((short) 0x3c02);
    }
}
