/**
 * Two to four methods side by side: the same query, row r holding what each ranks at r + 1, and why a result is there.
 *
 * <p>{@link org.hashscape.ui.comparison.ComparisonViewModel} asks every column and shows a comparison only when all of
 * them have an answer, a reason, or work to wait for; {@link org.hashscape.ui.comparison.ComparisonView} draws it on one
 * canvas, so that ranks, selection and scrolling are linked by themselves; {@link org.hashscape.ui.comparison.WhyView}
 * explains the selected result. Nothing here knows the main window.
 */
@NullMarked
package org.hashscape.ui.comparison;

import org.jspecify.annotations.NullMarked;
