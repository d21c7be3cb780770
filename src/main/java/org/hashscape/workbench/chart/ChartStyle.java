package org.hashscape.workbench.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Colours, font and widths of a chart. Several series differ in colour and in shape, so that neither colour-blind
 * readers nor a grey printer lose them; the colours follow Okabe and Ito's set, darkened for white paper and lightened
 * for a dark panel until each reaches a contrast of 3 : 1.
 *
 * @param data colour of a single series
 * @param mark colour of what warns
 * @param series colours of several series, in order
 * @param lineWidth of curves, in pixels
 * @param titled whether the chart carries its own title, as a picture outside the window must
 */
public record ChartStyle(
        Color panel,
        Color text,
        Color muted,
        Color grid,
        Color data,
        Color mark,
        List<Color> series,
        Font font,
        double lineWidth,
        boolean titled) {

    /** Series colours on a light ground. */
    public static final List<Color> ON_LIGHT =
            colours(0x0072B2, 0xC44E00, 0x00805C, 0xB0508A, 0x5A3200, 0x3A3F46, 0x2F8FC4);

    /** Series colours on a dark ground. */
    public static final List<Color> ON_DARK =
            colours(0x56B4E9, 0xE69F00, 0x2BC69A, 0xE79AC4, 0xF0E442, 0xD5DAE0, 0xF0703A);

    /** Light ground, thick lines, a title: for files, reports and paper. */
    public static final ChartStyle PRINT = new ChartStyle(
            Color.WHITE,
            new Color(0x1c2733),
            new Color(0x3d4854),
            new Color(0xc9cfd6),
            new Color(0x0b66c3),
            new Color(0xc8252c),
            ON_LIGHT,
            new Font("Inter", Font.PLAIN, 13),
            2.6,
            true);

    private static final List<Shape> SHAPES = List.of(
            new Ellipse2D.Double(-3.5, -3.5, 7, 7),
            new Rectangle2D.Double(-3.2, -3.2, 6.4, 6.4),
            polygon(-4, 3.4, 4, 3.4, 0, -4),
            polygon(0, -4.6, 4.6, 0, 0, 4.6, -4.6, 0),
            polygon(-4, -3.4, 4, -3.4, 0, 4),
            polygon(
                    -1.3, -4, 1.3, -4, 1.3, -1.3, 4, -1.3, 4, 1.3, 1.3, 1.3, 1.3, 4, -1.3, 4, -1.3, 1.3, -4, 1.3, -4,
                    -1.3, -1.3, -1.3),
            polygon(0, -4.6, 4.4, -1.4, 2.7, 3.7, -2.7, 3.7, -4.4, -1.4),
            polygon(-4, -4, 4, 4, 4, -4, -4, 4));

    public ChartStyle {
        series = List.copyOf(series);
    }

    /** Colour of a series; the eighth has that of the first again, but another shape: of 7 colours and 8 shapes, 56 pairs. */
    public Color colour(int place) {
        return series.get(Math.floorMod(place, series.size()));
    }

    /** Shape of a series' points, growing with the text. */
    public Shape shape(int place) {
        double size = Math.max(1, font.getSize2D() / 12) * (titled ? 1.15 : 1);
        return AffineTransform.getScaleInstance(size, size)
                .createTransformedShape(SHAPES.get(Math.floorMod(place, SHAPES.size())));
    }

    public void apply(JFreeChart chart) {
        chart.setBackgroundPaint(panel);
        chart.setBorderVisible(false);
        chart.setAntiAlias(true);
        chart.setPadding(titled ? new RectangleInsets(10, 10, 8, 16) : new RectangleInsets(2, 2, 2, 8));
        Plot plot = chart.getPlot();
        plot.setBackgroundPaint(panel);
        plot.setOutlineVisible(false);
        plot.setNoDataMessageFont(font);
        plot.setNoDataMessagePaint(muted);
        if (chart.getTitle() != null) {
            chart.getTitle().setFont(font.deriveFont(Font.BOLD, font.getSize2D() * 1.1f));
            chart.getTitle().setPaint(text);
            chart.getTitle().setHorizontalAlignment(HorizontalAlignment.LEFT);
            chart.getTitle().setPadding(0, 4, 8, 0);
        }
        LegendTitle legend = chart.getLegend();
        if (legend != null) {
            legend.setItemFont(font);
            legend.setItemPaint(text);
            legend.setBackgroundPaint(panel);
            legend.setFrame(org.jfree.chart.block.BlockBorder.NONE);
            legend.setPosition(RectangleEdge.BOTTOM);
            legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
            legend.setItemLabelPadding(new RectangleInsets(1, 2, 1, 10));
        }
    }

    public void apply(ValueAxis axis) {
        axis.setLabelFont(font);
        axis.setTickLabelFont(font);
        axis.setLabelPaint(muted);
        axis.setTickLabelPaint(muted);
        axis.setAxisLinePaint(grid);
        axis.setTickMarkPaint(grid);
    }

    public static BasicStroke line(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    public static BasicStroke dashes() {
        return dashes(1.2, 4);
    }

    /** @param length of a dash and of the gap after it */
    static BasicStroke dashes(double width, double length) {
        return new BasicStroke(
                (float) width,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_MITER,
                10,
                new float[] {(float) length, (float) length},
                0);
    }

    private static Shape polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int corner = 2; corner < xy.length; corner += 2) {
            path.lineTo(xy[corner], xy[corner + 1]);
        }
        path.closePath();
        return path;
    }

    private static List<Color> colours(int... values) {
        return java.util.Arrays.stream(values).mapToObj(Color::new).toList();
    }
}
