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
     * The rule of an id: {@code shares-label} (with one label per tile: the same class), {@code same-labels}, or {@code
     * jaccard-T} with a threshold T above 0 and up to 1, as {@code jaccard-0.5}.
     *
     * @throws IllegalArgumentException where there is no such rule; the message names those that exist
     */
    static RelevanceRule byId(String id) {
        if (id.equals("shares-label")) {
            return SHARES_A_LABEL;
        }
        if (id.equals("same-labels")) {
            return SAME_LABELS;
        }
        if (id.matches("jaccard-[01](\\.[0-9]{1,9})?")) {
            return jaccardAtLeast(Double.parseDouble(id.substring("jaccard-".length())));
        }
        throw new IllegalArgumentException("There is no relevance rule '" + id
                + "'. Known: shares-label, same-labels, jaccard-T with T above 0 and up to 1, as jaccard-0.5");
    }

    /** What the rule of an id says, for a reader: "shares a label". */
    static String inWords(String id) {
        return switch (id) {
            case "shares-label" -> "shares a label";
            case "same-labels" -> "has the same labels";
            default -> "labels with a Jaccard index of at least " + id.substring(id.indexOf('-') + 1);
        };
    }

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
