package org.hashscape.workbench.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.comparison.Comparison;
import org.hashscape.workbench.comparison.Comparison.Column;
import org.hashscape.workbench.export.ExportedCharts.Drawing;

/** A comparison as one HTML page that needs no other file, no script and no network. */
final class HtmlComparison {

    private static final HtmlPage PAGE = new HtmlPage("comparison");

    private final Archive archive;

    HtmlComparison(Archive archive) {
        this.archive = archive;
    }

    void write(Comparison comparison, OutputStream out, Progress progress) throws IOException {
        ComparedMethods words = new ComparedMethods(comparison);
        QueryAnswer any = words.required();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("title", words.title());
        page.put("queryName", AnswerDocument.queryName(any));
        page.put("queryLabels", any.queryLabels().toString());
        page.put(
                "queryImage",
                any.queryTile().isPresent() ? picture(any.queryTile().get()) : "");
        page.put("refined", words.refined().orElse(""));
        page.put("filter", new ExportedAnswer(any).filter());
        page.put("k", comparison.k());
        page.put("version", Workspace.version());
        page.put("archive", archive.name());
        List<Map<String, Object>> heads = new ArrayList<>();
        for (int column = 0; column < comparison.columns().size(); column++) {
            heads.add(head(comparison, words, column));
        }
        page.put("columns", heads);
        page.put(
                "methods",
                words.tables().entrySet().stream()
                        .map(table -> Map.of("heading", table.getKey(), "lines", HtmlPage.lines(table.getValue())))
                        .toList());
        List<Drawing> maps = ExportComparison.maps(comparison, progress);
        page.put("hasMap", !maps.isEmpty());
        page.put("maps", svg(maps, "map-"));
        List<Drawing> charts = ExportedCharts.of(comparison);
        page.put("hasCharts", !charts.isEmpty());
        page.put("charts", svg(charts, "chart-"));
        page.put(
                "rows",
                HtmlPage.parts(comparison.rows(), row -> row(comparison, words, row), "Writing rank", progress));
        PAGE.write(page, out);
    }

    private static List<Map<String, Object>> svg(List<Drawing> drawings, String id) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Drawing drawing : drawings) {
            all.add(drawing.svg(id + all.size() + "-"));
        }
        return all;
    }

    private static Map<String, Object> head(Comparison comparison, ComparedMethods words, int index) {
        Column column = comparison.columns().get(index);
        return Map.of(
                "letter", ComparedMethods.letter(index),
                "method", words.method(index),
                "descriptor", column.request().descriptor(),
                "facts", words.facts(index),
                "problem", column.problem());
    }

    private Map<String, Object> row(Comparison comparison, ComparedMethods words, int row) throws IOException {
        List<Map<String, Object>> cells = new ArrayList<>();
        for (int column = 0; column < comparison.columns().size(); column++) {
            cells.add(cell(comparison, words, column, row));
        }
        return Map.of("rank", row + 1, "cells", cells);
    }

    private Map<String, Object> cell(Comparison comparison, ComparedMethods words, int index, int row)
            throws IOException {
        Optional<QueryAnswer> answer = comparison.columns().get(index).answer();
        if (answer.isEmpty() || answer.get().ranking().size() <= row) {
            return Map.of("there", false);
        }
        ExportedAnswer one = new ExportedAnswer(answer.get());
        Tile tile = one.tile(row);
        Map<String, Object> cell = new HashMap<>();
        cell.put("there", true);
        cell.put("image", picture(tile));
        cell.put("key", tile.key());
        cell.put("labels", HtmlGallery.labels(tile));
        cell.put(
                "spoken",
                ComparedMethods.letter(index) + ", rank " + (row + 1) + ": " + HtmlGallery.labels(tile) + "; "
                        + one.distance(row));
        cell.put("relevance", one.relevance(row));
        cell.put(
                "mark",
                switch (one.relevance(row)) {
                    case "right" -> "\u2713 relevant,";
                    case "wrong" -> "\u2717 not relevant,";
                    default -> "";
                });
        cell.put("distance", one.distance(row));
        cell.put("also", words.also(index, tile));
        return cell;
    }

    private String picture(Tile tile) throws IOException {
        return archive.thumbnailJpeg(tile.id())
                .map(Base64.getEncoder()::encodeToString)
                .orElse("");
    }
}
