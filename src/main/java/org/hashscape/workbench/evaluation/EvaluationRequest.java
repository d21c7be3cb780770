package org.hashscape.workbench.evaluation;

import java.util.List;
import org.hashscape.retrieval.evaluation.EvaluationProtocol;
import org.hashscape.retrieval.evaluation.RelevanceRule;

/**
 * What to measure: every combination of methods, descriptors, bit counts and seeds.
 *
 * @param protocol id of an {@link EvaluationProtocol}: {@code mhcln}, {@code train-archive} or {@code whole}
 * @param seeds of splits and trainings
 * @param k cut-off of the metrics that have one
 * @param relevance id of a {@link RelevanceRule}: {@code shares-label}, {@code same-labels} or {@code jaccard-0.5}
 * @param asymmetric whether queries keep their real values, see {@link org.hashscape.retrieval.AsymmetricScan}
 * @param leaks what to do where training saw what is asked about
 * @param mostQueries at most so many of the protocol's queries are asked, drawn at random by the split's seed; {@link
 *     #ALL_QUERIES} for all
 */
public record EvaluationRequest(
        List<String> methods,
        List<String> descriptors,
        List<Integer> bits,
        String protocol,
        List<Long> seeds,
        int k,
        String relevance,
        boolean asymmetric,
        LeakPolicy leaks,
        int mostQueries) {

    public static final int ALL_QUERIES = Integer.MAX_VALUE;

    /** Asks all queries of the protocol. */
    public EvaluationRequest(
            List<String> methods,
            List<String> descriptors,
            List<Integer> bits,
            String protocol,
            List<Long> seeds,
            int k,
            String relevance,
            boolean asymmetric,
            LeakPolicy leaks) {
        this(methods, descriptors, bits, protocol, seeds, k, relevance, asymmetric, leaks, ALL_QUERIES);
    }

    /** Codes against codes. */
    public EvaluationRequest(
            List<String> methods,
            List<String> descriptors,
            List<Integer> bits,
            String protocol,
            List<Long> seeds,
            int k,
            String relevance,
            LeakPolicy leaks) {
        this(methods, descriptors, bits, protocol, seeds, k, relevance, false, leaks);
    }

    public EvaluationRequest {
        methods = List.copyOf(methods);
        descriptors = List.copyOf(descriptors);
        bits = List.copyOf(bits);
        seeds = List.copyOf(seeds);
        if (methods.isEmpty() || descriptors.isEmpty() || bits.isEmpty() || seeds.isEmpty()) {
            throw new IllegalArgumentException(
                    "An evaluation needs at least one method, descriptor, bit count and seed");
        }
        if (mostQueries < 1) {
            throw new IllegalArgumentException("An evaluation needs at least 1 query, not " + mostQueries);
        }
        if (k < 1) {
            throw new IllegalArgumentException("A cut-off is at least 1, not " + k);
        }
        EvaluationProtocol.byId(protocol);
        RelevanceRule.byId(relevance);
    }
}
