/**
 * Charts about the current answer: precision at k, Hamming distances, step times.
 *
 * <p>{@link org.hashscape.ui.chart.ChartsViewModel} holds the numbers; {@link org.hashscape.ui.chart.ChartsView} draws
 * them with JFreeChart, at most one chart per frame, so that drawing never holds up a click.
 */
@NullMarked
package org.hashscape.ui.chart;

import org.jspecify.annotations.NullMarked;
