package org.hashscape.workbench.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashscape.model.Tile;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.comparison.Comparison;
import org.hashscape.workbench.comparison.Comparison.Column;

/**
 * Results as pictures with words below or beside them, row by row: what contact sheets and PDF pages show.
 *
 * @param intro lines below the title
 * @param query the query's picture, JPEG
 * @param heads over each column, where columns are methods; empty where results flow
 * @param count places, row by row
 */
record Sheet(String title, List<String> intro, Optional<byte[]> query, List<Head> heads, int count, Cells cells) {

    /** What stands over a column. */
    record Head(String title, List<String> lines) {}

    /**
     * One result.
     *
     * @param picture JPEG
     * @param title its rank, with a mark where labels tell relevance
     * @param relevance "right", "wrong" or "unjudged"
     */
    record Cell(Optional<byte[]> picture, String title, List<String> lines, String relevance) {}

    /** Where cells come from; asked once for each, in order. */
    @FunctionalInterface
    interface Cells {

        /** @return empty for a place that no result fills */
        Optional<Cell> at(int place) throws IOException;
    }

    static Sheet of(ExportedAnswer words, Optional<Tile> query, Archive archive) throws IOException {
        return new Sheet(
                words.title(),
                words.intro(),
                query.isPresent() ? archive.thumbnailJpeg(query.get().id()) : Optional.empty(),
                List.of(),
                words.size(),
                place -> Optional.of(cell(words, place, List.of(), archive)));
    }

    static Sheet of(Comparison comparison, Archive archive) throws IOException {
        ComparedMethods words = new ComparedMethods(comparison);
        List<Column> columns = comparison.columns();
        Optional<Tile> query = words.any().flatMap(answer -> answer.queryTile());
        return new Sheet(
                words.title(),
                words.intro(),
                query.isPresent() ? archive.thumbnailJpeg(query.get().id()) : Optional.empty(),
                words.heads(),
                comparison.rows() * columns.size(),
                place -> {
                    int column = place % columns.size();
                    int row = place / columns.size();
                    if (columns.get(column)
                            .answer()
                            .filter(answer -> row < answer.tiles().size())
                            .isEmpty()) {
                        return Optional.empty();
                    }
                    ExportedAnswer answer =
                            new ExportedAnswer(columns.get(column).answer().get());
                    return Optional.of(cell(answer, row, List.of(words.also(column, answer.tile(row))), archive));
                });
    }

    private static Cell cell(ExportedAnswer words, int place, List<String> more, Archive archive) throws IOException {
        Tile tile = words.tile(place);
        String mark = switch (words.relevance(place)) {
            case "right" -> "  \u2713";
            case "wrong" -> "  \u2717";
            default -> "";
        };
        List<String> lines = new ArrayList<>();
        lines.add(words.distance(place));
        lines.add(HtmlGallery.labels(tile));
        lines.addAll(more);
        lines.add(tile.key());
        return new Cell(
                archive.thumbnailJpeg(tile.id()),
                words.hit(place).rank() + mark,
                List.copyOf(lines),
                words.relevance(place));
    }
}
