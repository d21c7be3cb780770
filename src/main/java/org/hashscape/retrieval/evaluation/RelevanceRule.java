package org.hashscape.retrieval.evaluation;

import org.hashscape.model.Labels;

/** When a result counts as relevant to a query. Implementations are thread-safe. */
@FunctionalInterface
public interface RelevanceRule {

    /** Relevant where both share a label; with one label each this is "same class". A tile without labels never is. */
    RelevanceRule SHARES_A_LABEL = Labels::sharesAnyWith;

    /** Relevant where both carry exactly the same labels. A tile without labels never is. */
    RelevanceRule SAME_LABELS = (query, result) -> !query.isEmpty() && query.equals(result);

    boolean isRelevant(Labels query, Labels result);

    /**
     * Relevant where the Jaccard index |A and B| / |A or B| of the label sets reaches a threshold.
     *
     * @param threshold above 0, at most 1
     */
    static RelevanceRule jaccardAtLeast(double threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("A Jaccard threshold lies above 0 and up to 1, not " + threshold);
        }
        return (query, result) -> {
            int shared = sharedLabels(query, result);
            return shared > 0
                    && shared
                            >= threshold
                                    * (query.names().size() + result.names().size() - shared);
        };
    }

    /** How many labels both carry. */
    static int sharedLabels(Labels query, Labels result) {
        int shared = 0;
        for (String name : query.names()) {
            if (result.names().contains(name)) {
                shared++;
            }
        }
        return shared;
    }
}
