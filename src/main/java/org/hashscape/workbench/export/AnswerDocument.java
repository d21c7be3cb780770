package org.hashscape.workbench.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Locale;
import org.hashscape.model.Hit;
import org.hashscape.model.Tile;
import org.hashscape.workbench.FoldedRanking;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.QuerySource;
import org.hashscape.workbench.filter.TileFilter;

/**
 * An answer as JSON: {@code query, method, descriptor, bits, seed, k, lookup, rerank, candidates, archiveSize, undescribed, tiedWithLast, filter:
 * {all, any, none, from, to, bbox, polygon, text}, stepMs, results: [{rank, key, distance, similarity, bitsApart, labels, relevant}]}. {@code distance} is what the results are
 * ordered by.
 */
public final class AnswerDocument {

    private AnswerDocument() {}

    public static void write(QueryAnswer answer, ObjectNode document) {
        QueryRequest request = answer.request();
        document.put("query", queryName(answer))
                .put("method", request.method())
                .put("descriptor", request.descriptor())
                .put("bits", answer.bits())
                .put("seed", request.seed())
                .put("k", request.k())
                .put("lookup", lookupName(request.lookup()))
                .put("rerank", request.rerank())
                .put("candidates", answer.candidates())
                .put("archiveSize", answer.archiveSize())
                .put("undescribed", answer.undescribed())
                .put("tiedWithLast", answer.tiedWithLast());
        if (!request.feedback().isEmpty()) {
            document.putObject("refinedBy")
                    .put("right", request.feedback().right().size())
                    .put("wrong", request.feedback().wrong().size());
        }
        if (!request.filter().isNone()) {
            filter(request.filter(), document.putObject("filter"));
        }
        answer.note().ifPresent(note -> document.put("note", note));
        if (answer.judged()) {
            document.put("relevance", "shares a label")
                    .put("relevantInArchive", answer.relevantInArchive())
                    .put("precisionAtK", answer.precisionAt(request.k()))
                    .put("judgedByTrainingLabels", answer.judgedByTrainingLabels());
        }
        ObjectNode steps = document.putObject("stepMs");
        answer.stepTimes().forEach((step, time) -> steps.put(step, time.toNanos() / 1e6));
        ArrayNode results = document.putArray("results");
        for (int i = 0; i < answer.tiles().size(); i++) {
            Hit hit = answer.ranking().hits().get(i);
            Tile tile = answer.tiles().get(i);
            ObjectNode result = results.addObject()
                    .put("rank", hit.rank())
                    .put("key", tile.key())
                    .put("distance", hit.distance())
                    .put("similarity", hit.similarity());
            if (answer.bits() > 0) {
                result.put("bitsApart", answer.hammingDistances().get(i));
            }
            ArrayNode labels = result.putArray("labels");
            tile.labels().names().forEach(labels::add);
            if (answer.judged()) {
                result.put("relevant", answer.relevantAt(i));
            }
        }
    }

    private static void filter(TileFilter filter, ObjectNode written) {
        names(filter.all(), "all", written);
        names(filter.any(), "any", written);
        names(filter.none(), "none", written);
        filter.from().ifPresent(day -> written.put("from", day.toString()));
        filter.to().ifPresent(day -> written.put("to", day.toString()));
        filter.region().ifPresent(region -> written.put(region.rectangle() ? "bbox" : "polygon", region.text()));
        if (!filter.text().isEmpty()) {
            written.put("text", filter.text());
        }
    }

    private static void names(Collection<String> labels, String field, ObjectNode written) {
        if (!labels.isEmpty()) {
            ArrayNode list = written.putArray(field);
            labels.forEach(list::add);
        }
    }

    /**
     * Which results show almost the same, as {@code entries: [{rank, ranks, count}]}. The results themselves, and every
     * figure, are those without folding.
     */
    public static void writeEntries(FoldedRanking folded, ObjectNode document) {
        ArrayNode entries = document.putArray("entries");
        for (FoldedRanking.Entry entry : folded.entries()) {
            ObjectNode written =
                    entries.addObject().put("rank", entry.first() + 1).put("count", entry.size());
            ArrayNode ranks = written.putArray("ranks");
            entry.positions().forEach(position -> ranks.add(position + 1));
        }
    }

    /** What was asked about, in a word: the tile's key, or the image's path. */
    public static String queryName(QueryAnswer answer) {
        QuerySource source = answer.request().source();
        if (source instanceof QuerySource.ImageFile image) {
            return image.file().toString();
        }
        return answer.queryTile().map(Tile::key).orElse("");
    }

    static String lookupName(Lookup lookup) {
        if (lookup instanceof Lookup.Table table) {
            return String.format(Locale.ROOT, "table, radius %d", table.radius());
        }
        return lookup instanceof Lookup.Asymmetric ? "asymmetric ranking" : "ranking";
    }
}
