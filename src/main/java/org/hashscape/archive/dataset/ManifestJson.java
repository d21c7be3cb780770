package org.hashscape.archive.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hashscape.model.Footprint;
import org.hashscape.model.Footprint.Position;
import org.hashscape.model.Labels;

/**
 * A manifest in JSON: an array of objects with the names of the CSV's columns, or an object that holds it under
 * {@code tiles}; {@code labels} is an array or text with {@code ;}. In GeoJSON (RFC 7946) the same names are the properties
 * of features, and a polygon is the footprint.
 */
final class ManifestJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WGS84 = "EPSG:4326";

    private ManifestJson() {}

    static Manifest read(Path manifest) throws IOException {
        JsonNode document;
        try {
            document = JSON.readTree(Files.readAllBytes(manifest));
        } catch (JsonProcessingException wrong) {
            throw new IOException(manifest + " is not JSON: " + wrong.getOriginalMessage(), wrong);
        }
        JsonNode list = Stream.of(document, document.path("features"), document.path("tiles"))
                .filter(JsonNode::isArray)
                .findFirst()
                .orElseThrow(() -> new IOException(
                        manifest + " holds no list of tiles: neither an array, nor 'tiles', nor 'features'"));
        Map<String, Manifest.Row> rows = new LinkedHashMap<>();
        Map<String, String> faults = new LinkedHashMap<>();
        int number = 0;
        for (JsonNode item : list) {
            number++;
            JsonNode said = item.path("properties").isObject() ? item.path("properties") : item;
            String path = said.path("path").asText(said.path("key").asText(""));
            if (path.isBlank()) {
                throw new IOException(manifest + ", entry " + number + ": it has no 'path'");
            }
            try {
                rows.put(path, row(said, item.path("geometry")));
            } catch (IllegalArgumentException | DateTimeException wrong) {
                faults.put(path, "Entry " + number + " of the manifest: " + wrong.getMessage());
            }
        }
        return new Manifest(rows, faults);
    }

    private static Manifest.Row row(JsonNode said, JsonNode geometry) {
        List<String> names = new ArrayList<>();
        said.path("labels").forEach(label -> names.add(label.asText().strip()));
        Labels labels = said.path("labels").isArray()
                ? Labels.of(names.stream().filter(name -> !name.isEmpty()).toList())
                : ManifestLabels.read(said.path("labels").asText(""));
        Optional<LocalDate> date = Optional.of(
                        said.path("date").asText(said.path("acquired").asText("")))
                .filter(text -> !text.isBlank())
                .map(LocalDate::parse);
        return new Manifest.Row(labels, footprint(said, geometry), date);
    }

    private static Optional<Footprint> footprint(JsonNode said, JsonNode geometry) {
        String crs = said.path("crs").asText(WGS84);
        if (geometry.path("type").asText("").equals("Polygon")) {
            List<Position> ring = new ArrayList<>();
            for (JsonNode place : geometry.path("coordinates").path(0)) {
                ring.add(new Position(
                        place.path(0).asDouble(Double.NaN), place.path(1).asDouble(Double.NaN)));
            }
            if (ring.size() > 1 && ring.get(0).equals(ring.get(ring.size() - 1))) {
                ring.remove(ring.size() - 1); // GeoJSON repeats the first
            }
            return Optional.of(new Footprint(ring, crs));
        }
        for (String side : List.of("west", "south", "east", "north")) {
            if (!said.path(side).isNumber()) {
                return Optional.empty();
            }
        }
        double west = said.path("west").asDouble();
        double south = said.path("south").asDouble();
        double east = said.path("east").asDouble();
        double north = said.path("north").asDouble();
        return Optional.of(new Footprint(
                List.of(
                        new Position(west, north),
                        new Position(east, north),
                        new Position(east, south),
                        new Position(west, south)),
                crs));
    }
}
