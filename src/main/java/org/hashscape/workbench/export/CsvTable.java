package org.hashscape.workbench.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.hashscape.model.Footprint.Position;
import org.hashscape.model.Hit;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.comparison.Comparison;

/**
 * Results as a table (UTF-8, RFC 4180), one line each. Spreadsheets take a cell that begins with one of {@code = + - @} or
 * a control character for a formula: such names get an apostrophe before them, and so does each label within a cell.
 */
final class CsvTable {

    private static final List<String> COLUMNS = List.of(
            "rank",
            "key",
            "distance",
            "similarity",
            "bits_apart",
            "labels",
            "relevant",
            "date",
            "longitude",
            "latitude");

    /** Beginnings of what spreadsheets calculate; the last four are wide forms that some of them take for the same. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private CsvTable() {}

    static void write(QueryAnswer answer, OutputStream out, Progress progress) throws IOException {
        try (CSVPrinter printer = open(out, COLUMNS)) {
            results(answer, Optional.empty(), printer, progress);
        }
    }

    /** The results of each method below each other, with the method's letter and name first. */
    static void write(Comparison comparison, OutputStream out, Progress progress) throws IOException {
        List<String> columns = new ArrayList<>(List.of("column", "method"));
        columns.addAll(COLUMNS);
        try (CSVPrinter printer = open(out, columns)) {
            for (int column = 0; column < comparison.columns().size(); column++) {
                Optional<QueryAnswer> answer = comparison.columns().get(column).answer();
                if (answer.isPresent()) {
                    results(answer.get(), Optional.of(ComparedMethods.letter(column)), printer, progress);
                }
            }
        }
    }

    private static CSVPrinter open(OutputStream out, List<String> columns) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(columns.toArray(String[]::new))
                .get();
        return new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), format);
    }

    private static void results(QueryAnswer answer, Optional<String> column, CSVPrinter printer, Progress progress)
            throws IOException {
        for (int i = 0; i < answer.tiles().size(); i++) {
            progress.checkCancelled();
            Hit hit = answer.ranking().hits().get(i);
            Tile tile = answer.tiles().get(i);
            Optional<Position> centre = tile.footprint().map(footprint -> footprint.centre());
            List<Object> cells = new ArrayList<>();
            column.ifPresent(letter ->
                    cells.addAll(List.of(letter, harmless(answer.request().method()))));
            cells.addAll(List.of(
                    hit.rank(),
                    harmless(tile.key()),
                    hit.distance(),
                    hit.similarity(),
                    answer.bits() > 0 ? answer.hammingDistances().get(i) : "",
                    labels(tile),
                    answer.judged() ? answer.relevantAt(i) : "",
                    tile.acquired().map(Object::toString).orElse(""),
                    centre.map(place -> (Object) place.longitude()).orElse(""),
                    centre.map(place -> (Object) place.latitude()).orElse("")));
            printer.printRecord(cells);
        }
    }

    private static String labels(Tile tile) {
        return tile.labels().names().stream().map(CsvTable::harmless).collect(Collectors.joining(";"));
    }

    /** Text that a spreadsheet will not take for a formula. */
    static String harmless(String cell) {
        String visible = cell.stripLeading(); // a spreadsheet skips blanks before it looks
        boolean formula =
                !cell.isEmpty() && (isStart(cell.charAt(0)) || !visible.isEmpty() && isStart(visible.charAt(0)));
        return formula ? "'" + cell : cell;
    }

    private static boolean isStart(char first) {
        return FORMULA_STARTS.indexOf(first) >= 0;
    }
}
