package org.hashscape.retrieval.evaluation;

import org.hashscape.model.Labels;

/** When a result counts as relevant to a query. */
@FunctionalInterface
public interface RelevanceRule {

    /** Relevant where both share a label; with one label each this is "same class". A tile without labels never is. */
    RelevanceRule SHARES_A_LABEL = Labels::sharesAnyWith;

    boolean isRelevant(Labels query, Labels result);
}
