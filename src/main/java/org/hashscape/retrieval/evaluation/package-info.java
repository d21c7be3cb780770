/**
 * Who decides what is relevant ({@link org.hashscape.retrieval.evaluation.RelevanceRule}), what is counted
 * ({@link org.hashscape.retrieval.evaluation.RankingMetrics}), on which tiles
 * ({@link org.hashscape.retrieval.evaluation.StratifiedSplit}) and how sure one may be
 * ({@link org.hashscape.retrieval.evaluation.ConfidenceInterval}).
 *
 * <p>Every metric has one implementation and carries its cut-off in its name. Knows {@code model} and {@code retrieval} only.
 */
@NullMarked
package org.hashscape.retrieval.evaluation;

import org.jspecify.annotations.NullMarked;
