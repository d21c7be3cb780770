package org.hashscape.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.hashscape.retrieval.evaluation.ConfidenceInterval;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.retrieval.evaluation.RelevanceRule;
import org.hashscape.retrieval.evaluation.TieRule;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.evaluation.EvaluateArchive;
import org.hashscape.workbench.evaluation.EvaluationRequest;
import org.hashscape.workbench.evaluation.EvaluationRow;
import org.hashscape.workbench.evaluation.LeakPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hashscape evaluate}. */
@Command(
        name = "evaluate",
        description = "Measures methods on a labelled archive by a published protocol.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private Console console;

    @Parameters(index = "0", paramLabel = "A.hsa", description = "Archive.")
    private Path archiveFile;

    @Option(
            names = "--method",
            split = ",",
            required = true,
            paramLabel = "M",
            description = "Methods, separated by commas.")
    private List<String> methods;

    @Option(
            names = "--descriptor",
            split = ",",
            required = true,
            paramLabel = "D",
            description = "Descriptors, separated by commas.")
    private List<String> descriptors;

    @Option(
            names = "--bits",
            split = ",",
            defaultValue = "16,24,32",
            paramLabel = "B",
            description = "Bit counts. Default: 16,24,32.")
    private List<Integer> bits;

    @Option(
            names = "--protocol",
            defaultValue = "mhcln",
            paramLabel = "P",
            description = "mhcln, train-archive or whole. Default: mhcln.")
    private String protocol;

    @Option(names = "--seeds", defaultValue = "5", paramLabel = "N", description = "Splits 1 to N. Default: 5.")
    private int seeds;

    @Option(names = "-k", defaultValue = "20", paramLabel = "K", description = "Cut-off of the metrics. Default: 20.")
    private int k;

    @Option(
            names = "--ties",
            defaultValue = "random",
            paramLabel = "random|tile-id",
            description = {
                "Order of results at the same distance: a random one drawn from the seed, or by tile id, which favours the",
                "classes whose folders come first. Default: random."
            })
    private String ties;

    @Option(
            names = "--asymmetric",
            description = {
                "Compare the query's values before they become bits with the codes (deep, deep-early, deep-mhcln); a scan",
                "looks up each byte of a code instead of counting the bits of a word."
            })
    private boolean asymmetric;

    @Override
    public Integer call() throws IOException {
        MethodOptions.require(
                command,
                ties.equals("random") || ties.equals("tile-id"),
                "--ties takes random or tile-id, not " + ties);
        MethodOptions.require(command, seeds >= 1, "--seeds takes at least 1, not " + seeds);
        MethodOptions.require(command, k >= 1, "-k takes at least 1, not " + k);
        MethodOptions.requireKnown(command, methods, descriptors, bits);
        List<Long> all = LongStream.rangeClosed(1, seeds).boxed().toList();
        try (Archive archive = Workspace.open(archiveFile)) {
            List<EvaluationRow> rows = new EvaluateArchive(archive)
                    .run(
                            new EvaluationRequest(
                                    methods,
                                    descriptors,
                                    bits,
                                    protocol,
                                    all,
                                    k,
                                    "shares-label",
                                    TieRule.byId(ties),
                                    asymmetric,
                                    LeakPolicy.REFUSE),
                            console.progress());
            if (console.isJson()) {
                console.print(json(rows));
            } else {
                inWords(rows);
            }
        }
        return 0;
    }

    private ArrayNode json(List<EvaluationRow> rows) {
        ArrayNode list = console.object().arrayNode();
        for (EvaluationRow row : rows) {
            ObjectNode entry = list.addObject()
                    .put("method", row.method())
                    .put("descriptor", row.descriptor())
                    .put("bits", row.bits())
                    .put("bitsPerQuery", row.bitsPerQuery())
                    .put("bytesPerTile", row.bytesPerTile())
                    .put("protocol", row.protocol())
                    .put("seed", row.seed())
                    .put("k", row.k())
                    .put("relevance", row.relevance())
                    .put("tieRule", row.tieRule())
                    .put("queries", row.queries())
                    .put("skipped", row.skipped());
            row.scores()
                    .forEach((metric, score) -> entry.put(metric.key(), score.mean())
                            .put(metric.key() + "Low", score.low())
                            .put(metric.key() + "High", score.high()));
            ObjectNode floor = entry.putObject("randomFloor");
            row.randomFloor().forEach((metric, value) -> floor.put(metric.key(), value));
            entry.put("trainSeconds", row.trainSeconds())
                    .put("queryMsMedian", row.queryMsMedian())
                    .put("queryMsP95", row.queryMsP95());
        }
        return list;
    }

    /** A Markdown table: one line per method, descriptor and bit count, means over the seeds. */
    private void inWords(List<EvaluationRow> rows) {
        Map<String, List<EvaluationRow>> groups = new LinkedHashMap<>();
        for (EvaluationRow row : rows) {
            groups.computeIfAbsent(row.method() + "|" + row.descriptor() + "|" + row.bits(), key -> new ArrayList<>())
                    .add(row);
        }
        EvaluationRow any = rows.get(0);
        console.say(
                "Protocol %s, %,d queries a seed (%,d skipped), %d seeds, top %d, relevant: %s, ties by %s.",
                any.protocol(),
                any.queries(),
                any.skipped(),
                seeds,
                k,
                RelevanceRule.inWords(any.relevance()),
                any.tieRule());
        console.say(
                "Mean over the seeds +- half of its 95 %% interval; a random ranking reaches AP lenient %.3f, standard %.3f.",
                any.randomFloor().getOrDefault(Metric.AP_LENIENT_AT_K, Double.NaN),
                any.randomFloor().getOrDefault(Metric.AP_STANDARD_AT_K, Double.NaN));
        console.say("");
        console.say(
                "| method | descriptor | bits | bytes/tile | AP@%1$d lenient | AP@%1$d standard | P@%1$d | mAP | train s | query ms |",
                k);
        console.say("|---|---|---|---|---|---|---|---|---|---|");
        groups.values().forEach(this::line);
    }

    private void line(List<EvaluationRow> group) {
        EvaluationRow first = group.get(0);
        console.say(
                "| %s | %s | %s | %d | %s | %s | %s | %s | %.1f | %.3f |",
                first.method(),
                first.descriptor(),
                first.bits() == 0 ? "float" : Integer.toString(first.bits()),
                first.bytesPerTile(),
                score(group, Metric.AP_LENIENT_AT_K),
                score(group, Metric.AP_STANDARD_AT_K),
                score(group, Metric.PRECISION_AT_K),
                score(group, Metric.MAP_FULL),
                group.stream()
                        .mapToDouble(EvaluationRow::trainSeconds)
                        .average()
                        .orElse(0),
                group.stream()
                        .mapToDouble(EvaluationRow::queryMsMedian)
                        .average()
                        .orElse(0));
    }

    private static String score(List<EvaluationRow> group, Metric metric) {
        double[] means = group.stream().mapToDouble(row -> row.mean(metric)).toArray();
        if (means.length < 2) {
            return String.format(Locale.ENGLISH, "%.3f", means[0]);
        }
        ConfidenceInterval interval = ConfidenceInterval.overSeeds(means);
        return String.format(Locale.ENGLISH, "%.3f +- %.3f", interval.mean(), (interval.high() - interval.low()) / 2);
    }
}
