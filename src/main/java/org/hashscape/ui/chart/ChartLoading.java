package org.hashscape.ui.chart;

import java.util.List;
import java.util.function.Function;
import org.hashscape.retrieval.BucketOccupancy;
import org.hashscape.ui.common.Fonts;
import org.hashscape.ui.common.Theme;
import org.hashscape.workbench.MeasureCodes.ScanTime;
import org.hashscape.workbench.chart.AnswerCharts;
import org.hashscape.workbench.chart.AnswerNumbers;
import org.hashscape.workbench.chart.ChartPictures;
import org.hashscape.workbench.chart.ChartPoint;
import org.hashscape.workbench.chart.ChartSeries;
import org.hashscape.workbench.chart.ChartSeries.Look;
import org.hashscape.workbench.chart.ChartStyle;
import org.hashscape.workbench.chart.SeriesChart;
import org.hashscape.workbench.chart.SeriesChart.Axis;
import org.hashscape.workbench.chart.SeriesChart.Scale;
import org.jfree.chart.JFreeChart;

/** Loads JFreeChart and its fonts, which takes longer than the screen may wait. */
public final class ChartLoading {

    private ChartLoading() {}

    /** Draws every kind of chart once onto an image nobody sees. For a background thread. */
    public static boolean load() {
        Fonts.loadForCharts();
        ChartStyle style = ChartColours.of(Theme.LIGHT.palette(), "Inter", 11);
        AnswerCharts answers = new AnswerCharts(style);
        AnswerNumbers some = new AnswerNumbers(
                List.of(1.0, 0.5), 0.1, List.of(1, 2, 3), 1, List.of(new AnswerNumbers.StepTime("hash", 1)));
        List<ChartPoint> points = List.of(new ChartPoint(8, 0.5, 0.4, 0.6, ""), new ChartPoint(16, 0.6, ""));
        List<ChartSeries> series = List.of(
                new ChartSeries("a", 0, Look.CURVE, points),
                new ChartSeries("b", 1, Look.BOUND, points),
                new ChartSeries("c", 2, Look.REFERENCE, points));
        List<Function<ChartStyle, JFreeChart>> charts = List.of(
                each -> answers.precision(some),
                each -> answers.distances(some),
                each -> answers.steps(some),
                CodeCharts.scanTimes(List.of(new ScanTime(100, false, 1, 1), new ScanTime(1000, true, 1, 1)))::draw,
                CodeCharts.buckets(new BucketOccupancy(8, 1, 1, 1, List.of(new BucketOccupancy.SizeClass(1, 1, 1, 1))))
                        ::draw,
                new SeriesChart("", new Axis("bits", Scale.BITS), new Axis("P", Scale.SHARE), series, "")::draw);
        charts.forEach(chart -> ChartPictures.image(chart.apply(style), 300, 200, 1));
        return true;
    }
}
