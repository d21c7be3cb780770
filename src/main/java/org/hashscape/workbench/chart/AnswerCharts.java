package org.hashscape.workbench.chart;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.labels.StandardXYToolTipGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.LengthAdjustmentType;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.XYBarDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Builds the charts of one answer. Each draws itself later; building takes well under a millisecond. */
public final class AnswerCharts {

    /** Pixels that the axis of steps has in the narrowest panel, at 100 % text, and the size of that text. */
    private static final double NARROWEST = 76;

    private static final double USUAL_SIZE = 11.5;

    /** With larger text there is no room for notes inside a chart. */
    /** Above this share a note would stand outside the chart: it stands below its line. */
    private static final double NEAR_THE_TOP = 0.85;

    private static final int LARGEST_FOR_NOTES = 15;

    private final ChartStyle style;

    public AnswerCharts(ChartStyle style) {
        this.style = style;
    }

    /** Share of relevant results among the first k, against k; dashed: what a random ranking would reach. */
    public JFreeChart precision(AnswerNumbers numbers) {
        XYSeries series = new XYSeries("Precision");
        for (int k = 1; k <= numbers.precision().size(); k++) {
            series.add(k, numbers.precision().get(k - 1));
        }
        JFreeChart chart = titled(
                "Precision among the first k results",
                ChartFactory.createXYLineChart(
                        null,
                        "k",
                        style.titled() ? "precision" : null,
                        new XYSeriesCollection(series),
                        PlotOrientation.VERTICAL,
                        false,
                        true,
                        false));
        XYPlot plot = xy(chart, "No labels: precision is unknown");
        NumberAxis share = (NumberAxis) plot.getRangeAxis();
        share.setRange(0, 1.05);
        TickUnits steps = new TickUnits(); // the finest for whose numbers there is room
        for (double step : new double[] {0.25, 0.5, 1}) {
            steps.add(new NumberTickUnit(step, format("0.00")));
        }
        share.setStandardTickUnits(steps);
        NumberAxis k = (NumberAxis) plot.getDomainAxis();
        k.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        k.setRange(0, Math.max(2, numbers.precision().size() + 0.5));
        XYLineAndShapeRenderer line =
                new XYLineAndShapeRenderer(true, numbers.precision().size() <= 50);
        line.setSeriesPaint(0, style.data());
        line.setSeriesStroke(0, ChartStyle.line(style.lineWidth()));
        line.setSeriesShape(0, new Ellipse2D.Double(-2.5, -2.5, 5, 5));
        line.setDefaultToolTipGenerator(
                new StandardXYToolTipGenerator("precision at {1}: {2}", format("0"), format("0.00")));
        plot.setRenderer(line);
        if (!numbers.precision().isEmpty()) {
            plot.addRangeMarker(
                    marker(numbers.floor(), "random " + format("0.00").format(numbers.floor()), true));
        }
        return chart;
    }

    /** Tiles at each Hamming distance from the query; dashed: the farthest result. */
    public JFreeChart distances(AnswerNumbers numbers) {
        XYSeries series = new XYSeries("Tiles");
        List<Integer> histogram = numbers.histogram();
        for (int distance = 0; distance < histogram.size(); distance++) {
            series.add(distance, histogram.get(distance));
        }
        JFreeChart chart = titled(
                "Hamming distances from the query",
                ChartFactory.createXYBarChart(
                        null,
                        "differing bits",
                        false,
                        style.titled() ? "tiles" : null,
                        new XYBarDataset(new XYSeriesCollection(series), 0.9),
                        PlotOrientation.VERTICAL,
                        false,
                        true,
                        false));
        XYPlot plot = xy(chart, "This method compares no codes");
        XYBarRenderer bars = new XYBarRenderer();
        bars.setBarPainter(new StandardXYBarPainter());
        bars.setShadowVisible(false);
        bars.setSeriesPaint(0, style.data());
        bars.setDefaultToolTipGenerator(
                new StandardXYToolTipGenerator("{2} tiles differ in {1} bits", format("0"), format("#,##0")));
        plot.setRenderer(bars);
        plot.getRangeAxis().setUpperMargin(0.2); // room for the note above the bars
        ((NumberAxis) plot.getDomainAxis()).setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        ((NumberAxis) plot.getRangeAxis()).setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        plot.getDomainAxis().setRange(-0.6, Math.max(1, histogram.size()) - 0.4);
        if (!histogram.isEmpty() && numbers.farthestResult() >= 0) {
            plot.addDomainMarker(marker(numbers.farthestResult() + 0.5, "results end", false));
        }
        return chart;
    }

    /** Milliseconds of each step. */
    public JFreeChart steps(AnswerNumbers numbers) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        double longest = 0;
        for (AnswerNumbers.StepTime step : numbers.steps()) {
            data.addValue(step.millis(), "ms", step.step());
            longest = Math.max(longest, step.millis());
        }
        JFreeChart chart = titled(
                "Time of each step, ms",
                ChartFactory.createBarChart(null, null, "ms", data, PlotOrientation.HORIZONTAL, false, true, false));
        style.apply(chart);
        CategoryPlot plot = chart.getCategoryPlot();
        plot.setRangeGridlinePaint(style.grid());
        style.apply(plot.getRangeAxis());
        plot.getRangeAxis()
                .setRange(0, Math.max(0.01, longest * roomFor(format("0.00").format(longest))));
        plot.getRangeAxis().setVisible(false); // each bar carries its number
        plot.setRangeGridlinesVisible(false);
        CategoryAxis names = plot.getDomainAxis();
        names.setTickLabelFont(style.font());
        names.setTickLabelPaint(style.text());
        names.setAxisLinePaint(style.grid());
        names.setTickMarksVisible(false);
        names.setAxisLineVisible(false);
        names.setMaximumCategoryLabelWidthRatio(0.5f);
        BarRenderer bars = (BarRenderer) plot.getRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setMaximumBarWidth(0.14);
        bars.setSeriesPaint(0, style.data());
        bars.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator("{2}", format("0.00")));
        bars.setDefaultItemLabelFont(style.font());
        bars.setDefaultItemLabelPaint(style.text());
        bars.setDefaultItemLabelsVisible(true);
        return chart;
    }

    /**
     * How much longer an axis must be than its longest bar for a number to have its place behind that bar, in the narrowest
     * panel that a window gives to a chart.
     */
    private double roomFor(String number) {
        double size = style.font().getSize2D();
        double axis = NARROWEST + 2.2 * Math.max(0, size - USUAL_SIZE);
        double text = number.length() * 0.6 * size + 4;
        return Math.min(4, axis / Math.max(1, axis - text));
    }

    /** The window says above a chart what it shows; a picture of it says so itself. */
    private JFreeChart titled(String title, JFreeChart chart) {
        if (style.titled()) {
            chart.setTitle(title);
        }
        return chart;
    }

    private XYPlot xy(JFreeChart chart, String whenEmpty) {
        style.apply(chart);
        XYPlot plot = chart.getXYPlot();
        plot.setNoDataMessage(whenEmpty);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(style.grid());
        style.apply(plot.getDomainAxis());
        style.apply(plot.getRangeAxis());
        return plot;
    }

    private ValueMarker marker(double value, String words, boolean level) {
        ValueMarker marker = new ValueMarker(value, style.muted(), ChartStyle.dashes());
        if (style.font().getSize() <= LARGEST_FOR_NOTES) {
            marker.setLabel(words);
        }
        marker.setLabelFont(style.font());
        marker.setLabelPaint(style.muted());
        marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
        marker.setLabelOffsetType(LengthAdjustmentType.EXPAND);
        boolean below = level && value > NEAR_THE_TOP;
        marker.setLabelAnchor(below ? RectangleAnchor.BOTTOM_RIGHT : RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(below ? TextAnchor.TOP_RIGHT : level ? TextAnchor.BOTTOM_RIGHT : TextAnchor.TOP_LEFT);
        return marker;
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
