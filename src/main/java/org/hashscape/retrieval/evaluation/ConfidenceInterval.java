package org.hashscape.retrieval.evaluation;

/** Stub. */
public final class ConfidenceInterval {

    private ConfidenceInterval() {}
}
