package org.hashscape.workbench.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.retrieval.evaluation.RelevanceRule;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.evaluation.EvaluationDocument;
import org.hashscape.workbench.evaluation.EvaluationRow;
import org.hashscape.workbench.evaluation.EvaluationSummary;
import org.hashscape.workbench.evaluation.PublishedFigures;

/**
 * Writes an evaluation to take away: a page with tables and charts that needs no other file, no network and no script
 * ({@code .html}), a table ({@code .md}), or every row with every figure ({@code .csv}, {@code .json}).
 */
public final class ExportEvaluation {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Mustache TEMPLATE =
            new DefaultMustacheFactory("org/hashscape/workbench/export").compile("evaluation.mustache");

    private final String archive;
    private final int tiles;
    private final Optional<String> dataSet;
    private final List<String> machines;

    /** @param machines on which the rows were measured; may be empty */
    public ExportEvaluation(Archive archive, List<String> machines) throws IOException {
        this.archive = archive.name();
        this.tiles = archive.catalogue().size();
        this.dataSet = PublishedFigures.dataSetOf(archive.catalogue());
        this.machines = List.copyOf(machines);
    }

    /**
     * Writes the file; its ending chooses the format. It appears whole or not at all.
     *
     * @param rows of one protocol, cut-off and relevance rule
     * @throws IllegalArgumentException for another ending, or where there is no row
     */
    public void run(List<EvaluationRow> rows, Path to) throws IOException {
        String name = String.valueOf(to.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".html")) {
            WholeFile.write(html(rows), to);
        } else if (name.endsWith(".md")) {
            WholeFile.write(markdown(rows), to);
        } else if (name.endsWith(".csv")) {
            WholeFile.write(csv(rows), to);
        } else if (name.endsWith(".json")) {
            WholeFile.write(json(rows), to);
        } else {
            throw new IllegalArgumentException("Evaluations are written as .html, .md, .csv or .json, so '"
                    + to.getFileName() + "' cannot be made");
        }
    }

    /** What was measured and how, then one line per method, descriptor and bit count, with published figures below. */
    public String markdown(List<EvaluationRow> rows) {
        StringBuilder text = new StringBuilder();
        facts(rows)
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append(".  \n"));
        text.append('\n');
        EvaluationTables.Table table = new EvaluationTables(rows, dataSet).scores();
        text.append(table.text()).append("\n\n");
        text.append(table.columns().stream().collect(Collectors.joining(" | ", "| ", " |\n")));
        text.append("|").append("---|".repeat(table.columns().size())).append('\n');
        for (EvaluationTables.Line line : table.lines()) {
            text.append(line.cells().stream()
                    .map(cell -> cell.replace("|", "\\|"))
                    .collect(Collectors.joining(" | ", "| ", " |\n")));
        }
        List<String> notes = EvaluationSummary.notes(rows);
        if (!notes.isEmpty()) {
            text.append('\n');
            notes.forEach(note -> text.append("- ").append(note).append('\n'));
        }
        return text.toString();
    }

    /** The page. */
    public String html(List<EvaluationRow> rows) {
        EvaluationTables tables = new EvaluationTables(rows, dataSet);
        List<EvaluationSummary> summaries = EvaluationSummary.of(rows);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("title", "Evaluation of " + archive);
        page.put(
                "facts",
                facts(rows).entrySet().stream()
                        .map(fact -> Map.of("name", fact.getKey(), "value", fact.getValue()))
                        .toList());
        page.put(
                "tables",
                List.of(tables.scores(), tables.labelScores(), tables.times(), tables.everySeed()).stream()
                        .map(ExportEvaluation::onPage)
                        .toList());
        EvaluationRow any = first(rows);
        page.put(
                "charts",
                new EvaluationCharts(
                                summaries,
                                dataSet.map(name -> PublishedFigures.comparable(name, any.protocol(), any.k()))
                                        .orElse(List.of()))
                        .all());
        page.put("notes", EvaluationSummary.notes(rows));
        page.put("hasNotes", !EvaluationSummary.notes(rows).isEmpty());
        page.put("version", Workspace.version());
        StringWriter text = new StringWriter();
        TEMPLATE.execute(text, page);
        return text.toString();
    }

    private static Map<String, Object> onPage(EvaluationTables.Table table) {
        List<Map<String, Object>> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            columns.add(Map.of("name", table.columns().get(i), "kind", i < table.textColumns() ? "text" : "number"));
        }
        List<Map<String, Object>> lines = new ArrayList<>();
        for (EvaluationTables.Line line : table.lines()) {
            List<Map<String, Object>> cells = new ArrayList<>();
            for (int i = 0; i < line.cells().size(); i++) {
                cells.add(Map.of("value", line.cells().get(i), "kind", i < table.textColumns() ? "text" : "number"));
            }
            lines.add(Map.of("kind", line.kind().name().toLowerCase(Locale.ROOT), "cells", cells));
        }
        return Map.of("heading", table.heading(), "text", table.text(), "columns", columns, "rows", lines);
    }

    /** One line per row, with every figure and its interval. */
    public String csv(List<EvaluationRow> rows) throws IOException {
        StringWriter text = new StringWriter();
        List<String> header = new ArrayList<>(List.of(
                "method",
                "descriptor",
                "bits",
                "bits_per_query",
                "bytes_per_tile",
                "protocol",
                "seed",
                "k",
                "relevance",
                "tie_rule",
                "searched",
                "queries",
                "skipped"));
        for (Metric metric : Metric.values()) {
            header.addAll(List.of(metric.key(), metric.key() + "Low", metric.key() + "High", metric.key() + "Random"));
        }
        header.addAll(List.of(
                "train_seconds",
                "query_ms_median",
                "query_ms_p95",
                "describe_ms_median",
                "hash_ms_median",
                "look_up_ms_median",
                "leaky",
                "notes"));
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(header.toArray(String[]::new))
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (EvaluationRow row : rows) {
                printer.printRecord(cells(row));
            }
        }
        return text.toString();
    }

    private static List<Object> cells(EvaluationRow row) {
        List<Object> cells = new ArrayList<>(List.of(
                row.method(),
                CsvTable.harmless(row.descriptor()),
                row.bits(),
                row.bitsPerQuery(),
                row.bytesPerTile(),
                row.protocol(),
                row.seed(),
                row.k(),
                row.relevance(),
                row.tieRule(),
                row.searched(),
                row.queries(),
                row.skipped()));
        for (Metric metric : Metric.values()) {
            Optional.ofNullable(row.scores().get(metric))
                    .ifPresentOrElse(
                            score -> cells.addAll(List.of(score.mean(), score.low(), score.high())),
                            () -> cells.addAll(List.of("", "", "")));
            cells.add(row.randomFloor().getOrDefault(metric, Double.NaN));
        }
        cells.addAll(List.of(row.trainSeconds(), row.queryMsMedian(), row.queryMsP95()));
        for (String step : List.of("describe", "hash", "look up")) {
            cells.add(row.stepMsMedian().containsKey(step) ? row.stepMsMedian().get(step) : "");
        }
        cells.add(row.leaky());
        cells.add(CsvTable.harmless(String.join("; ", row.notes())));
        return cells;
    }

    private static String json(List<EvaluationRow> rows) throws IOException {
        ArrayNode list = JSON.createArrayNode();
        rows.forEach(row -> EvaluationDocument.write(row, list.addObject()));
        return JSON.writeValueAsString(list);
    }

    private Map<String, String> facts(List<EvaluationRow> rows) {
        EvaluationRow any = first(rows);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "Archive",
                String.format(
                        Locale.ENGLISH,
                        "%s, %,d tiles%s",
                        archive,
                        tiles,
                        dataSet.map(name -> " (" + name + ")").orElse("")));
        facts.put("Protocol", any.protocol() + ": " + protocolInWords(any.protocol()));
        facts.put(
                "Queries",
                String.format(
                        Locale.ENGLISH,
                        "%,d a seed (%,d skipped), among %,d tiles; seeds %s; top %d",
                        any.queries(),
                        any.skipped(),
                        any.searched(),
                        rows.stream()
                                .map(row -> Long.toString(row.seed()))
                                .distinct()
                                .collect(Collectors.joining(", ")),
                        any.k()));
        facts.put("Relevant", RelevanceRule.inWords(any.relevance()));
        facts.put("Ties", any.tieRule());
        facts.put(
                "A random ranking reaches",
                String.format(
                        Locale.ENGLISH,
                        "AP@%d lenient %.3f, standard %.3f, P@%d %.3f, mAP %.3f",
                        any.k(),
                        floor(any, Metric.AP_LENIENT_AT_K),
                        floor(any, Metric.AP_STANDARD_AT_K),
                        any.k(),
                        floor(any, Metric.PRECISION_AT_K),
                        floor(any, Metric.MAP_FULL)));
        if (!machines.isEmpty()) {
            facts.put("Machine", String.join("; ", machines));
        }
        return facts;
    }

    private static String protocolInWords(String protocol) {
        return switch (protocol) {
            case "mhcln" -> "60 % of each class train; every other tile asks for the other ones of these";
            case "train-archive" -> "60 % of each class train and are searched; every other tile asks";
            default -> "every tile asks for all others; no labels in training";
        };
    }

    private static double floor(EvaluationRow row, Metric metric) {
        return row.randomFloor().getOrDefault(metric, Double.NaN);
    }

    private static EvaluationRow first(List<EvaluationRow> rows) {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("Nothing has been measured yet");
        }
        return rows.get(0);
    }
}
