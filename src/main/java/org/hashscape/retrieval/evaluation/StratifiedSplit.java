package org.hashscape.retrieval.evaluation;

/** Stub. */
public final class StratifiedSplit {

    private StratifiedSplit() {}
}
