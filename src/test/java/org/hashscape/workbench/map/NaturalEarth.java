package org.hashscape.workbench.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes {@code world.bin} from the TopoJSON files of the npm package world-atlas 2.0.2 (ISC licence; its data are Natural
 * Earth's, in the public domain):
 *
 * <pre>
 * npm pack world-atlas@2.0.2 &amp;&amp; tar xzf world-atlas-2.0.2.tgz
 * java -cp target/test-classes:target/classes:... org.hashscape.workbench.map.NaturalEarth package \
 *     src/main/resources/org/hashscape/workbench/map/world.bin
 * </pre>
 */
public final class NaturalEarth {

    /** Islands with fewer different points than this are too small to be seen. */
    private static final int FEWEST_POINTS = 3;

    private NaturalEarth() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        WorldMap world = new WorldMap(
                rings(tree(folder.resolve("land-110m.json"))),
                rings(tree(folder.resolve("land-50m.json"))),
                borders(tree(folder.resolve("countries-50m.json"))));
        try (OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
            world.write(out);
        }
    }

    private static JsonNode tree(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    /** All rings of the object "land", without jumps. */
    static List<WorldMap.Line> rings(JsonNode topology) {
        List<double[][]> arcs = arcs(topology);
        List<WorldMap.Line> lines = new ArrayList<>();
        for (JsonNode geometry : topology.at("/objects/land/geometries")) {
            boolean several = geometry.path("type").asText().equals("MultiPolygon");
            for (JsonNode polygon : several ? geometry.path("arcs") : List.of(geometry.path("arcs"))) {
                for (JsonNode ring : polygon) {
                    ring(ring, arcs, lines);
                }
            }
        }
        return lines;
    }

    private static void ring(JsonNode ring, List<double[][]> arcs, List<WorldMap.Line> lines) {
        List<double[]> places = new ArrayList<>();
        for (JsonNode number : ring) {
            int arc = number.asInt();
            double[][] points = arcs.get(arc < 0 ? ~arc : arc);
            for (int i = 0; i < points.length; i++) {
                if (i > 0 || places.isEmpty()) {
                    places.add(arc < 0 ? points[points.length - 1 - i] : points[i]);
                }
            }
        }
        places.remove(places.size() - 1); // the first again
        double[] longitudes = places.stream().mapToDouble(place -> place[0]).toArray();
        double[] latitudes = places.stream().mapToDouble(place -> place[1]).toArray();
        Ring whole = Ring.of(longitudes, latitudes);
        float[] kept = new float[2 * whole.size()];
        for (int i = 0; i < whole.size(); i++) {
            kept[2 * i] = (float) whole.longitude(i);
            kept[2 * i + 1] = (float) whole.latitude(i);
        }
        add(rounded(kept), FEWEST_POINTS, lines);
    }

    /** Lines that two countries share. */
    private static List<WorldMap.Line> borders(JsonNode topology) {
        List<double[][]> arcs = arcs(topology);
        int[] uses = new int[arcs.size()];
        for (JsonNode geometry : topology.at("/objects/countries/geometries")) {
            count(geometry.path("arcs"), uses);
        }
        List<WorldMap.Line> lines = new ArrayList<>();
        for (int arc = 0; arc < uses.length; arc++) {
            if (uses[arc] > 1) {
                double[][] points = arcs.get(arc);
                float[] places = new float[2 * points.length];
                for (int i = 0; i < points.length; i++) {
                    places[2 * i] = (float) points[i][0];
                    places[2 * i + 1] = (float) points[i][1];
                }
                add(rounded(places), 2, lines);
            }
        }
        return lines;
    }

    private static void count(JsonNode arcs, int[] uses) {
        for (JsonNode each : arcs) {
            if (each.isArray()) {
                count(each, uses);
            } else {
                uses[each.asInt() < 0 ? ~each.asInt() : each.asInt()]++;
            }
        }
    }

    private static void add(float[] places, int fewest, List<WorldMap.Line> lines) {
        if (places.length / 2 >= fewest) {
            lines.add(WorldMap.Line.of(places));
        }
    }

    /** Leaves out points that are the same as the one before once they are rounded. */
    private static float[] rounded(float[] places) {
        float[] kept = new float[places.length];
        int count = 0;
        for (int i = 0; i < places.length; i += 2) {
            float x = (float) (Math.rint(places[i] / WorldMap.STEP) * WorldMap.STEP);
            float y = (float) (Math.rint(places[i + 1] / WorldMap.STEP) * WorldMap.STEP);
            if (count == 0 || kept[count - 2] != x || kept[count - 1] != y) {
                kept[count++] = x;
                kept[count++] = y;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static List<double[][]> arcs(JsonNode topology) {
        double scaleX = topology.at("/transform/scale/0").asDouble();
        double scaleY = topology.at("/transform/scale/1").asDouble();
        double left = topology.at("/transform/translate/0").asDouble();
        double low = topology.at("/transform/translate/1").asDouble();
        List<double[][]> arcs = new ArrayList<>();
        for (JsonNode arc : topology.path("arcs")) {
            double[][] points = new double[arc.size()][];
            long x = 0;
            long y = 0;
            for (int i = 0; i < points.length; i++) {
                x += arc.get(i).get(0).asLong();
                y += arc.get(i).get(1).asLong();
                points[i] = new double[] {x * scaleX + left, y * scaleY + low};
            }
            arcs.add(points);
        }
        return arcs;
    }
}
