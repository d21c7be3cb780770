package org.hashscape.workbench.export;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hashscape.model.Progress;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.chart.AnswerCharts;
import org.hashscape.workbench.chart.AnswerNumbers;
import org.hashscape.workbench.chart.ChartFonts;
import org.hashscape.workbench.chart.ChartPictures;
import org.hashscape.workbench.chart.ChartPoint;
import org.hashscape.workbench.chart.ChartSeries;
import org.hashscape.workbench.chart.ChartStyle;
import org.hashscape.workbench.chart.SeriesChart;
import org.hashscape.workbench.comparison.Comparison;
import org.hashscape.workbench.map.GeoBox;
import org.hashscape.workbench.map.MapPainter;
import org.hashscape.workbench.map.MapPlace;
import org.hashscape.workbench.map.MapStyle;
import org.hashscape.workbench.map.MapView;
import org.hashscape.workbench.map.WorldMap;
import org.jfree.chart.JFreeChart;

/** The pictures of exports: charts in the style for paper, and maps of the query and its results. */
final class ExportedCharts {

    /**
     * A drawing of a fixed size.
     *
     * @param caption what it shows, in a sentence
     */
    record Drawing(String title, String caption, int width, int height, Consumer<Graphics2D> paint) {

        /** The same under another title, which begins its caption. */
        Drawing headed(String heading) {
            return new Drawing(heading + ": " + title, heading + ". " + caption, width, height, paint);
        }

        /** @param id begins the ids in it; another one for each picture of a page */
        Map<String, Object> svg(String id) {
            return Map.of("svg", ChartPictures.svgElement(paint, title, width, height, id), "caption", caption);
        }
    }

    private static final int WIDTH = 560;
    private static final int HEIGHT = 330;
    private static final Font NUMBERS = new Font(ChartFonts.FAMILY, Font.BOLD, 12);

    private ExportedCharts() {}

    /** Precision where labels tell it, distances where codes are compared, times. */
    static List<Drawing> of(QueryAnswer answer) {
        ChartFonts.load();
        AnswerNumbers numbers = AnswerNumbers.of(answer);
        AnswerCharts charts = new AnswerCharts(ChartStyle.PRINT);
        List<Drawing> all = new ArrayList<>();
        if (answer.judged()) {
            all.add(chart(
                    charts.precision(numbers),
                    "Share of relevant tiles among the first k results; dashed: what a random ranking would reach."));
        }
        if (!numbers.histogram().isEmpty()) {
            all.add(chart(
                    charts.distances(numbers),
                    "Tiles of the archive at each Hamming distance from the query; dashed: the farthest result."));
        }
        all.add(chart(charts.steps(numbers), "How long each step of the query took."));
        return all;
    }

    /** Precision at k of every method; none where labels do not tell it. */
    static List<Drawing> of(Comparison comparison) {
        ChartFonts.load();
        List<ChartSeries> series = new ArrayList<>();
        for (int column = 0; column < comparison.columns().size(); column++) {
            Optional<QueryAnswer> answer =
                    comparison.columns().get(column).answer().filter(QueryAnswer::judged);
            if (answer.isPresent()) {
                List<Double> precision = AnswerNumbers.of(answer.get()).precision();
                List<ChartPoint> points = new ArrayList<>();
                for (int k = 1; k <= precision.size(); k++) {
                    points.add(new ChartPoint(k, precision.get(k - 1), ""));
                }
                String name = ComparedMethods.letter(column) + " "
                        + answer.get().request().method();
                series.add(new ChartSeries(name, column, ChartSeries.Look.CURVE, points));
            }
        }
        if (series.isEmpty()) {
            return List.of();
        }
        SeriesChart chart = new SeriesChart(
                "Precision among the first k results",
                new SeriesChart.Axis("k", SeriesChart.Scale.COUNT),
                new SeriesChart.Axis("precision", SeriesChart.Scale.SHARE_FROM_ZERO),
                series,
                "");
        return List.of(chart(
                chart.draw(ChartStyle.PRINT), "Share of relevant tiles among the first k results of each method."));
    }

    private static Drawing chart(JFreeChart chart, String caption) {
        return new Drawing(
                chart.getTitle().getText(),
                caption,
                WIDTH,
                HEIGHT,
                graphics -> chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT)));
    }

    /** The map of some places; empty where there is none. @param tiles how many results there are, placed or not */
    static Optional<Drawing> map(List<MapPlace> places, int tiles, int width, int height, Progress progress) {
        ChartFonts.load();
        long results = places.stream().filter(place -> !place.isQuery()).count();
        return GeoBox.around(places.stream().map(place -> place.ring().box())).map(box -> {
            MapView view = MapView.of(box, width, height);
            MapPainter painter = new MapPainter(MapStyle.LIGHT);
            String query = places.get(0).isQuery() ? "the query (Q) and " : "";
            String caption = "Where " + query + ExportedAnswer.count(results)
                    + (results == 1 ? " result lies" : " results lie")
                    + "; numbers are ranks, a dot is a rank that has no room."
                    + (results < tiles ? " " + ExportedAnswer.count(tiles - results) + " have no place." : "");
            return new Drawing("Map of the results", caption, width, height, graphics -> {
                painter.paintWorld(graphics, view, WorldMap.get(), progress);
                painter.paintPlaces(graphics, view, places, NUMBERS);
            });
        });
    }
}
