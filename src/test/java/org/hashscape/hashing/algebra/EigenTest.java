package org.hashscape.hashing.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EigenTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 30, 80})
    void vectorsAndValuesBelongToTheMatrix(int n) {
        double[] matrix = symmetric(n, n, new Random(n));
        SymmetricEigen eigen = SymmetricEigen.of(matrix, n);
        for (int j = 0; j < n; j++) {
            assertThat(j == 0 || eigen.values()[j - 1] >= eigen.values()[j]).isTrue();
            for (int i = 0; i < n; i++) {
                double image = Vectors.dot(matrix, i * n, eigen.vectors(), j * n, n);
                assertThat(image).isCloseTo(eigen.values()[j] * eigen.vectors()[j * n + i], within(1e-9 * n));
                double inner = Vectors.dot(eigen.vectors(), j * n, eigen.vectors(), i * n, n);
                assertThat(inner).isCloseTo(i == j ? 1 : 0, within(1e-10));
            }
        }
    }

    @Test
    void largestEntryOfAVectorIsPositive() {
        SymmetricEigen eigen = SymmetricEigen.of(symmetric(12, 12, new Random(3)), 12);
        for (int j = 0; j < 12; j++) {
            double[] vector = Arrays.copyOfRange(eigen.vectors(), 12 * j, 12 * j + 12);
            assertThat(Arrays.stream(vector).max().orElseThrow())
                    .isGreaterThanOrEqualTo(-Arrays.stream(vector).min().orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 60, 120, 200})
    void topEigenvectorIsTheFirstOfTheFullDecomposition(int n) {
        for (int factors : new int[] {2, n / 3 + 1, n}) {
            double[] matrix = symmetric(n, factors, new Random(31L * n + factors));
            SymmetricEigen full = SymmetricEigen.of(matrix, n);
            double[] top = TopEigenvector.of(matrix, n);
            double cosine = Vectors.dot(top, 0, full.vectors(), 0, n);
            assertThat(cosine).as("n %d, factors %d", n, factors).isCloseTo(1, within(1e-7));
        }
    }

    @Test
    void topEigenvectorOfAMatrixWithoutPreferenceIsSomeUnitVector() {
        double[] top = TopEigenvector.of(new double[100 * 100], 100);
        assertThat(Vectors.norm(top)).isCloseTo(1, within(1e-12));
        double[] identity = new double[100 * 100];
        for (int i = 0; i < 100; i++) {
            identity[101 * i] = -3;
        }
        assertThat(Vectors.norm(TopEigenvector.of(identity, 100))).isCloseTo(1, within(1e-12));
    }

    @Test
    void drawsDifferentNumbersFromTheWholeRange() {
        int[] drawn = Draws.distinct(50, 50, Draws.of(1));
        assertThat(drawn).doesNotHaveDuplicates().hasSize(50);
        assertThat(Arrays.stream(drawn).allMatch(value -> value >= 0 && value < 50))
                .isTrue();
        assertThat(Draws.distinct(1_000_000_000, 5, Draws.of(2)))
                .doesNotHaveDuplicates()
                .hasSize(5);
    }

    @Test
    void everySubsetIsDrawnAboutEquallyOften() {
        int[] counts = new int[6];
        Random random = Draws.of(5);
        for (int trial = 0; trial < 6000; trial++) {
            for (int drawn : Draws.distinct(6, 2, random)) {
                counts[drawn]++;
            }
        }
        assertThat(Arrays.stream(counts).allMatch(count -> count > 1850 && count < 2150))
                .isTrue();
    }

    @Test
    void neighbouringSeedsStartApart() {
        assertThat(Math.abs(Draws.of(1).nextDouble() - Draws.of(2).nextDouble()))
                .isGreaterThan(0.01);
    }

    /** Sum of random signed squares: indefinite, of the given rank. */
    private static double[] symmetric(int n, int factors, Random random) {
        double[] matrix = new double[n * n];
        for (int factor = 0; factor < factors; factor++) {
            double[] vector = random.doubles(n, -1, 1).toArray();
            for (int i = 0; i < n; i++) {
                Vectors.addScaled((factor % 3 == 1 ? -1 : 1) * vector[i], vector, 0, matrix, i * n, n);
            }
        }
        return matrix;
    }
}
