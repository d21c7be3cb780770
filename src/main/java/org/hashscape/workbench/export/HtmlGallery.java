package org.hashscape.workbench.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hashscape.model.Footprint.Position;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.export.ExportedCharts.Drawing;

/** An answer as one HTML page that needs no other file, no script and no network. */
final class HtmlGallery {

    private static final HtmlPage PAGE = new HtmlPage("gallery");
    private static final int MAP_WIDTH = 1000;
    private static final int MAP_HEIGHT = 460;

    private final Archive archive;

    HtmlGallery(Archive archive) {
        this.archive = archive;
    }

    void write(QueryAnswer answer, OutputStream out, Progress progress) throws IOException {
        ExportedAnswer words = new ExportedAnswer(answer);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("title", words.title());
        page.put("queryName", AnswerDocument.queryName(answer));
        page.put("queryLabels", words.queryLabels());
        page.put(
                "queryImage",
                answer.queryTile().isPresent() ? picture(answer.queryTile().get()) : "");
        page.put("summary", words.summary());
        page.put("filter", words.filter());
        page.put("remarks", answer.remarks());
        page.put("parameters", HtmlPage.lines(words.parameters()));
        page.put("figures", HtmlPage.lines(words.figures()));
        page.put("count", words.size());
        page.put("version", Workspace.version());
        page.put("archive", archive.name());
        Optional<Drawing> map = ExportedCharts.map(words.places(), words.size(), MAP_WIDTH, MAP_HEIGHT, progress);
        page.put("hasMap", map.isPresent());
        map.ifPresent(drawing -> {
            Map<String, Object> svg = drawing.svg("map-");
            page.put("map", svg.getOrDefault("svg", ""));
            page.put("mapCaption", drawing.caption());
        });
        List<Drawing> charts = ExportedCharts.of(answer);
        page.put(
                "charts",
                charts.stream()
                        .map(chart -> chart.svg("chart-" + charts.indexOf(chart) + "-"))
                        .toList());
        page.put("results", HtmlPage.parts(words.size(), i -> result(words, i), "Writing result", progress));
        page.put("lines", HtmlPage.parts(words.size(), i -> line(words, i), "Writing result", progress.part(1, 1)));
        PAGE.write(page, out);
    }

    private Map<String, Object> result(ExportedAnswer words, int i) throws IOException {
        Tile tile = words.tile(i);
        Map<String, Object> result = new HashMap<>();
        result.put("rank", words.hit(i).rank());
        result.put("key", tile.key());
        result.put("labels", labels(tile));
        result.put("spoken", labels(tile) + "; " + words.distance(i));
        result.put("image", picture(tile));
        result.put("relevance", words.relevance(i));
        result.put(
                "mark",
                switch (words.relevance(i)) {
                    case "right" -> "\u2713 shares a label";
                    case "wrong" -> "\u2717 no common label";
                    default -> "";
                });
        result.put("distance", words.distance(i));
        result.put("similarity", words.similarity(i));
        return result;
    }

    private static Map<String, Object> line(ExportedAnswer words, int i) {
        Tile tile = words.tile(i);
        Map<String, Object> line = new HashMap<>();
        line.put("rank", words.hit(i).rank());
        line.put("key", tile.key());
        line.put("labels", labels(tile));
        line.put("distance", words.distance(i).replace("distance ", ""));
        line.put("similarity", ExportedAnswer.decimals(words.hit(i).similarity()));
        line.put(
                "relevant",
                switch (words.relevance(i)) {
                    case "right" -> "yes";
                    case "wrong" -> "no";
                    default -> "not known";
                });
        line.put("date", tile.acquired().map(Object::toString).orElse("not known"));
        line.put(
                "place",
                tile.footprint().map(footprint -> place(footprint.centre())).orElse("not known"));
        return line;
    }

    static String labels(Tile tile) {
        Labels labels = tile.labels();
        return labels.isEmpty() ? "no label" : labels.toString();
    }

    static String place(Position position) {
        return String.format(
                Locale.ROOT,
                "%.4f\u00b0 %s, %.4f\u00b0 %s",
                Math.abs(position.latitude()),
                position.latitude() < 0 ? "S" : "N",
                Math.abs(position.longitude()),
                position.longitude() < 0 ? "W" : "E");
    }

    private String picture(Tile tile) throws IOException {
        return archive.thumbnailJpeg(tile.id())
                .map(Base64.getEncoder()::encodeToString)
                .orElse("");
    }
}
