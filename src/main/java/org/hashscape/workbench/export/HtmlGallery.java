package org.hashscape.workbench.export;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hashscape.model.Hit;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.Workspace;

/** An answer as one HTML page that needs no other file and no network; every text is escaped by the template. */
final class HtmlGallery {

    private static final Mustache TEMPLATE =
            new DefaultMustacheFactory("org/hashscape/workbench/export").compile("gallery.mustache");

    private final Archive archive;

    HtmlGallery(Archive archive) {
        this.archive = archive;
    }

    String write(QueryAnswer answer, Progress progress) throws IOException {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("title", "Scenes similar to " + AnswerDocument.queryName(answer));
        page.put("queryLabels", answer.queryLabels().toString());
        page.put(
                "queryImage",
                answer.queryTile().isPresent() ? picture(answer.queryTile().get()) : "");
        page.put("facts", facts(answer));
        page.put("count", answer.ranking().size());
        page.put("version", Workspace.version());
        List<Map<String, Object>> results = new ArrayList<>();
        for (int i = 0; i < answer.tiles().size(); i++) {
            progress.checkCancelled();
            progress.report((double) i / answer.tiles().size(), "Writing result " + (i + 1));
            results.add(result(answer, i));
        }
        page.put("results", results);
        StringWriter text = new StringWriter();
        TEMPLATE.execute(text, page);
        return text.toString();
    }

    private Map<String, Object> result(QueryAnswer answer, int i) throws IOException {
        Hit hit = answer.ranking().hits().get(i);
        Tile tile = answer.tiles().get(i);
        String relevance = !answer.judged() ? "unjudged" : answer.relevantAt(i) ? "right" : "wrong";
        String mark = !answer.judged() ? "" : answer.relevantAt(i) ? "\u2713 shares a label" : "\u2717 no common label";
        return Map.of(
                "rank", hit.rank(),
                "key", tile.key(),
                "labels", tile.labels().toString(),
                "image", picture(tile),
                "relevance", relevance,
                "mark", mark,
                "distance",
                        answer.bits() > 0
                                ? answer.hammingDistances().get(i) + " of " + answer.bits() + " bits"
                                : String.format(Locale.ENGLISH, "distance %.4f", hit.distance()),
                "similarity", String.format(Locale.ENGLISH, "similarity %.3f", hit.similarity()));
    }

    private static List<Map<String, String>> facts(QueryAnswer answer) {
        QueryRequest request = answer.request();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Method", request.method() + (answer.bits() > 0 ? ", " + answer.bits() + " bits" : ""));
        facts.put("Descriptor", request.descriptor());
        facts.put("Seed", Long.toString(request.seed()));
        facts.put(
                "Candidates",
                String.format(Locale.ENGLISH, "%,d of %,d tiles", answer.candidates(), answer.archiveSize()));
        facts.put(
                "Time",
                answer.stepTimes().entrySet().stream()
                        .map(step -> step.getKey() + " " + milliseconds(step.getValue()))
                        .collect(Collectors.joining(", ")));
        if (answer.judged()) {
            facts.put(
                    "Precision",
                    String.format(
                            Locale.ENGLISH,
                            "%.3f at %d (relevant: shares a label; %,d in the archive)",
                            answer.precisionAt(request.k()),
                            request.k(),
                            answer.relevantInArchive()));
        }
        answer.note().ifPresent(note -> facts.put("Note", note));
        List<Map<String, String>> list = new ArrayList<>();
        facts.forEach((name, value) -> list.add(Map.of("name", name, "value", value)));
        return list;
    }

    private static String milliseconds(Duration time) {
        return String.format(Locale.ENGLISH, "%.2f ms", time.toNanos() / 1e6);
    }

    private String picture(Tile tile) throws IOException {
        return archive.thumbnailJpeg(tile.id())
                .map(Base64.getEncoder()::encodeToString)
                .orElse("");
    }
}
