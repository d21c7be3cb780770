package org.hashscape.retrieval.evaluation;

import java.util.Arrays;
import java.util.Random;

/**
 * A mean and the 95 % interval that it lies in.
 *
 * @param mean of the sample
 * @param low lower end, at most the mean (but for rounding)
 * @param high upper end
 */
public record ConfidenceInterval(double mean, double low, double high) {

    /** Resamples that give ends steady to about a tenth of the interval's width. */
    public static final int RESAMPLES = 1000;

    /** Two-sided 95 % quantiles of Student's t for 1 to 30 degrees of freedom. */
    private static final double[] STUDENT_T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    /**
     * Percentile bootstrap over queries: the mean of as many draws with replacement as there are values, again and
     * again; the interval holds the middle 95 % of those means. Efron 1979. For one trained model; says nothing about
     * other seeds.
     *
     * @param values one per query, at least 1
     * @param resamples at least 1; {@link #RESAMPLES} as a rule
     */
    public static ConfidenceInterval overQueries(double[] values, int resamples, long seed) {
        if (values.length < 1 || resamples < 1) {
            throw new IllegalArgumentException(
                    "A bootstrap needs a value and a resample, not " + values.length + " and " + resamples);
        }
        Random random = SeededRandom.of(seed);
        double[] means = new double[resamples];
        for (int resample = 0; resample < resamples; resample++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[resample] = sum / values.length;
        }
        Arrays.sort(means);
        return new ConfidenceInterval(mean(values), quantile(means, 0.025), quantile(means, 0.975));
    }

    /**
     * Student's t interval over seeds: mean +- t s / sqrt(n), with s the sample's standard deviation.
     *
     * @param values one per seed, at least 2
     */
    public static ConfidenceInterval overSeeds(double[] values) {
        if (values.length < 2) {
            throw new IllegalArgumentException(
                    "An interval over seeds needs at least 2 of them, not " + values.length + ". Evaluate more seeds.");
        }
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        int freedom = values.length - 1;
        double t = freedom <= STUDENT_T.length ? STUDENT_T[freedom - 1] : 1.96 + 2.46 / freedom;
        double half = t * Math.sqrt(squares / freedom / values.length);
        return new ConfidenceInterval(mean, mean - half, mean + half);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Linear between the two order statistics around the place {@code share * (n - 1)}. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
