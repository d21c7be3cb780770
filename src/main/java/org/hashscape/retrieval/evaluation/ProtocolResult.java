package org.hashscape.retrieval.evaluation;

import java.util.Arrays;
import java.util.Map;

/**
 * What a protocol measured.
 *
 * @param protocol which one
 * @param k cut-off of the metrics that have one
 * @param queryRows the queries scored, ascending
 * @param skipped queries left out: they have no label, or nothing in the archive is relevant to them
 * @param values for every metric one value per scored query, in the order of {@code queryRows}
 */
public record ProtocolResult(
        EvaluationProtocol protocol, int k, int[] queryRows, int skipped, Map<Metric, double[]> values) {

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
