package org.hashscape.workbench.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * Curves and points over two axes, with their intervals as bars.
 *
 * @param title what the picture shows; drawn where the style wants titles
 * @param series in drawing order
 * @param whenEmpty what stands where there is nothing to draw
 */
public record SeriesChart(String title, Axis x, Axis y, List<ChartSeries> series, String whenEmpty) {

    /**
     * One axis.
     *
     * @param label with its unit
     * @param scale how numbers lie on it
     */
    public record Axis(String label, Scale scale) {}

    /** How numbers lie on an axis. */
    public enum Scale {
        LINEAR,
        /** Whole numbers. */
        COUNT,
        /** Code lengths: marks at multiples of 8. */
        BITS,
        /** Shares up to 1; starts where they do, in tenths. */
        SHARE,
        /** From 0 to 1, all of it. */
        SHARE_FROM_ZERO,
        /** Powers of ten; drawn over whole decades. */
        LOG
    }

    private static final double[] BIT_STEPS = {8, 16, 32, 64, 128, 256};

    public SeriesChart {
        series = series.stream().filter(each -> !each.points().isEmpty()).toList();
    }

    /** Draws nothing yet; the chart draws itself when it is put somewhere. */
    public JFreeChart draw(ChartStyle style) {
        NumberRange horizontal = new NumberRange();
        NumberRange vertical = new NumberRange();
        series.forEach(each -> each.points().forEach(point -> {
            horizontal.include(point.x());
            vertical.include(point.low());
            vertical.include(point.high());
        }));
        XYPlot plot = new XYPlot(data(false), axis(x, horizontal, style), axis(y, vertical, style), renderer(style));
        plot.setDataset(1, data(true));
        plot.setRenderer(1, intervals(style));
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setNoDataMessage(whenEmpty);
        plot.setDomainGridlinesVisible(x.scale() == Scale.LOG);
        plot.setDomainGridlinePaint(style.grid());
        plot.setRangeGridlinePaint(style.grid());
        JFreeChart chart = new JFreeChart(style.titled() ? title : null, style.font(), plot, series.size() > 1);
        style.apply(chart);
        return chart;
    }

    /** All points, or those that have an interval. */
    private XYIntervalSeriesCollection data(boolean withInterval) {
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        for (int place = 0; place < series.size(); place++) {
            XYIntervalSeries points =
                    new XYIntervalSeries(place + ": " + series.get(place).name());
            series.get(place).points().stream()
                    .filter(point -> !withInterval || point.low() < point.high())
                    .forEach(
                            point -> points.add(point.x(), point.x(), point.x(), point.y(), point.low(), point.high()));
            data.addSeries(points);
        }
        return data;
    }

    private XYLineAndShapeRenderer renderer(ChartStyle style) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        renderer.setUseFillPaint(true);
        renderer.setUseOutlinePaint(true);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setLegendLine(new Line2D.Double(-11, 0, 11, 0));
        for (int place = 0; place < series.size(); place++) {
            dress(renderer, place, style);
        }
        renderer.setDefaultToolTipGenerator(
                (data, place, item) -> series.get(place).points().get(item).tip());
        renderer.setLegendItemLabelGenerator((data, place) -> series.get(place).name());
        return renderer;
    }

    /** Bars alone: the points belong to the other renderer. */
    private XYErrorRenderer intervals(ChartStyle style) {
        XYErrorRenderer bars = new XYErrorRenderer();
        bars.setDrawXError(false);
        bars.setCapLength(6);
        bars.setErrorStroke(ChartStyle.line(style.titled() ? 1.6 : 1.2));
        bars.setDefaultLinesVisible(false);
        bars.setDefaultShapesVisible(false);
        bars.setDefaultSeriesVisibleInLegend(false);
        for (int place = 0; place < series.size(); place++) {
            bars.setSeriesPaint(place, colour(series.get(place), style));
        }
        return bars;
    }

    private static Color colour(ChartSeries each, ChartStyle style) {
        boolean quiet = each.look() == ChartSeries.Look.BOUND || each.look() == ChartSeries.Look.FRONT;
        return quiet ? style.muted() : style.colour(each.place());
    }

    private void dress(XYLineAndShapeRenderer renderer, int place, ChartStyle style) {
        ChartSeries each = series.get(place);
        boolean quiet = each.look() == ChartSeries.Look.BOUND || each.look() == ChartSeries.Look.FRONT;
        Color colour = colour(each, style);
        boolean hollow = each.look() == ChartSeries.Look.REFERENCE || each.look() == ChartSeries.Look.FRONT;
        renderer.setSeriesPaint(place, each.look() == ChartSeries.Look.REFERENCE ? faint(colour) : colour);
        renderer.setSeriesFillPaint(place, hollow ? new Color(0, 0, 0, 0) : colour);
        renderer.setSeriesOutlinePaint(place, each.warns() ? style.mark() : colour);
        renderer.setSeriesOutlineStroke(place, ChartStyle.line(each.warns() ? style.lineWidth() : 1));
        renderer.setSeriesLinesVisible(place, each.hasLine());
        renderer.setSeriesShapesVisible(place, each.hasPoints());
        renderer.setSeriesShapesFilled(place, !hollow);
        double larger = each.look() == ChartSeries.Look.FRONT ? 1.9 : hollow ? 1.3 : 1;
        renderer.setSeriesShape(
                place,
                AffineTransform.getScaleInstance(larger, larger)
                        .createTransformedShape(style.shape(each.look() == ChartSeries.Look.FRONT ? 0 : each.place())));
        boolean broken = each.warns() || each.place() >= style.series().size();
        BasicStroke stroke = quiet
                ? ChartStyle.dashes(
                        style.lineWidth() * 0.6, each.look() == ChartSeries.Look.BOUND ? 2 + 4 * each.place() : 5)
                : broken ? ChartStyle.dashes(style.lineWidth(), 7) : ChartStyle.line(style.lineWidth());
        renderer.setSeriesStroke(place, stroke);
    }

    private static Color faint(Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 150);
    }

    private static ValueAxis axis(Axis axis, NumberRange range, ChartStyle style) {
        ValueAxis made = axis.scale() == Scale.LOG ? logarithmic(axis, range) : linear(axis, range);
        style.apply(made);
        return made;
    }

    private static NumberAxis linear(Axis axis, NumberRange range) {
        NumberAxis made = new NumberAxis(axis.label());
        made.setAutoRangeIncludesZero(false);
        switch (axis.scale()) {
            case SHARE -> {
                double low = range.isEmpty() ? 0 : Math.max(0, Math.floor(range.low * 10 - 0.3) / 10);
                made.setRange(low < 0.35 ? 0 : low, 1.02);
                made.setNumberFormatOverride(format("0.0#"));
            }
            case SHARE_FROM_ZERO -> {
                made.setRange(0, 1.02);
                made.setNumberFormatOverride(format("0.0#"));
            }
            case BITS -> {
                TickUnits units = new TickUnits();
                for (double step : BIT_STEPS) {
                    units.add(new NumberTickUnit(step, format("0")));
                }
                made.setStandardTickUnits(units);
                double margin = Math.max(2, (range.high - range.low) * 0.05);
                made.setRange(range.isEmpty() ? new Range(0, 64) : new Range(range.low - margin, range.high + margin));
            }
            case COUNT -> made.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
            default -> made.setLowerMargin(0.05);
        }
        return made;
    }

    private static LogAxis logarithmic(Axis axis, NumberRange range) {
        LogAxis made = new LogAxis(axis.label());
        made.setBase(10);
        made.setNumberFormatOverride(format("#,##0.######"));
        made.setTickUnit(new NumberTickUnit(1)); // whole decades
        made.setMinorTickMarksVisible(true);
        if (range.isEmpty() || range.low <= 0) {
            made.setRange(0.1, 10);
            return made;
        }
        double first = Math.floor(Math.log10(range.low) + 1e-9);
        double last = Math.ceil(Math.log10(range.high) - 1e-9);
        made.setRange(Math.pow(10, first) * 0.85, Math.pow(10, Math.max(last, first + 1)) * 1.15);
        return made;
    }

    static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    }

    /** Smallest and largest of some numbers. */
    private static final class NumberRange {

        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        void include(double number) {
            low = Math.min(low, number);
            high = Math.max(high, number);
        }

        boolean isEmpty() {
            return low > high;
        }
    }
}
