package org.hashscape.workbench.export;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.hashscape.model.Hit;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.comparison.Comparison;
import org.hashscape.workbench.comparison.Comparison.Column;

/**
 * Writes a comparison as one HTML page that needs no other file and no network; every text is escaped by the template.
 */
public final class ExportComparison {

    private static final Mustache TEMPLATE =
            new DefaultMustacheFactory("org/hashscape/workbench/export").compile("comparison.mustache");

    private final Archive archive;

    public ExportComparison(Archive archive) {
        this.archive = archive;
    }

    /**
     * Writes {@code .html}. The file appears whole or not at all.
     *
     * @throws IllegalArgumentException for another ending
     * @throws IOException where thumbnails cannot be read or the file not written
     */
    public void run(Comparison comparison, Path to, Progress progress) throws IOException {
        if (!String.valueOf(to.getFileName()).toLowerCase(Locale.ROOT).endsWith(".html")) {
            throw new IllegalArgumentException(
                    "Comparisons are written as .html, so '" + to.getFileName() + "' cannot be made");
        }
        String text = page(comparison, progress);
        progress.checkCancelled();
        WholeFile.write(text, to);
        progress.report(1, "Written " + to);
    }

    private String page(Comparison comparison, Progress progress) throws IOException {
        Map<String, Object> page = new LinkedHashMap<>();
        QueryAnswer any = comparison.columns().stream()
                .flatMap(column -> column.answer().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No method has an answer to export"));
        page.put("title", "Methods compared on " + AnswerDocument.queryName(any));
        page.put("queryLabels", any.queryLabels().toString());
        page.put(
                "queryImage",
                any.queryTile().isPresent() ? picture(any.queryTile().get()) : "");
        page.put("refined", refined(any));
        page.put("k", comparison.k());
        page.put("version", Workspace.version());
        List<Map<String, Object>> heads = new ArrayList<>();
        for (int column = 0; column < comparison.columns().size(); column++) {
            heads.add(head(comparison, column));
        }
        page.put("columns", heads);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = 0; row < comparison.rows(); row++) {
            progress.checkCancelled();
            progress.report((double) row / comparison.rows(), "Writing rank " + (row + 1));
            List<Map<String, Object>> cells = new ArrayList<>();
            for (int column = 0; column < comparison.columns().size(); column++) {
                cells.add(cell(comparison, column, row));
            }
            rows.add(Map.of("rank", row + 1, "cells", cells));
        }
        page.put("rows", rows);
        StringWriter text = new StringWriter();
        TEMPLATE.execute(text, page);
        return text.toString();
    }

    private static String refined(QueryAnswer answer) {
        var feedback = answer.request().feedback();
        return feedback.isEmpty()
                ? ""
                : "Refined query: " + feedback.right().size() + " right, "
                        + feedback.wrong().size() + " wrong";
    }

    private static Map<String, Object> head(Comparison comparison, int index) {
        Column column = comparison.columns().get(index);
        int k = comparison.k();
        List<String> facts = new ArrayList<>();
        column.precision().ifPresent(value -> facts.add(String.format(Locale.ENGLISH, "P@%d %.3f", k, value)));
        column.averagePrecision()
                .ifPresent(value -> facts.add(String.format(Locale.ENGLISH, "AP@%d (standard) %.3f", k, value)));
        column.answer()
                .ifPresent(answer -> facts.add(String.format(
                        Locale.ENGLISH, "%.2f ms", answer.totalTime().toNanos() / 1e6)));
        for (int other = 0; other < comparison.columns().size(); other++) {
            OptionalDouble agreement = comparison.agreement(index, other);
            if (other != index && agreement.isPresent()) {
                facts.add(
                        String.format(Locale.ENGLISH, "agrees with %s: %.2f", letter(other), agreement.getAsDouble()));
            }
        }
        return Map.of(
                "letter", letter(index),
                "method", column.request().method() + bits(column),
                "descriptor", column.request().descriptor(),
                "facts", facts,
                "problem", column.problem());
    }

    private static String bits(Column column) {
        return column.answer()
                .filter(answer -> answer.bits() > 0)
                .map(answer -> ", " + answer.bits() + " bits")
                .orElse("");
    }

    private Map<String, Object> cell(Comparison comparison, int index, int row) throws IOException {
        Column column = comparison.columns().get(index);
        if (column.answer().isEmpty() || column.answer().get().ranking().size() <= row) {
            return Map.of("there", false);
        }
        QueryAnswer answer = column.answer().get();
        Hit hit = answer.ranking().hits().get(row);
        Tile tile = answer.tiles().get(row);
        String relevance = !answer.judged() ? "unjudged" : answer.relevantAt(row) ? "right" : "wrong";
        return Map.of(
                "there",
                true,
                "image",
                picture(tile),
                "key",
                tile.key(),
                "labels",
                tile.labels().toString(),
                "relevance",
                relevance,
                "mark",
                !answer.judged() ? "" : answer.relevantAt(row) ? "\u2713" : "\u2717",
                "distance",
                answer.bits() > 0
                        ? answer.hammingDistances().get(row) + " of " + answer.bits() + " bits"
                        : String.format(Locale.ENGLISH, "distance %.4f", hit.distance()),
                "also",
                also(comparison, index, tile));
    }

    private static String also(Comparison comparison, int index, Tile tile) {
        List<String> elsewhere = new ArrayList<>();
        for (int other = 0; other < comparison.columns().size(); other++) {
            OptionalInt rank = comparison.rankIn(other, tile.id());
            if (other != index && rank.isPresent()) {
                elsewhere.add(letter(other) + " " + rank.getAsInt());
            }
        }
        return elsewhere.isEmpty() ? "only here" : "also in " + String.join(", ", elsewhere);
    }

    private static String letter(int column) {
        return String.valueOf((char) ('A' + column));
    }

    private String picture(Tile tile) throws IOException {
        return archive.thumbnailJpeg(tile.id())
                .map(Base64.getEncoder()::encodeToString)
                .orElse("");
    }
}
