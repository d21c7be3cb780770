package org.hashscape.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.SearchArchive;
import org.hashscape.workbench.comparison.CompareMethods;
import org.hashscape.workbench.comparison.Comparison;
import org.hashscape.workbench.comparison.Comparison.Column;
import org.hashscape.workbench.export.ComparisonDocument;
import org.hashscape.workbench.export.ExportComparison;
import org.hashscape.workbench.export.ExportFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hashscape compare}. */
@Command(
        name = "compare",
        description = "Asks two to four methods the same question, and shows their answers side by side.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class CompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private Console console;

    @Mixin
    private QueryOptions options;

    @Parameters(index = "0", paramLabel = "A.hsa", description = "Archive.")
    private Path archiveFile;

    @Option(
            names = "--with",
            required = true,
            split = ",",
            paramLabel = "METHOD[/DESCRIPTOR[/BITS]]",
            description = "One to three further methods; what is left out is as in --method, --descriptor, --bits.")
    private List<String> others;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "Also writes a file to take away: .html, .pdf, .png, .csv, .json, .geojson or .zip.")
    private @Nullable Path to;

    @Override
    public Integer call() throws IOException {
        options.requireSensible();
        MethodOptions.require(
                command,
                others.size() < Comparison.MOST,
                "Two to four methods are compared: --with names one to three");
        others.forEach(this::requireKnown);
        MethodOptions.require(
                command,
                to == null || ExportFormat.of(to).isPresent(),
                "--to takes a file that ends in " + ExportFormat.endings() + ", not '" + to + "'");
        try (Archive archive = console.open(archiveFile)) {
            QueryRequest first = options.request(archive.catalogue());
            List<QueryRequest> requests = new ArrayList<>(List.of(first));
            others.forEach(other -> requests.add(like(first, other)));
            Comparison comparison = new CompareMethods(new SearchArchive(archive)).run(requests, console.progress());
            if (to != null) {
                new ExportComparison(archive).run(comparison, to, console.progress());
            }
            if (console.isJson()) {
                inJson(comparison);
            } else {
                inWords(comparison);
            }
            return comparison.columns().stream()
                            .anyMatch(column -> column.answer().isEmpty())
                    ? 1
                    : 0;
        }
    }

    private void requireKnown(String other) {
        String[] parts = other.split("/", -1);
        MethodOptions.require(
                command,
                parts.length <= 3 && (parts.length < 3 || parts[2].matches("[1-9][0-9]{0,3}")),
                "--with takes METHOD, METHOD/DESCRIPTOR or METHOD/DESCRIPTOR/BITS, not '" + other + "'");
        MethodOptions.requireKnown(
                command,
                List.of(parts[0]),
                parts.length > 1 ? List.of(parts[1]) : List.of(),
                parts.length > 2 ? List.of(Integer.parseInt(parts[2])) : List.of());
    }

    private static QueryRequest like(QueryRequest first, String other) {
        String[] parts = other.split("/", -1);
        boolean asymmetric = first.lookup() instanceof Lookup.Asymmetric;
        Lookup lookup = asymmetric && !SearchArchive.isRealValued(parts[0]) ? new Lookup.FullRanking() : first.lookup();
        return new QueryRequest(
                first.source(),
                parts[0],
                parts.length > 1 ? parts[1] : first.descriptor(),
                parts.length > 2 ? Integer.parseInt(parts[2]) : first.bits(),
                first.seed(),
                first.k(),
                lookup,
                first.rerank(),
                first.feedback(),
                first.filter());
    }

    private void inWords(Comparison comparison) {
        for (int i = 0; i < comparison.columns().size(); i++) {
            Column column = comparison.columns().get(i);
            console.say("%s  %s", letter(i), name(column.request()));
            if (column.answer().isEmpty()) {
                console.say("   %s", column.problem());
                continue;
            }
            StringBuilder facts = new StringBuilder(String.format(
                    Locale.ENGLISH,
                    "   %.2f ms",
                    column.answer().get().totalTime().toNanos() / 1e6));
            column.precision()
                    .ifPresent(value ->
                            facts.append(String.format(Locale.ENGLISH, ", precision@%d %.3f", comparison.k(), value)));
            column.averagePrecision()
                    .ifPresent(value -> facts.append(
                            String.format(Locale.ENGLISH, ", standard AP@%d %.3f", comparison.k(), value)));
            facts.append(column.answer().get().precisionCaveat());
            for (int other = 0; other < i; other++) {
                String with = letter(other);
                comparison
                        .agreement(i, other)
                        .ifPresent(value ->
                                facts.append(String.format(Locale.ENGLISH, ", agreement with %s %.2f", with, value)));
            }
            console.say("%s", facts);
        }
        for (int row = 0; row < comparison.rows(); row++) {
            StringBuilder line = new StringBuilder(String.format(Locale.ENGLISH, "%3d", row + 1));
            for (Column column : comparison.columns()) {
                line.append("  ").append(String.format(Locale.ENGLISH, "%-36s", key(column, row)));
            }
            console.say("%s", line.toString().stripTrailing());
        }
    }

    private static String key(Column column, int row) {
        return column.answer()
                .filter(answer -> row < answer.tiles().size())
                .map(answer -> (!answer.judged() ? "  " : answer.relevantAt(row) ? "+ " : "- ")
                        + answer.tiles().get(row).key())
                .orElse("");
    }

    private void inJson(Comparison comparison) {
        ObjectNode document = console.object();
        ComparisonDocument.write(comparison, document);
        console.print(document);
    }

    private static String name(QueryRequest request) {
        return request.method() + " on " + request.descriptor() + ", " + request.bits() + " bits";
    }

    private static String letter(int column) {
        return String.valueOf((char) ('A' + column));
    }
}
