package org.hashscape.hashing.multicode;

import java.util.Arrays;
import java.util.Random;
import org.hashscape.hashing.algebra.Draws;
import org.hashscape.hashing.algebra.Vectors;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Progress;

/**
 * A mixture of K Gaussians with diagonal covariances, fitted by expectation-maximisation (Dempster, Laird and Rubin
 * 1977). Diagonal, since the regions that an archive gives are too few for full matrices in some fifty dimensions; give
 * it decorrelated descriptors where that matters.
 *
 * <p>log p(x, j) = log pi_j - 1/2 sum_d (log(2 pi v_jd) + (x_d - m_jd)^2 / v_jd), and the posterior of component j is
 * p(x, j) / sum_i p(x, i). Starts from k-means++ (Arthur and Vassilvitskii 2007) and {@value #LLOYD_STEPS} Lloyd
 * steps; ends where the mean log-likelihood grows by less than {@value #LEAST_GAIN}, or after {@value #MOST_STEPS} steps.
 * Variances are kept above {@value #LEAST_VARIANCE} of the column's own, so no component collapses onto one region.
 */
final class GaussianMixture {

    static final int MOST_STEPS = 100;
    static final int LLOYD_STEPS = 10;
    static final double LEAST_GAIN = 1e-4;
    static final double LEAST_VARIANCE = 1e-2;

    private final int components;
    private final int dimension;
    private final double[] logWeights;
    private final double[] means;
    private final double[] variances;
    /** log pi_j - 1/2 sum_d log(2 pi v_jd). */
    private final double[] constants;

    /** Arrays are kept: K weights (as logarithms), K x d means and variances. */
    GaussianMixture(int dimension, double[] logWeights, double[] means, double[] variances) {
        this.components = logWeights.length;
        this.dimension = dimension;
        this.logWeights = logWeights;
        this.means = means;
        this.variances = variances;
        this.constants = new double[components];
        refreshConstants();
    }

    private void refreshConstants() {
        for (int j = 0; j < components; j++) {
            double sum = 0;
            for (int d = 0; d < dimension; d++) {
                sum += Math.log(2 * Math.PI * variances[j * dimension + d]);
            }
            constants[j] = logWeights[j] - sum / 2;
        }
    }

    int components() {
        return components;
    }

    int dimension() {
        return dimension;
    }

    double[] logWeights() {
        return logWeights;
    }

    float[] mean(int component) {
        float[] mean = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            mean[i] = (float) means[component * dimension + i];
        }
        return mean;
    }

    double[] means() {
        return means;
    }

    double[] variances() {
        return variances;
    }

    /** @param rows at least {@code components} of them */
    static GaussianMixture fit(DescriptorMatrix rows, int components, long seed, Progress progress) {
        int d = rows.dimension();
        double[] floor = leastVariances(rows);
        double[] means = seeds(rows, components, Draws.of(seed));
        GaussianMixture mixture = new GaussianMixture(
                d, filled(components, -Math.log(components)), means, repeated(floor, components, 1 / LEAST_VARIANCE));
        double[] posteriors = new double[Math.multiplyExact(rows.rows(), components)];
        for (int step = 0; step < LLOYD_STEPS; step++) {
            mixture.nearest(rows, posteriors);
            mixture.maximise(rows, posteriors, floor, false);
        }
        mixture.nearest(rows, posteriors);
        mixture.maximise(rows, posteriors, floor, true);
        double before = Double.NEGATIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            progress.checkCancelled();
            progress.report((double) step / MOST_STEPS, "Finding primitives, step " + (step + 1));
            double likelihood = mixture.expect(rows, posteriors);
            mixture.maximise(rows, posteriors, floor, true);
            if (likelihood - before < LEAST_GAIN) {
                break;
            }
            before = likelihood;
        }
        return mixture;
    }

    private static double[] leastVariances(DescriptorMatrix rows) {
        double[] mean = rows.columnMeans();
        double[] least = new double[mean.length];
        for (int row = 0; row < rows.rows(); row++) {
            for (int d = 0; d < mean.length; d++) {
                double difference = rows.at(row, d) - mean[d];
                least[d] += difference * difference / rows.rows();
            }
        }
        for (int d = 0; d < mean.length; d++) {
            least[d] = Math.max(1e-9, LEAST_VARIANCE * least[d]);
        }
        return least;
    }

    private static double[] filled(int length, double value) {
        double[] filled = new double[length];
        Arrays.fill(filled, value);
        return filled;
    }

    private static double[] repeated(double[] values, int times, double factor) {
        double[] all = new double[values.length * times];
        for (int i = 0; i < all.length; i++) {
            all[i] = factor * values[i % values.length];
        }
        return all;
    }

    /** k-means++: each further seed is a row drawn by its squared distance to the nearest seed so far. */
    private static double[] seeds(DescriptorMatrix rows, int components, Random random) {
        int d = rows.dimension();
        double[] seeds = new double[components * d];
        double[] nearest = filled(rows.rows(), Double.POSITIVE_INFINITY);
        int chosen = random.nextInt(rows.rows());
        for (int j = 0; j < components; j++) {
            for (int i = 0; i < d; i++) {
                seeds[j * d + i] = rows.at(chosen, i);
            }
            double total = 0;
            for (int row = 0; row < nearest.length; row++) {
                nearest[row] = Math.min(
                        nearest[row], Vectors.squaredDistance(rows.values(), row * d, rows.values(), chosen * d, d));
                total += nearest[row];
            }
            double target = random.nextDouble() * total;
            chosen = 0;
            for (double sum = nearest[0]; sum < target && chosen < nearest.length - 1; sum += nearest[chosen]) {
                chosen++;
            }
        }
        return seeds;
    }

    /** Posteriors 1 for the component whose mean is nearest, by the variances as they are, and 0 for the others. */
    private void nearest(DescriptorMatrix rows, double[] posteriors) {
        Arrays.fill(posteriors, 0);
        double[] logs = new double[components];
        for (int row = 0; row < rows.rows(); row++) {
            joint(rows.values(), row * dimension, logs);
            int best = 0;
            for (int j = 1; j < components; j++) {
                best = logs[j] > logs[best] ? j : best;
            }
            posteriors[row * components + best] = 1;
        }
    }

    /** Fills in posteriors and answers the mean log-likelihood. */
    private double expect(DescriptorMatrix rows, double[] posteriors) {
        double[] logs = new double[components];
        double likelihood = 0;
        for (int row = 0; row < rows.rows(); row++) {
            joint(rows.values(), row * dimension, logs);
            likelihood += normalise(logs);
            System.arraycopy(logs, 0, posteriors, row * components, components);
        }
        return likelihood / rows.rows();
    }

    private void maximise(DescriptorMatrix rows, double[] posteriors, double[] floor, boolean shape) {
        double[] mass = new double[components];
        double[] first = new double[means.length];
        double[] second = new double[means.length];
        float[] values = rows.values();
        for (int row = 0; row < rows.rows(); row++) {
            for (int j = 0; j < components; j++) {
                double share = posteriors[row * components + j];
                if (share > 1e-12) {
                    mass[j] += share;
                    for (int d = 0, at = row * dimension, to = j * dimension; d < dimension; d++, at++, to++) {
                        double part = share * values[at];
                        first[to] += part;
                        second[to] += part * values[at];
                    }
                }
            }
        }
        for (int j = 0; j < components; j++) {
            if (mass[j] < 1e-6) {
                logWeights[j] = shape ? Math.log(1e-9) : logWeights[j];
                continue; // nobody's component stays where it was
            }
            logWeights[j] = shape ? Math.log(mass[j] / rows.rows()) : logWeights[j];
            for (int d = 0, at = j * dimension; d < dimension; d++, at++) {
                means[at] = first[at] / mass[j];
                variances[at] =
                        shape ? Math.max(floor[d], second[at] / mass[j] - means[at] * means[at]) : variances[at];
            }
        }
        refreshConstants();
    }

    private void joint(float[] values, int from, double[] logs) {
        for (int j = 0; j < components; j++) {
            double sum = 0;
            for (int d = 0, at = j * dimension; d < dimension; d++, at++) {
                double difference = values[from + d] - means[at];
                sum += difference * difference / variances[at];
            }
            logs[j] = constants[j] - sum / 2;
        }
    }

    /** Turns joint logarithms into posteriors; answers the logarithm of their sum. */
    private static double normalise(double[] logs) {
        double most = Arrays.stream(logs).max().orElse(0);
        double sum = 0;
        for (int j = 0; j < logs.length; j++) {
            logs[j] = Math.exp(logs[j] - most);
            sum += logs[j];
        }
        for (int j = 0; j < logs.length; j++) {
            logs[j] /= sum;
        }
        return most + Math.log(sum);
    }

    /** Posterior of every component, summing to 1. */
    double[] posteriors(float[] values, int from) {
        double[] logs = new double[components];
        joint(values, from, logs);
        normalise(logs);
        return logs;
    }
}
