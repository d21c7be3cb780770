/**
 * Measures methods on a labelled archive, keeps what was measured in the archive, and puts published figures beside it.
 *
 * <p>Start with {@link org.hashscape.workbench.evaluation.EvaluateArchive}, which takes an {@link
 * org.hashscape.workbench.evaluation.EvaluationRequest} and gives one {@link
 * org.hashscape.workbench.evaluation.EvaluationRow} per method, descriptor, bit count and seed; {@link
 * org.hashscape.workbench.evaluation.StoredEvaluations} gives back what was measured before. Knows no screen; the
 * metrics themselves are in {@code retrieval.evaluation}.
 */
@NullMarked
package org.hashscape.workbench.evaluation;

import org.jspecify.annotations.NullMarked;
