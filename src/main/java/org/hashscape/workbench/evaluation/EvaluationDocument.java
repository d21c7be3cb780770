package org.hashscape.workbench.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashscape.retrieval.evaluation.ConfidenceInterval;
import org.hashscape.retrieval.evaluation.Metric;

/**
 * Rows and requests as JSON: what the archive keeps and the command line prints. A metric {@code m} has three fields,
 * {@code m}, {@code mLow} and {@code mHigh}.
 */
public final class EvaluationDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EvaluationDocument() {}

    /** Writes a row into an object. */
    public static void write(EvaluationRow row, ObjectNode to) {
        to.put("method", row.method())
                .put("descriptor", row.descriptor())
                .put("bits", row.bits())
                .put("bitsPerQuery", row.bitsPerQuery())
                .put("bytesPerTile", row.bytesPerTile())
                .put("protocol", row.protocol())
                .put("seed", row.seed())
                .put("k", row.k())
                .put("relevance", row.relevance())
                .put("tieRule", row.tieRule())
                .put("searched", row.searched())
                .put("queries", row.queries())
                .put("skipped", row.skipped());
        row.scores()
                .forEach((metric, score) -> to.put(metric.key(), score.mean())
                        .put(metric.key() + "Low", score.low())
                        .put(metric.key() + "High", score.high()));
        ObjectNode floor = to.putObject("randomFloor");
        row.randomFloor().forEach((metric, value) -> floor.put(metric.key(), value));
        to.put("trainSeconds", row.trainSeconds())
                .put("queryMsMedian", row.queryMsMedian())
                .put("queryMsP95", row.queryMsP95());
        writeTimes(row.stepMsMedian(), to.putObject("stepMsMedian"));
        writeTimes(row.stepMsP95(), to.putObject("stepMsP95"));
        to.put("leaky", row.leaky());
        ArrayNode notes = to.putArray("notes");
        row.notes().forEach(notes::add);
        writeNumbers(row.curves().precisionAt(), to.putArray("precisionAt"));
        writeNumbers(row.curves().precisionAtRecall(), to.putArray("precisionAtRecall"));
    }

    static String text(EvaluationRow row) {
        ObjectNode node = JSON.createObjectNode();
        write(row, node);
        return node.toString();
    }

    static EvaluationRow row(String text) {
        JsonNode node = parse(text);
        Map<Metric, ConfidenceInterval> scores = new EnumMap<>(Metric.class);
        Map<Metric, Double> floor = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            if (node.has(metric.key())) {
                scores.put(
                        metric,
                        new ConfidenceInterval(
                                node.path(metric.key()).asDouble(),
                                node.path(metric.key() + "Low").asDouble(),
                                node.path(metric.key() + "High").asDouble()));
                floor.put(metric, node.path("randomFloor").path(metric.key()).asDouble());
            }
        }
        return new EvaluationRow(
                node.path("method").asText(),
                node.path("descriptor").asText(),
                node.path("bits").asInt(),
                node.path("bitsPerQuery").asInt(),
                node.path("bytesPerTile").asInt(),
                node.path("protocol").asText(),
                node.path("seed").asLong(),
                node.path("k").asInt(),
                node.path("relevance").asText(),
                node.path("tieRule").asText(),
                node.path("searched").asInt(),
                node.path("queries").asInt(),
                node.path("skipped").asInt(),
                scores,
                floor,
                new Curves(numbers(node.path("precisionAt")), numbers(node.path("precisionAtRecall"))),
                node.path("trainSeconds").asDouble(),
                node.path("queryMsMedian").asDouble(),
                node.path("queryMsP95").asDouble(),
                times(node.path("stepMsMedian")),
                times(node.path("stepMsP95")),
                node.path("leaky").asBoolean(),
                texts(node.path("notes")));
    }

    static String text(EvaluationRequest request) {
        ObjectNode node = JSON.createObjectNode();
        writeTexts(request.methods(), node.putArray("methods"));
        writeTexts(request.descriptors(), node.putArray("descriptors"));
        ArrayNode bits = node.putArray("bits");
        request.bits().forEach(bits::add);
        node.put("protocol", request.protocol());
        ArrayNode seeds = node.putArray("seeds");
        request.seeds().forEach(seeds::add);
        if (request.asymmetric()) {
            node.put("asymmetric", true);
        }
        if (request.mostQueries() != EvaluationRequest.ALL_QUERIES) {
            node.put("mostQueries", request.mostQueries());
        }
        return node.put("k", request.k())
                .put("relevance", request.relevance())
                .put("leaks", request.leaks().name())
                .toString();
    }

    static EvaluationRequest request(String text) {
        JsonNode node = parse(text);
        List<Integer> bits = new ArrayList<>();
        node.path("bits").forEach(count -> bits.add(count.asInt()));
        List<Long> seeds = new ArrayList<>();
        node.path("seeds").forEach(seed -> seeds.add(seed.asLong()));
        return new EvaluationRequest(
                texts(node.path("methods")),
                texts(node.path("descriptors")),
                bits,
                node.path("protocol").asText(),
                seeds,
                node.path("k").asInt(),
                node.path("relevance").asText(),
                node.path("asymmetric").asBoolean(),
                LeakPolicy.valueOf(node.path("leaks").asText()),
                node.path("mostQueries").asInt(EvaluationRequest.ALL_QUERIES));
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException("A stored evaluation is damaged", damaged);
        }
    }

    private static void writeTimes(Map<String, Double> times, ObjectNode to) {
        times.forEach(to::put);
    }

    private static Map<String, Double> times(JsonNode node) {
        Map<String, Double> times = new LinkedHashMap<>();
        node.fields()
                .forEachRemaining(
                        field -> times.put(field.getKey(), field.getValue().asDouble()));
        return times;
    }

    private static void writeNumbers(List<Double> numbers, ArrayNode to) {
        numbers.forEach(to::add);
    }

    private static List<Double> numbers(JsonNode node) {
        List<Double> numbers = new ArrayList<>();
        node.forEach(number -> numbers.add(number.asDouble()));
        return numbers;
    }

    private static void writeTexts(Collection<String> texts, ArrayNode to) {
        texts.forEach(to::add);
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
