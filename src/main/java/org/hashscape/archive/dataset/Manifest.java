package org.hashscape.archive.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hashscape.model.Footprint;
import org.hashscape.model.Footprint.Position;
import org.hashscape.model.Labels;

/**
 * A manifest; {@link ManifestJson} reads those in JSON. In CSV: UTF-8, with a header. {@code path} (below the manifest's folder, with {@code /}) must be
 * there; {@code labels} (see {@link ManifestLabels}), {@code date} (ISO), {@code crs}, and {@code west, south, east, north}
 * (WGS84 degrees) may be.
 *
 * @param rows by path, in the file's order
 * @param faults by path: why a row cannot be understood
 */
record Manifest(Map<String, Manifest.Row> rows, Map<String, String> faults) {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** What one line says. */
    record Row(Labels labels, Optional<Footprint> footprint, Optional<LocalDate> acquired) {}

    /**
     * Rows by path in the file's order, and by path what is wrong with those that cannot be understood.
     *
     * @throws IOException where it is not a table, or has no column {@code path}
     */
    static Manifest read(Path manifest) throws IOException {
        String name = manifest.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".geojson") ? ManifestJson.read(manifest) : readCsv(manifest);
    }

    private static Manifest readCsv(Path manifest) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .get();
        Map<String, Row> rows = new LinkedHashMap<>();
        Map<String, String> faults = new LinkedHashMap<>();
        try (CSVParser parser =
                CSVParser.builder().setReader(open(manifest)).setFormat(format).get()) {
            if (!parser.getHeaderMap().containsKey("path")) {
                throw new IOException(manifest + " has no column 'path' in its first line");
            }
            for (CSVRecord record : parser) {
                try {
                    rows.put(record.get("path"), row(record));
                } catch (IllegalArgumentException | DateTimeParseException wrong) {
                    faults.put(
                            record.get("path"),
                            "Record " + record.getRecordNumber() + " of the manifest: " + wrong.getMessage());
                }
            }
        } catch (IllegalArgumentException | UncheckedIOException malformed) {
            throw new IOException(manifest + " is not a table that can be read: " + malformed.getMessage(), malformed);
        }
        return new Manifest(rows, faults);
    }

    /** The file's text, without the byte-order mark that spreadsheets put before it. */
    private static Reader open(Path manifest) throws IOException {
        BufferedReader reader = Files.newBufferedReader(manifest, StandardCharsets.UTF_8);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static Row row(CSVRecord record) {
        return new Row(
                record.isSet("labels") ? ManifestLabels.read(record.get("labels")) : Labels.NONE,
                footprint(record),
                cell(record, "date").map(LocalDate::parse));
    }

    private static Optional<Footprint> footprint(CSVRecord record) {
        Optional<Double> west = cell(record, "west").map(Double::valueOf);
        Optional<Double> south = cell(record, "south").map(Double::valueOf);
        Optional<Double> east = cell(record, "east").map(Double::valueOf);
        Optional<Double> north = cell(record, "north").map(Double::valueOf);
        if (west.isEmpty() || south.isEmpty() || east.isEmpty() || north.isEmpty()) {
            return Optional.empty();
        }
        List<Position> ring = List.of(
                new Position(west.get(), north.get()),
                new Position(east.get(), north.get()),
                new Position(east.get(), south.get()),
                new Position(west.get(), south.get()));
        return Optional.of(new Footprint(ring, cell(record, "crs").orElse("EPSG:4326")));
    }

    private static Optional<String> cell(CSVRecord record, String column) {
        return record.isSet(column)
                ? Optional.of(record.get(column).strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
