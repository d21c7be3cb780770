package org.hashscape.retrieval.evaluation;

/** Stub. */
public final class RankingMetrics {

    private RankingMetrics() {}
}
