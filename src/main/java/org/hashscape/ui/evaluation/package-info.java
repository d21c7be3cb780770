/**
 * The evaluation window: choose what to measure, watch it run, read the table and the charts, take them away.
 *
 * <p>{@link org.hashscape.ui.evaluation.EvaluationViewModel} does it, {@link
 * org.hashscape.ui.evaluation.EvaluationForm} holds what is chosen, {@link
 * org.hashscape.ui.evaluation.EvaluationView} shows both. What is measured, stored and exported is the business of
 * {@code workbench.evaluation}.
 */
@NullMarked
package org.hashscape.ui.evaluation;

import org.jspecify.annotations.NullMarked;
