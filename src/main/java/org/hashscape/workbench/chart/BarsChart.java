package org.hashscape.workbench.chart;

import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Upright bars, one per name, each with its number above it.
 *
 * @param title what the picture shows; drawn where the style wants titles
 * @param across label of the axis of names
 * @param up label of the axis of numbers
 * @param whenEmpty what stands where there is nothing to draw
 */
public record BarsChart(String title, String across, String up, List<Bar> bars, String whenEmpty) {

    /** One bar. @param tip what is said where the pointer rests on it */
    public record Bar(String name, double value, String tip) {}

    public BarsChart {
        bars = List.copyOf(bars);
    }

    /** Draws nothing yet; the chart draws itself when it is put somewhere. */
    public JFreeChart draw(ChartStyle style) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        bars.forEach(bar -> data.addValue(bar.value(), "", bar.name()));
        BarRenderer renderer = new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setItemMargin(0);
        renderer.setMaximumBarWidth(0.15);
        renderer.setSeriesPaint(0, style.data());
        renderer.setDefaultToolTipGenerator(
                (values, row, column) -> bars.get(column).tip());
        renderer.setDefaultItemLabelGenerator(
                new org.jfree.chart.labels.StandardCategoryItemLabelGenerator("{2}", SeriesChart.format("#,##0")));
        renderer.setDefaultItemLabelFont(style.font());
        renderer.setDefaultItemLabelPaint(style.text());
        renderer.setDefaultItemLabelsVisible(true);
        CategoryAxis names = new CategoryAxis(across);
        names.setLabelFont(style.font());
        names.setLabelPaint(style.muted());
        names.setTickLabelFont(style.font());
        names.setTickLabelPaint(style.muted());
        names.setAxisLinePaint(style.grid());
        names.setTickMarkPaint(style.grid());
        names.setCategoryMargin(0.15);
        names.setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
        NumberAxis numbers = new NumberAxis(up);
        style.apply(numbers);
        numbers.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        numbers.setUpperMargin(0.02 * style.font().getSize()); // room for the numbers above the bars
        CategoryPlot plot = new CategoryPlot(data, names, numbers, renderer);
        plot.setNoDataMessage(whenEmpty);
        plot.setRangeGridlinePaint(style.grid());
        JFreeChart chart = new JFreeChart(style.titled() ? title : null, style.font(), plot, false);
        style.apply(chart);
        return chart;
    }
}
