package org.hashscape.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.hashscape.ui.common.Palette;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleInsets;

/** The window's colours and font, as charts want them. */
record ChartStyle(Color panel, Color text, Color muted, Color grid, Color data, Color mark, Font font) {

    static ChartStyle of(Palette palette, String family, double size) {
        return new ChartStyle(
                awt(palette.panel()),
                awt(palette.text()),
                awt(palette.muted()),
                awt(palette.border()),
                awt(palette.accent()),
                awt(palette.irrelevant()),
                new Font(family, Font.PLAIN, (int) Math.round(size)));
    }

    void apply(JFreeChart chart) {
        chart.setBackgroundPaint(panel);
        chart.setBorderVisible(false);
        chart.setAntiAlias(true);
        chart.setPadding(new RectangleInsets(2, 2, 2, 8));
        Plot plot = chart.getPlot();
        plot.setBackgroundPaint(panel);
        plot.setOutlineVisible(false);
        plot.setNoDataMessageFont(font);
        plot.setNoDataMessagePaint(muted);
    }

    void apply(ValueAxis axis) {
        axis.setLabelFont(font);
        axis.setTickLabelFont(font);
        axis.setLabelPaint(muted);
        axis.setTickLabelPaint(muted);
        axis.setAxisLinePaint(grid);
        axis.setTickMarkPaint(grid);
    }

    static BasicStroke line(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    static BasicStroke dashes() {
        return new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 4}, 0);
    }

    private static Color awt(javafx.scene.paint.Color colour) {
        return new Color((float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue());
    }
}
