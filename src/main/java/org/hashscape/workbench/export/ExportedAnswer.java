package org.hashscape.workbench.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.hashscape.model.Hit;
import org.hashscape.model.Tile;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.comparison.Comparison.Column;
import org.hashscape.workbench.map.MapPlace;
import org.hashscape.workbench.map.Ring;

/** An answer in words, the same in every format made for people. */
final class ExportedAnswer {

    private final QueryAnswer answer;

    ExportedAnswer(QueryAnswer answer) {
        this.answer = answer;
    }

    String title() {
        return "Scenes similar to " + AnswerDocument.queryName(answer);
    }

    String queryLabels() {
        return answer.queryLabels().toString();
    }

    /** "20 results by kslsh, 32 bits, on sift-words; precision at 20: 0.850." */
    String summary() {
        QueryRequest request = answer.request();
        String how = count(size()) + (size() == 1 ? " result by " : " results by ") + request.method()
                + (answer.bits() > 0 ? ", " + answer.bits() + " bits" : "") + ", on " + request.descriptor();
        return answer.judged()
                ? how + "; precision at " + request.k() + ": " + decimals(answer.precisionAt(request.k()))
                        + answer.precisionCaveat() + "."
                : how + ".";
    }

    /** What was asked and what came of it, in some lines below the title. */
    List<String> intro() {
        List<String> lines = new ArrayList<>();
        if (!queryLabels().isEmpty()) {
            lines.add("Labels of the query: " + queryLabels());
        }
        lines.add(summary());
        if (!filter().isEmpty()) {
            lines.add("Only among tiles that pass a filter: " + filter());
        }
        lines.addAll(answer.remarks());
        lines.add("Made by Hashscape " + Workspace.version());
        return lines;
    }

    /** What results had to pass; empty where nothing was left out. */
    String filter() {
        return answer.request().filter().words();
    }

    /** How it was asked: names and values, in order. */
    Map<String, String> parameters() {
        QueryRequest request = answer.request();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Method", request.method());
        facts.put("Descriptor", request.descriptor());
        if (answer.bits() > 0) {
            facts.put("Bits", Integer.toString(answer.bits()));
        }
        facts.put("Seed", Long.toString(request.seed()));
        facts.put("Results asked for", count(request.k()));
        facts.put("Look-up", AnswerDocument.lookupName(request.lookup()) + (request.rerank() ? ", re-ranked" : ""));
        refined().ifPresent(words -> facts.put("Refined by marks", words));
        if (!filter().isEmpty()) {
            facts.put("Filter", filter());
        }
        return facts;
    }

    /** What came of it. */
    Map<String, String> figures() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Candidates", count(answer.candidates()) + " of " + count(answer.archiveSize()) + " tiles");
        facts.put(
                "Time",
                answer.stepTimes().entrySet().stream()
                        .map(step -> step.getKey() + " " + milliseconds(step.getValue()))
                        .collect(Collectors.joining(", ")));
        if (answer.judged()) {
            int k = answer.request().k();
            facts.put("Precision at " + k, decimals(answer.precisionAt(k)) + answer.precisionCaveat());
            averagePrecision().ifPresent(value -> facts.put("AP at " + k + ", standard", decimals(value)));
            facts.put(
                    "Relevant in the archive",
                    count(answer.relevantInArchive()) + " (they share a label with the query)");
            if (answer.archiveSize() > 0) {
                facts.put(
                        "Precision of a random ranking",
                        decimals((double) answer.relevantInArchive() / answer.archiveSize()));
            }
        }
        List<String> remarks = answer.remarks();
        for (int i = 0; i < remarks.size(); i++) {
            facts.put(remarks.size() == 1 ? "Note" : "Note " + (i + 1), remarks.get(i));
        }
        return facts;
    }

    private OptionalDouble averagePrecision() {
        return Column.answered(answer).averagePrecision();
    }

    Optional<String> refined() {
        var feedback = answer.request().feedback();
        return feedback.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        feedback.right().size() + " right, " + feedback.wrong().size() + " wrong");
    }

    /** "3 of 32 bits", or "distance 0.1234" for search on floats. */
    String distance(int position) {
        return answer.bits() > 0
                ? answer.hammingDistances().get(position) + " of " + answer.bits() + " bits"
                : String.format(
                        Locale.ENGLISH,
                        "distance %.4f",
                        answer.ranking().hits().get(position).distance());
    }

    String similarity(int position) {
        return String.format(
                Locale.ENGLISH,
                "similarity %.3f",
                answer.ranking().hits().get(position).similarity());
    }

    /** "right", "wrong" or "unjudged". */
    String relevance(int position) {
        return !answer.judged() ? "unjudged" : answer.relevantAt(position) ? "right" : "wrong";
    }

    Hit hit(int position) {
        return answer.ranking().hits().get(position);
    }

    Tile tile(int position) {
        return answer.tiles().get(position);
    }

    int size() {
        return answer.tiles().size();
    }

    /** The query and the results that have a place on Earth, the query first. */
    List<MapPlace> places() {
        return places(answer.queryTile(), answer.tiles());
    }

    static List<MapPlace> places(Optional<Tile> query, List<Tile> results) {
        List<MapPlace> places = new ArrayList<>();
        query.ifPresent(tile ->
                tile.footprint().ifPresent(footprint -> places.add(new MapPlace(tile.id(), Ring.of(footprint), 0))));
        places.addAll(MapPlace.ranked(results));
        return List.copyOf(places);
    }

    static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    static String decimals(double value) {
        return String.format(Locale.ENGLISH, "%.3f", value);
    }

    static String milliseconds(Duration time) {
        return String.format(Locale.ENGLISH, "%.2f ms", time.toNanos() / 1e6);
    }
}
