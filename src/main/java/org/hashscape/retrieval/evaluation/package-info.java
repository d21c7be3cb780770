/**
 * How good a search is: who decides what is relevant ({@link org.hashscape.retrieval.evaluation.RelevanceRule}), what is
 * counted ({@link org.hashscape.retrieval.evaluation.RankingMetrics}), on which tiles ({@link
 * org.hashscape.retrieval.evaluation.StratifiedSplit}, {@link org.hashscape.retrieval.evaluation.EvaluationProtocol}),
 * against what floor ({@link org.hashscape.retrieval.evaluation.RandomFloor}) and how sure one may be ({@link
 * org.hashscape.retrieval.evaluation.ConfidenceInterval}).
 *
 * <p>Start with {@link org.hashscape.retrieval.evaluation.ProtocolRun}, which brings them together. Every metric has one
 * implementation and carries its cut-off in its name. Knows {@code model} and {@code retrieval} only.
 */
@NullMarked
package org.hashscape.retrieval.evaluation;

import org.jspecify.annotations.NullMarked;
