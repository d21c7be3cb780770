package org.hashscape.retrieval.evaluation;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a protocol measured.
 *
 * @param protocol which one
 * @param k cut-off of the metrics that have one
 * @param queryRows the queries scored, ascending
 * @param skipped queries left out: they have no label, or nothing in the archive is relevant to them
 * @param values for every metric one value per scored query, in the order of {@code queryRows}
 * @param precisionAt mean P@1, P@2, ..., up to {@link #CURVE_RANKS} or as many as there are searched rows
 * @param precisionAtRecall mean interpolated precision at {@link #RECALLS}
 */
public record ProtocolResult(
        EvaluationProtocol protocol,
        int k,
        int[] queryRows,
        int skipped,
        Map<Metric, double[]> values,
        double[] precisionAt,
        double[] precisionAtRecall) {

    /** Ranks that a precision curve has at most. */
    public static final int CURVE_RANKS = 100;

    /** Recalls 0, .05, ..., 1 of a precision-recall curve. */
    static final double[] RECALLS =
            IntStream.rangeClosed(0, 20).mapToDouble(i -> i / 20.0).toArray();

    public ProtocolResult {
        values = Map.copyOf(values);
    }

    /** One value per scored query. */
    public double[] valuesOf(Metric metric) {
        double[] found = values.get(metric);
        if (found == null) {
            throw new IllegalArgumentException("This result holds no " + metric);
        }
        return found.clone();
    }

    /** Mean over the scored queries; NaN where there is none. */
    public double mean(Metric metric) {
        return Arrays.stream(valuesOf(metric)).average().orElse(Double.NaN);
    }

    /** Mean with its 95 % bootstrap interval over queries. @throws IllegalArgumentException where no query was scored */
    public ConfidenceInterval interval(Metric metric, long seed) {
        return ConfidenceInterval.overQueries(valuesOf(metric), ConfidenceInterval.RESAMPLES, seed);
    }
}
