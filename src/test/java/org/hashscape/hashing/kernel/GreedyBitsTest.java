package org.hashscape.hashing.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashscape.hashing.algebra.Draws;
import org.hashscape.hashing.algebra.TopEigenvector;
import org.hashscape.hashing.algebra.Vectors;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GreedyBitsTest {

    private static final int L = 90;
    private static final int M = 25;
    private static final int BITS = 12;

    static Stream<List<Labels>> labellings() {
        Random random = new Random(8);
        List<Labels> classes =
                IntStream.range(0, L).mapToObj(i -> Labels.of("c" + i % 5)).toList();
        List<Labels> several = IntStream.range(0, L)
                .mapToObj(i -> Labels.of("c" + i % 5, "x" + random.nextInt(3), "y" + random.nextInt(9)))
                .toList();
        return Stream.of(classes, several);
    }

    @ParameterizedTest
    @MethodSource("labellings")
    void groupedTargetIsTheTargetWrittenOut(List<Labels> labels) {
        LabelSimilarity similarity = LabelSimilarity.of(labels);
        double[] x = new Random(1).doubles(L, -1, 1).toArray();
        double[] product = similarity.times(x);
        for (int i = 0; i < L; i++) {
            double sum = 0;
            for (int j = 0; j < L; j++) {
                int expected = labels.get(i).sharesAnyWith(labels.get(j)) ? 1 : -1;
                assertThat(similarity.between(i, j)).isEqualTo(expected);
                sum += expected * x[j];
            }
            assertThat(product[i]).isCloseTo(sum, within(1e-10));
        }
    }

    @ParameterizedTest
    @MethodSource("labellings")
    void rankOneUpdatesEqualTheMatrixWrittenOut(List<Labels> labels) {
        WhitenedKernel kernel = kernel(labels, 3);
        LabelSimilarity similarity = LabelSimilarity.of(labels);
        GreedyBits greedy = new GreedyBits(kernel, similarity, BITS);
        double[][] residual = new double[L][L];
        for (int i = 0; i < L; i++) {
            for (int j = 0; j < L; j++) {
                residual[i][j] = BITS * similarity.between(i, j);
            }
        }
        for (int bit = 0; bit < BITS; bit++) {
            assertReduced(greedy.reduced(), kernel, residual);
            double[] y = kernel.signs(greedy.learn(Progress.NONE));
            for (int i = 0; i < L; i++) {
                for (int j = 0; j < L; j++) {
                    residual[i][j] -= y[i] * y[j];
                }
            }
            double[] x = new Random(bit).doubles(L, -1, 1).toArray();
            double[] fast = greedy.residual().times(x);
            for (int i = 0; i < L; i++) {
                assertThat(fast[i]).isCloseTo(Vectors.dot(residual[i], 0, x, 0, L), within(1e-8));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("labellings")
    void everyBitBringsCodesNearerToTheTargetAndIsNoWorseThanItsSpectralStart(List<Labels> labels) {
        WhitenedKernel kernel = kernel(labels, 4);
        GreedyBits greedy = new GreedyBits(kernel, LabelSimilarity.of(labels), BITS);
        for (int bit = 0; bit < BITS; bit++) {
            double[] start = TopEigenvector.of(greedy.reduced().clone(), kernel.rank());
            double spectral = greedy.residual().quadratic(kernel.signs(kernel.weights(start)));
            Residual before = copyOf(greedy, labels, kernel, bit);
            double[] y = kernel.signs(greedy.learn(Progress.NONE));
            assertThat(before.quadratic(y)).isGreaterThanOrEqualTo(spectral);
            // ||R - y y'||^2 = ||R||^2 - 2 y'Ry + l^2 falls where y'Ry > l^2 / 2.
            assertThat(before.quadratic(y)).isGreaterThan(L * L / 2.0);
        }
    }

    @Test
    void whiteCoordinatesAreOrthonormalAndLeadBack() {
        WhitenedKernel kernel = kernel(labellings().findFirst().orElseThrow(), 5);
        int r = kernel.rank();
        double[] z = new Random(2).doubles(r, -1, 1).toArray();
        double[] weights = kernel.weights(z);
        for (int i = 0; i < L; i++) {
            assertThat(Vectors.dot(kernel.kernels(), i * M, weights, 0, M))
                    .isCloseTo(Vectors.dot(kernel.white(), i * r, z, 0, r), within(1e-8));
        }
        for (int j = 0; j < r; j++) {
            double[] column = new double[L];
            for (int i = 0; i < L; i++) {
                column[i] = kernel.white()[i * r + j];
            }
            double[] products = kernel.project(column);
            for (int other = 0; other < r; other++) {
                assertThat(products[other]).isCloseTo(other == j ? 1 : 0, within(1e-6));
            }
        }
    }

    @Test
    void ascentNeverEndsBelowItsStart() {
        List<Labels> labels = labellings().findFirst().orElseThrow();
        WhitenedKernel kernel = kernel(labels, 6);
        Residual residual = new Residual(LabelSimilarity.of(labels), BITS);
        for (int trial = 0; trial < 10; trial++) {
            double[] start = new Random(trial).doubles(M, -3, 3).toArray();
            double[] end = SurrogateAscent.improve(kernel, start, residual, Progress.NONE);
            assertThat(residual.quadratic(smooth(kernel, end)))
                    .isGreaterThan(residual.quadratic(smooth(kernel, start)));
        }
    }

    @Test
    void contrastNeedsTwoLabelSetsWithNothingInCommon() {
        assertThat(LabelSimilarity.hasContrast(List.of(Labels.of("a"), Labels.of("b"))))
                .isTrue();
        assertThat(LabelSimilarity.hasContrast(List.of(Labels.of("a"), Labels.of("a", "b"), Labels.NONE)))
                .isFalse();
        assertThat(LabelSimilarity.hasContrast(List.of())).isFalse();
    }

    @Test
    void sampleGivesEveryClassItsShareAndMissesNone() {
        List<Labels> labels = IntStream.range(0, 1000)
                .mapToObj(
                        i -> i == 7 ? Labels.of("rare") : i % 10 == 0 ? Labels.NONE : Labels.of(i % 3 == 0 ? "a" : "b"))
                .toList();
        int[] sample = LabelledSample.rows(labels, 150, Draws.of(1));
        assertThat(sample).hasSize(150).isSorted().doesNotHaveDuplicates().contains(7);
        assertThat(Arrays.stream(sample).noneMatch(row -> labels.get(row).isEmpty()))
                .isTrue();
        long ofA = Arrays.stream(sample)
                .filter(row -> labels.get(row).equals(Labels.of("a")))
                .count();
        assertThat(ofA).isBetween(48L, 52L);
        assertThat(LabelledSample.rows(labels, 900, Draws.of(1))).hasSize(900);
    }

    private static Residual copyOf(GreedyBits greedy, List<Labels> labels, WhitenedKernel kernel, int bits) {
        GreedyBits replay = new GreedyBits(kernel, LabelSimilarity.of(labels), BITS);
        for (int bit = 0; bit < bits; bit++) {
            replay.learn(Progress.NONE);
        }
        assertThat(replay.reduced()).isEqualTo(greedy.reduced());
        return replay.residual();
    }

    private static void assertReduced(double[] reduced, WhitenedKernel kernel, double[][] residual) {
        int r = kernel.rank();
        for (int a = 0; a < r; a++) {
            for (int b = 0; b < r; b++) {
                double sum = 0;
                for (int i = 0; i < L; i++) {
                    for (int j = 0; j < L; j++) {
                        sum += kernel.white()[i * r + a] * residual[i][j] * kernel.white()[j * r + b];
                    }
                }
                assertThat(reduced[a * r + b]).isCloseTo(sum, within(1e-6));
            }
        }
    }

    private static double[] smooth(WhitenedKernel kernel, double[] weights) {
        return IntStream.range(0, L)
                .mapToDouble(i -> Math.tanh(Vectors.dot(kernel.kernels(), i * M, weights, 0, M) / 2))
                .toArray();
    }

    /** Noisy likeness to M anchors, higher for images of the anchor's first label; columns centred. */
    private static WhitenedKernel kernel(List<Labels> labels, long seed) {
        Random random = new Random(seed);
        double[] kernels = new double[L * M];
        for (int anchor = 0; anchor < M; anchor++) {
            double sum = 0;
            for (int i = 0; i < L; i++) {
                boolean same = labels.get(i).names().first().equals("c" + anchor % 5);
                kernels[i * M + anchor] = (same ? 1 : 0) + 0.5 * random.nextGaussian();
                sum += kernels[i * M + anchor];
            }
            for (int i = 0; i < L; i++) {
                kernels[i * M + anchor] -= sum / L;
            }
        }
        return new WhitenedKernel(kernels, M);
    }
}
