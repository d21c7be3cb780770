package org.hashscape.workbench.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.hashscape.model.Footprint;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.comparison.Comparison;
import org.hashscape.workbench.map.Ring;

/**
 * Footprints as GeoJSON (RFC 7946): a collection of features in WGS84, longitude first, outer rings counter-clockwise; a
 * footprint that crosses the date line is cut there and becomes a multi-polygon. Tiles without a place are features
 * without a geometry, which the standard calls unlocated.
 */
final class GeoJson {

    /** Decimals of a degree: 1 cm. */
    private static final int DECIMALS = 7;

    private GeoJson() {}

    /** The query, if it has a tile, as {@code role: query}, then the results in order, as {@code role: result}. */
    static void write(QueryAnswer answer, OutputStream out, Progress progress) throws IOException {
        try (JsonGenerator json = open(out)) {
            query(answer, json);
            results(answer, json, Optional.empty(), progress);
            close(json);
        }
    }

    /** The query, then the results of each method, which carry {@code column: A} and so on. */
    static void write(Comparison comparison, OutputStream out, Progress progress) throws IOException {
        try (JsonGenerator json = open(out)) {
            boolean asked = false;
            for (int column = 0; column < comparison.columns().size(); column++) {
                Optional<QueryAnswer> answer = comparison.columns().get(column).answer();
                if (answer.isPresent()) {
                    if (!asked) {
                        query(answer.get(), json);
                        asked = true;
                    }
                    results(answer.get(), json, Optional.of(ComparedMethods.letter(column)), progress);
                }
            }
            close(json);
        }
    }

    private static JsonGenerator open(OutputStream out) throws IOException {
        JsonGenerator json = new ObjectMapper().getFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeArrayFieldStart("features");
        return json;
    }

    private static void close(JsonGenerator json) throws IOException {
        json.writeRaw('\n');
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private static void query(QueryAnswer answer, JsonGenerator json) throws IOException {
        if (answer.queryTile().isPresent()) {
            begin(answer.queryTile().get(), json);
            json.writeStringField("role", "query");
            end(json);
        }
    }

    private static void results(QueryAnswer answer, JsonGenerator json, Optional<String> column, Progress progress)
            throws IOException {
        for (int i = 0; i < answer.tiles().size(); i++) {
            progress.checkCancelled();
            begin(answer.tiles().get(i), json);
            json.writeStringField("role", "result");
            if (column.isPresent()) {
                json.writeStringField("column", column.get());
                json.writeStringField("method", answer.request().method());
            }
            json.writeNumberField("rank", answer.ranking().hits().get(i).rank());
            json.writeNumberField("distance", answer.ranking().hits().get(i).distance());
            json.writeNumberField("similarity", answer.ranking().hits().get(i).similarity());
            if (answer.bits() > 0) {
                json.writeNumberField("bitsApart", answer.hammingDistances().get(i));
            }
            if (answer.judged()) {
                json.writeBooleanField("relevant", answer.relevantAt(i));
            }
            end(json);
        }
    }

    private static void begin(Tile tile, JsonGenerator json) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeFieldName("geometry");
        if (tile.footprint().isPresent()) {
            geometry(tile.footprint().get(), json);
        } else {
            json.writeNull();
        }
        json.writeObjectFieldStart("properties");
        json.writeStringField("key", tile.key());
        json.writeArrayFieldStart("labels");
        for (String label : tile.labels().names()) {
            json.writeString(label);
        }
        json.writeEndArray();
        if (tile.acquired().isPresent()) {
            json.writeStringField("date", tile.acquired().get().toString());
        }
        if (tile.footprint().isPresent()) {
            json.writeStringField("crs", tile.footprint().get().crs());
        }
    }

    private static void end(JsonGenerator json) throws IOException {
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void geometry(Footprint footprint, JsonGenerator json) throws IOException {
        List<Ring> parts = Ring.of(footprint).cutAtDateLine();
        json.writeStartObject();
        json.writeStringField("type", parts.size() == 1 ? "Polygon" : "MultiPolygon");
        json.writeArrayFieldStart("coordinates");
        for (Ring part : parts) {
            if (parts.size() > 1) {
                json.writeStartArray();
            }
            ring(part.counterClockwise(), json);
            if (parts.size() > 1) {
                json.writeEndArray();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void ring(Ring ring, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (int i = 0; i <= ring.size(); i++) {
            json.writeStartArray();
            json.writeNumber(degrees(ring.longitude(i % ring.size())));
            json.writeNumber(degrees(ring.latitude(i % ring.size())));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static BigDecimal degrees(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }
}
