package org.hashscape.retrieval.evaluation;

/**
 * What one query scored.
 *
 * @param values one per {@link Metric}, in their order
 * @param precisionAt P@1, P@2, ...
 * @param precisionAtRecall interpolated, at the recalls of {@link ProtocolResult#RECALLS}
 */
record QueryScore(double[] values, double[] precisionAt, double[] precisionAtRecall) {}
