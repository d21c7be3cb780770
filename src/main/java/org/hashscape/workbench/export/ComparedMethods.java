package org.hashscape.workbench.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.hashscape.model.Tile;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.comparison.Comparison;
import org.hashscape.workbench.comparison.Comparison.Column;
import org.hashscape.workbench.export.Sheet.Head;

/** A comparison in words, the same in every format made for people. */
final class ComparedMethods {

    private final Comparison comparison;

    ComparedMethods(Comparison comparison) {
        this.comparison = comparison;
    }

    /** "A", "B", ... */
    static String letter(int column) {
        return String.valueOf((char) ('A' + column));
    }

    /** An answer to tell what was asked. */
    Optional<QueryAnswer> any() {
        return comparison.columns().stream()
                .flatMap(column -> column.answer().stream())
                .findFirst();
    }

    QueryAnswer required() {
        return any().orElseThrow(() -> new IllegalArgumentException("No method has an answer to export"));
    }

    String title() {
        return "Methods compared on " + AnswerDocument.queryName(required());
    }

    List<String> intro() {
        ExportedAnswer words = new ExportedAnswer(required());
        List<String> lines = new ArrayList<>();
        if (!words.queryLabels().isEmpty()) {
            lines.add("Labels of the query: " + words.queryLabels());
        }
        lines.add("The first " + comparison.k() + " results of each method, rank by rank");
        refined().ifPresent(lines::add);
        if (!words.filter().isEmpty()) {
            lines.add("Only among tiles that pass a filter: " + words.filter());
        }
        return lines;
    }

    Optional<String> refined() {
        return new ExportedAnswer(required()).refined().map(words -> "Refined query: " + words);
    }

    List<Head> heads() {
        List<Head> heads = new ArrayList<>();
        for (int i = 0; i < comparison.columns().size(); i++) {
            Column column = comparison.columns().get(i);
            List<String> lines = new ArrayList<>();
            lines.add(column.request().descriptor());
            lines.addAll(facts(i));
            if (!column.problem().isEmpty()) {
                lines.add(column.problem());
            }
            heads.add(new Head(heading(i), lines));
        }
        return heads;
    }

    /** "A · kslsh, 32 bits". */
    String heading(int column) {
        return letter(column) + " \u00b7 " + method(column);
    }

    String method(int index) {
        Column column = comparison.columns().get(index);
        return column.request().method()
                + column.answer()
                        .filter(answer -> answer.bits() > 0)
                        .map(answer -> ", " + answer.bits() + " bits")
                        .orElse("");
    }

    List<String> facts(int index) {
        Column column = comparison.columns().get(index);
        int k = comparison.k();
        List<String> facts = new ArrayList<>();
        column.precision().ifPresent(value -> facts.add(String.format(Locale.ENGLISH, "P@%d %.3f", k, value)));
        column.averagePrecision()
                .ifPresent(value -> facts.add(String.format(Locale.ENGLISH, "AP@%d (standard) %.3f", k, value)));
        if (column.answer().filter(QueryAnswer::judgedByTrainingLabels).isPresent()) {
            facts.add("on labels it has learned from");
        }
        column.answer().ifPresent(answer -> facts.add(ExportedAnswer.milliseconds(answer.totalTime())));
        for (int other = 0; other < comparison.columns().size(); other++) {
            OptionalDouble agreement = comparison.agreement(index, other);
            if (other != index && agreement.isPresent()) {
                facts.add(
                        String.format(Locale.ENGLISH, "agrees with %s: %.2f", letter(other), agreement.getAsDouble()));
            }
        }
        return facts;
    }

    /** "also in B 3, C 7", or "only here". */
    String also(int index, Tile tile) {
        List<String> elsewhere = new ArrayList<>();
        for (int other = 0; other < comparison.columns().size(); other++) {
            OptionalInt rank = comparison.rankIn(other, tile.id());
            if (other != index && rank.isPresent()) {
                elsewhere.add(letter(other) + " " + rank.getAsInt());
            }
        }
        return elsewhere.isEmpty() ? "only here" : "also in " + String.join(", ", elsewhere);
    }

    /** Parameters and figures of each method that has an answer. */
    Map<String, Map<String, String>> tables() {
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        for (int i = 0; i < comparison.columns().size(); i++) {
            Optional<QueryAnswer> answer = comparison.columns().get(i).answer();
            if (answer.isPresent()) {
                ExportedAnswer words = new ExportedAnswer(answer.get());
                Map<String, String> facts = new LinkedHashMap<>(words.parameters());
                facts.putAll(words.figures());
                tables.put(heading(i), facts);
            }
        }
        return tables;
    }
}
