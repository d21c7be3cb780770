package org.hashscape.ui.chart;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import org.hashscape.workbench.chart.ChartStyle;
import org.hashscape.workbench.job.Job.Point;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Lines over the number of the step; with a legend where there is more than one. */
final class CurveChart {

    private final ChartStyle style;

    CurveChart(ChartStyle style) {
        this.style = style;
    }

    JFreeChart of(Map<String, List<Point>> curves, String whenEmpty) {
        XYSeriesCollection lines = new XYSeriesCollection();
        curves.forEach((name, points) -> {
            XYSeries series = new XYSeries(name);
            points.forEach(point -> series.add(point.x(), point.y(), false));
            lines.addSeries(series);
        });
        JFreeChart chart = ChartFactory.createXYLineChart(
                null, "step", null, lines, PlotOrientation.VERTICAL, false, false, false);
        style.apply(chart);
        XYPlot plot = chart.getXYPlot();
        plot.setNoDataMessage(whenEmpty);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(style.grid());
        style.apply(plot.getDomainAxis());
        style.apply(plot.getRangeAxis());
        ((NumberAxis) plot.getRangeAxis()).setAutoRangeIncludesZero(false);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        Color[] colours = {style.data(), style.mark(), style.muted()};
        for (int i = 0; i < lines.getSeriesCount(); i++) {
            renderer.setSeriesPaint(i, colours[i % colours.length]);
            renderer.setSeriesStroke(i, ChartStyle.line(1.6));
            renderer.setSeriesShapesVisible(i, lines.getItemCount(i) < 20);
            renderer.setSeriesShape(i, new java.awt.geom.Ellipse2D.Double(-2, -2, 4, 4));
        }
        plot.setRenderer(renderer);
        if (lines.getSeriesCount() > 1) {
            LegendTitle legend = new LegendTitle(plot);
            legend.setPosition(RectangleEdge.TOP);
            legend.setItemFont(style.font());
            legend.setItemPaint(style.text());
            legend.setBackgroundPaint(style.panel());
            chart.addSubtitle(legend);
        }
        return chart;
    }
}
