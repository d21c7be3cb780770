/**
 * Charts as values that can be drawn anywhere: on the screen, into a picture file, into a report.
 *
 * <p>Start at {@link org.hashscape.workbench.chart.SeriesChart}, which draws curves and points; {@link
 * org.hashscape.workbench.chart.ChartPictures} turns a chart into PNG or SVG:
 *
 * <pre>{@code
 * JFreeChart chart = new SeriesChart("Precision", new Axis("bits", Scale.BITS), new Axis("P@20", Scale.SHARE), series, "")
 *         .draw(ChartStyle.PRINT);
 * String svg = ChartPictures.svg(chart, 800, 500);
 * }</pre>
 *
 * <p>Knows no JavaFX and nothing of evaluations. A chart belongs to one thread at a time.
 */
@NullMarked
package org.hashscape.workbench.chart;

import org.jspecify.annotations.NullMarked;
