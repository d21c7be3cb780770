package org.hashscape.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalfVectorTest {

    @ParameterizedTest
    @ValueSource(doubles = {1e-38, 1e-20, 1e-4, 0.003, 0.01, 1, 300, 60_000, 1e6, 1e20, 1e38})
    void numbersKeepThreeDigitsWhateverTheScale(double scale) {
        Random random = new Random(1);
        float[] values = new float[500];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (scale * (random.nextDouble() + 0.05) * (random.nextBoolean() ? 1 : -1));
        }
        float[] rounded = HalfVector.rounded(values);
        for (int i = 0; i < values.length; i++) {
            assertThat((double) rounded[i]).isCloseTo(values[i], within(Math.abs(values[i]) / 2048.0));
        }
        assertThat(HalfVector.rounded(rounded)).isEqualTo(rounded);
    }

    @Test
    void zerosStayZerosAndOrdinaryVectorsAreNotScaled() {
        assertThat(HalfVector.rounded(new float[3])).containsOnly(0);
        assertThat(HalfVector.exponent(new float[] {0.2f, -1}, 0, 2)).isZero();
        assertThat(HalfVector.exponent(new float[] {0, 65_504}, 0, 2)).isZero();
        assertThat(HalfVector.rounded(new float[] {0.5f, -2, 3})).containsExactly(0.5f, -2, 3);
    }
}
