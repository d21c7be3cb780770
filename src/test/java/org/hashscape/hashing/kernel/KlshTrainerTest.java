package org.hashscape.hashing.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.Random;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.hashing.algebra.Draws;
import org.hashscape.hashing.algebra.SymmetricEigen;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KlshTrainerTest {

    private static final int N = 20;
    private static final int D = 6;
    private static final int BITS = 10;
    private static final TrainingSet HISTOGRAMS = histograms();

    /** The formula of the class comment, term by term, for every kernel. */
    @ParameterizedTest
    @EnumSource(Kernel.class)
    void bitsAreThoseOfTheFormula(Kernel kernel) {
        KernelHash hash = (KernelHash) new KlshTrainer(kernel).train(HISTOGRAMS, BITS, 7, Progress.NONE);
        Random draws = Draws.of(7);
        int[] order = Draws.distinct(N, N, draws);
        float[][] anchors = new float[N][];
        for (int i = 0; i < N; i++) {
            anchors[i] = HISTOGRAMS.descriptors().row(order[i]);
        }
        double gamma = 1 / (2 * meanSquaredDistance(anchors));
        double[][] k = new double[N][N];
        double[] mean = new double[N];
        double total = 0;
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                k[i][j] = slow(kernel, anchors[i], anchors[j], gamma);
                mean[i] += k[i][j] / N;
                total += k[i][j] / N / N;
            }
        }
        double[] centred = new double[N * N];
        for (int i = 0; i < N * N; i++) {
            centred[i] = k[i / N][i % N] - mean[i / N] - mean[i % N] + total;
        }
        SymmetricEigen eigen = SymmetricEigen.of(centred, N);
        float[] x = {0.1f, 0.5f, 0, 0.2f, 0.1f, 0.1f};
        double[] kx = new double[N];
        double meanX = 0;
        for (int i = 0; i < N; i++) {
            kx[i] = slow(kernel, anchors[i], x, gamma);
            meanX += kx[i] / N;
        }
        double[] projected = hash.project(x);
        for (int bit = 0; bit < BITS; bit++) {
            int[] drawn = Draws.distinct(N, N / 4, draws);
            double sum = 0;
            for (int i = 0; i < N; i++) {
                sum += weight(eigen, i, drawn) * (kx[i] - mean[i] - meanX + total);
            }
            assertThat(projected[bit]).isCloseTo(sum, within(1e-6 * (1 + Math.abs(sum))));
            assertThat(hash.encode(x).bit(bit)).isEqualTo(sum > 0);
        }
    }

    @Test
    void histogramKernelsObjectToNegativeEntries() {
        float[] values = HISTOGRAMS.descriptors().values().clone();
        values[17] = -0.25f;
        TrainingSet set = new TrainingSet(new DescriptorMatrix(N, D, values), HISTOGRAMS.labels());
        assertThat(new KlshTrainer(Kernel.CHI2).objectionTo(set, 8).orElseThrow())
                .contains("-0.25")
                .contains("RBF");
        assertThat(new KlshTrainer(Kernel.INTERSECTION).objectionTo(set, 8)).isPresent();
        assertThat(new KlshTrainer().objectionTo(set, 8)).isEmpty();
    }

    @Test
    void saysHowManyAnchorsAreMissing() {
        TrainingSet set = new TrainingSet(
                HISTOGRAMS.descriptors().select(new int[] {0, 1, 2}), Collections.nCopies(3, Labels.NONE));
        assertThat(new KlshTrainer().objectionTo(set, 8).orElseThrow())
                .contains("16")
                .contains("3")
                .contains("LSH");
    }

    /** (K^(-1/2) e_S)(i) = sum_j u_j(i) / sqrt(lambda_j) sum_(s in S) u_j(s). */
    private static double weight(SymmetricEigen eigen, int i, int[] drawn) {
        double weight = 0;
        for (int j = 0; j < N; j++) {
            if (eigen.values()[j] > 1e-9 * eigen.values()[0]) {
                for (int s : drawn) {
                    weight += eigen.vectors()[j * N + i] * eigen.vectors()[j * N + s] / Math.sqrt(eigen.values()[j]);
                }
            }
        }
        return weight;
    }

    private static double slow(Kernel kernel, float[] a, float[] b, double gamma) {
        double sum = 0;
        for (int i = 0; i < D; i++) {
            sum += switch (kernel) {
                case RBF -> (a[i] - b[i]) * (double) (a[i] - b[i]);
                case LINEAR -> (double) a[i] * b[i];
                case CHI2 -> a[i] + b[i] == 0 ? 0 : 2.0 * a[i] * b[i] / ((double) a[i] + b[i]);
                case INTERSECTION -> Math.min(a[i], b[i]);
            };
        }
        return kernel == Kernel.RBF ? Math.exp(-gamma * sum) : sum;
    }

    private static double meanSquaredDistance(float[][] anchors) {
        double sum = 0;
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                for (int at = 0; at < D; at++) {
                    sum += Math.pow((double) anchors[i][at] - anchors[j][at], 2);
                }
            }
        }
        return sum / (N * (N - 1));
    }

    private static TrainingSet histograms() {
        Random random = new Random(6);
        float[] values = new float[N * D];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(4) == 0 ? 0 : random.nextFloat();
        }
        return new TrainingSet(new DescriptorMatrix(N, D, values), Collections.nCopies(N, Labels.NONE));
    }
}
