package org.hashscape.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/**
 * A chart that can be drawn again. {@code ChartCanvas} takes the canvas back to its first state after each drawing, but
 * its graphics still believes that the last colour, font and stroke are set and does not set them again: a second
 * drawing starts black and in the wrong font. Setting others first makes it notice.
 */
final class FreshChart extends JFreeChart {

    private static final long serialVersionUID = 1L;
    private static final Color OTHER_COLOUR = new Color(1, 2, 3, 4);
    private static final Font OTHER_FONT = new Font(Font.MONOSPACED, Font.ITALIC, 3);
    private static final BasicStroke OTHER_STROKE = new BasicStroke(0.123f);

    /** Takes the other chart's plot, legend and colours over; the other must not be used any more. */
    FreshChart(JFreeChart other) {
        super(null, null, other.getPlot(), false);
        for (int place = 0; place < other.getSubtitleCount(); place++) {
            addSubtitle(other.getSubtitle(place));
        }
        setBackgroundPaint(other.getBackgroundPaint());
        setBorderVisible(other.isBorderVisible());
        setAntiAlias(other.getAntiAlias());
        setPadding(other.getPadding());
    }

    @Override
    public void draw(
            Graphics2D graphics, Rectangle2D area, @Nullable Point2D anchor, @Nullable ChartRenderingInfo info) {
        graphics.setPaint(OTHER_COLOUR);
        graphics.setFont(OTHER_FONT);
        graphics.setStroke(OTHER_STROKE);
        super.draw(graphics, area, anchor, info);
    }
}
