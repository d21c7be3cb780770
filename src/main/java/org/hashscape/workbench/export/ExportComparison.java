package org.hashscape.workbench.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.comparison.Comparison;
import org.hashscape.workbench.export.ExportedCharts.Drawing;

/**
 * Writes a comparison as a file to take away, its methods side by side; the ending of the file's name chooses the
 * {@link ExportFormat}.
 */
public final class ExportComparison {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int MAP_WIDTH = 560;
    private static final int MAP_HEIGHT = 330;

    private final Archive archive;

    public ExportComparison(Archive archive) {
        this.archive = archive;
    }

    /**
     * Writes the file, which appears whole or not at all.
     *
     * @throws IllegalArgumentException for an ending that is none of ours, where no method has an answer, or where there
     *     are more results than a contact sheet holds
     * @throws IOException where pictures or originals cannot be read or the file not written
     */
    public void run(Comparison comparison, Path to, Progress progress) throws IOException {
        ExportFormat format = ExportFormat.required(to);
        new ComparedMethods(comparison).required();
        WholeFile.write(to, out -> {
            write(comparison, format, out, progress);
            progress.checkCancelled();
        });
        progress.report(1, "Written " + to);
    }

    private void write(Comparison comparison, ExportFormat format, OutputStream out, Progress progress)
            throws IOException {
        switch (format) {
            case HTML -> new HtmlComparison(archive).write(comparison, out, progress);
            case PDF -> pdf(comparison, progress).write(out, progress);
            case PNG -> ContactSheet.write(Sheet.of(comparison, archive), out, progress);
            case CSV -> CsvTable.write(comparison, out, progress);
            case JSON -> out.write(JSON.writeValueAsBytes(document(comparison)));
            case GEOJSON -> GeoJson.write(comparison, out, progress);
            case ZIP -> new TileBundle(archive).write(tiles(comparison), document(comparison), out, progress);
        }
    }

    private PdfPages pdf(Comparison comparison, Progress progress) throws IOException {
        List<Drawing> drawings = new ArrayList<>(maps(comparison, progress));
        drawings.addAll(ExportedCharts.of(comparison));
        return new PdfPages(
                Sheet.of(comparison, archive), new ComparedMethods(comparison).tables(), drawings, archive.name());
    }

    /** A map for each method that found tiles with a place. */
    static List<Drawing> maps(Comparison comparison, Progress progress) {
        ComparedMethods words = new ComparedMethods(comparison);
        List<Drawing> maps = new ArrayList<>();
        for (int i = 0; i < comparison.columns().size(); i++) {
            Optional<QueryAnswer> answer = comparison.columns().get(i).answer();
            if (answer.isPresent()) {
                ExportedAnswer one = new ExportedAnswer(answer.get());
                String heading = words.heading(i);
                ExportedCharts.map(one.places(), one.size(), MAP_WIDTH, MAP_HEIGHT, progress)
                        .map(drawing -> drawing.headed(heading))
                        .ifPresent(maps::add);
            }
        }
        return maps;
    }

    private static Set<Tile> tiles(Comparison comparison) {
        Set<Tile> tiles = new LinkedHashSet<>();
        for (Comparison.Column column : comparison.columns()) {
            column.answer().flatMap(QueryAnswer::queryTile).ifPresent(tiles::add);
            column.answer().ifPresent(answer -> tiles.addAll(answer.tiles()));
        }
        return tiles;
    }

    private static ObjectNode document(Comparison comparison) {
        ObjectNode document = JSON.createObjectNode();
        ComparisonDocument.write(comparison, document);
        return document;
    }
}
