package org.hashscape.workbench.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.export.ExportedCharts.Drawing;

/** Writes an answer as a file to take away; the ending of the file's name chooses the {@link ExportFormat}. */
public final class ExportGallery {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int MAP_WIDTH = 1000;
    private static final int MAP_HEIGHT = 430;

    private final Archive archive;

    public ExportGallery(Archive archive) {
        this.archive = archive;
    }

    /**
     * Writes the file, which appears whole or not at all.
     *
     * @throws IllegalArgumentException for an ending that is none of ours, or more results than a contact sheet holds
     * @throws IOException where pictures or originals cannot be read or the file not written
     */
    public void run(QueryAnswer answer, Path to, Progress progress) throws IOException {
        ExportFormat format = ExportFormat.required(to);
        WholeFile.write(to, out -> {
            write(answer, format, out, progress);
            progress.checkCancelled();
        });
        progress.report(1, "Written " + to);
    }

    private void write(QueryAnswer answer, ExportFormat format, OutputStream out, Progress progress)
            throws IOException {
        switch (format) {
            case HTML -> new HtmlGallery(archive).write(answer, out, progress);
            case PDF -> pdf(answer).write(out, progress);
            case PNG -> ContactSheet.write(sheet(answer), out, progress);
            case CSV -> CsvTable.write(answer, out, progress);
            case JSON -> out.write(JSON.writeValueAsBytes(document(answer)));
            case GEOJSON -> GeoJson.write(answer, out, progress);
            case ZIP -> {
                Set<Tile> tiles = new LinkedHashSet<>();
                answer.queryTile().ifPresent(tiles::add);
                tiles.addAll(answer.tiles());
                new TileBundle(archive).write(tiles, document(answer), out, progress);
            }
        }
    }

    private Sheet sheet(QueryAnswer answer) throws IOException {
        return Sheet.of(new ExportedAnswer(answer), answer.queryTile(), archive);
    }

    private PdfPages pdf(QueryAnswer answer) throws IOException {
        ExportedAnswer words = new ExportedAnswer(answer);
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        tables.put("How it was asked", words.parameters());
        tables.put("What came of it", words.figures());
        List<Drawing> drawings = new ArrayList<>();
        ExportedCharts.map(words.places(), words.size(), MAP_WIDTH, MAP_HEIGHT, Progress.NONE)
                .ifPresent(drawings::add);
        List<Drawing> charts = ExportedCharts.of(answer);
        drawings.addAll(charts.subList(0, charts.size() - 1)); // the times stand in the table
        return new PdfPages(sheet(answer), tables, drawings, archive.name());
    }

    private static ObjectNode document(QueryAnswer answer) {
        ObjectNode document = JSON.createObjectNode();
        AnswerDocument.write(answer, document);
        return document;
    }
}
