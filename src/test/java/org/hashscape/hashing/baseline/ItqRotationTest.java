package org.hashscape.hashing.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItqRotationTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 33})
    void staysOrthogonalAndNeverLosesMore(int bits) {
        Random random = new Random(bits);
        ItqRotation itq = new ItqRotation(gaussian(200, bits, random));
        DMatrixRMaj rotation = itq.randomRotation(random);
        double error = itq.quantisationError(rotation);
        double first = error;
        for (int step = 0; step < 20; step++) {
            rotation = itq.improve(rotation);
            assertOrthogonal(rotation);
            double next = itq.quantisationError(rotation);
            assertThat(next).isLessThanOrEqualTo(error * (1 + 1e-12));
            error = next;
        }
        assertThat(bits == 1 || error < 0.99 * first).isTrue();
        assertOrthogonal(itq.learn(random, Progress.NONE));
    }

    @Test
    void findsTheComponentsOfAStretchedCloud() {
        Random random = new Random(2);
        float[] values = new float[500 * 3];
        for (int row = 0; row < 500; row++) {
            values[3 * row] = (float) (5 + 0.1 * random.nextGaussian());
            values[3 * row + 1] = (float) (-2 + 9 * random.nextGaussian());
            values[3 * row + 2] = (float) random.nextGaussian();
        }
        PrincipalComponents components =
                PrincipalComponents.of(new DescriptorMatrix(500, 3, values), 2, 1e-9, Progress.NONE);
        assertThat(components.count()).isEqualTo(2);
        assertThat(components.mean()[0]).isCloseTo(5, within(0.05));
        assertThat(Math.abs(components.vectors()[1])).isGreaterThan(0.99);
        assertThat(Math.abs(components.vectors()[3 + 2])).isGreaterThan(0.99);
    }

    @Test
    void countsOnlyComponentsThatExist() {
        float[] values = new float[30 * 4];
        for (int row = 0; row < 30; row++) {
            values[4 * row] = row;
            values[4 * row + 3] = row % 3;
        }
        assertThat(PrincipalComponents.of(new DescriptorMatrix(30, 4, values), 9, 1e-9, Progress.NONE)
                        .count())
                .isEqualTo(2);
    }

    private static void assertOrthogonal(DMatrixRMaj rotation) {
        DMatrixRMaj product = new DMatrixRMaj(rotation.numCols, rotation.numCols);
        CommonOps_DDRM.multTransA(rotation, rotation, product);
        for (int i = 0; i < product.numRows; i++) {
            for (int j = 0; j < product.numCols; j++) {
                assertThat(product.get(i, j)).isCloseTo(i == j ? 1 : 0, within(1e-10));
            }
        }
    }

    private static DMatrixRMaj gaussian(int rows, int columns, Random random) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < matrix.data.length; i++) {
            matrix.data[i] = random.nextGaussian();
        }
        return matrix;
    }
}
