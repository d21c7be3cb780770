package org.hashscape.workbench.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.hashscape.model.Hit;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.QueryAnswer;

/** Writes an answer as a file to take away; the ending of the file's name chooses the format. */
public final class ExportGallery {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Archive archive;

    public ExportGallery(Archive archive) {
        this.archive = archive;
    }

    /**
     * Writes {@code .html} (one self-contained page), {@code .csv} or {@code .json}. The file appears whole or not at
     * all.
     *
     * @throws IllegalArgumentException for another ending
     * @throws IOException where thumbnails cannot be read or the file not written
     */
    public void run(QueryAnswer answer, Path to, Progress progress) throws IOException {
        String name = String.valueOf(to.getFileName()).toLowerCase(Locale.ROOT);
        String text;
        if (name.endsWith(".html")) {
            text = new HtmlGallery(archive).write(answer, progress);
        } else if (name.endsWith(".csv")) {
            text = csv(answer);
        } else if (name.endsWith(".json")) {
            text = json(answer);
        } else {
            throw new IllegalArgumentException(
                    "Galleries are written as .html, .csv or .json, so '" + to.getFileName() + "' cannot be made");
        }
        progress.checkCancelled();
        WholeFile.write(text, to);
        progress.report(1, "Written " + to);
    }

    private static String json(QueryAnswer answer) throws IOException {
        ObjectNode document = JSON.createObjectNode();
        AnswerDocument.write(answer, document);
        return JSON.writeValueAsString(document);
    }

    private static String csv(QueryAnswer answer) throws IOException {
        StringWriter text = new StringWriter();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader("rank", "key", "distance", "similarity", "bits_apart", "labels", "relevant")
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (int i = 0; i < answer.tiles().size(); i++) {
                Hit hit = answer.ranking().hits().get(i);
                Tile tile = answer.tiles().get(i);
                printer.printRecord(
                        hit.rank(),
                        harmless(tile.key()),
                        hit.distance(),
                        hit.similarity(),
                        answer.bits() > 0 ? answer.hammingDistances().get(i) : "",
                        harmless(String.join(";", tile.labels().names())),
                        answer.judged() ? answer.relevantAt(i) : "");
            }
        }
        return text.toString();
    }

    /** Text that a spreadsheet will not take for a formula. */
    static String harmless(String cell) {
        boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
        return formula ? "'" + cell : cell;
    }
}
