package org.hashscape.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hashscape.retrieval.evaluation.EvaluationProtocol;
import org.hashscape.retrieval.evaluation.RelevanceRule;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.evaluation.EvaluateArchive;
import org.hashscape.workbench.evaluation.EvaluationDocument;
import org.hashscape.workbench.evaluation.EvaluationRequest;
import org.hashscape.workbench.evaluation.EvaluationRow;
import org.hashscape.workbench.evaluation.LeakPolicy;
import org.hashscape.workbench.evaluation.Reproduction;
import org.hashscape.workbench.evaluation.StoredEvaluations;
import org.hashscape.workbench.export.ExportEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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

    @Option(names = "--method", split = ",", paramLabel = "M", description = "Methods, separated by commas.")
    private List<String> methods = List.of();

    @Option(names = "--descriptor", split = ",", paramLabel = "D", description = "Descriptors, separated by commas.")
    private List<String> descriptors = List.of();

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
            names = "--relevance",
            defaultValue = "shares-label",
            paramLabel = "R",
            description = "shares-label, same-labels or jaccard-T, as jaccard-0.5. Default: shares-label.")
    private String relevance;

    @Option(
            names = "--leaks",
            defaultValue = "refuse",
            paramLabel = "refuse|mark",
            description = "What to do where copies of test tiles were trained on. Default: refuse.")
    private String leaks;

    @Option(
            names = "--asymmetric",
            description = {
                "Compare the query's values before they become bits with the codes (deep, deep-early, deep-mhcln); a scan",
                "looks up each byte of a code instead of counting the bits of a word."
            })
    private boolean asymmetric;

    @Option(
            names = "--queries",
            paramLabel = "N",
            description = "Ask at most N of the protocol's queries, drawn by the split's seed. Default: all.")
    private int mostQueries = EvaluationRequest.ALL_QUERIES;

    @Option(names = "--fresh", description = "Measure again what the archive keeps of earlier evaluations.")
    private boolean fresh;

    @Option(
            names = "--reproduce",
            paramLabel = "TABLE",
            description = "Measure a published table anew: ucmd. Instead of methods, descriptors and bits.")
    private Optional<String> reproduce = Optional.empty();

    @Option(names = "--html", paramLabel = "F", description = "Write a report: one page with tables and charts.")
    private Optional<Path> html = Optional.empty();

    @Option(names = "--csv", paramLabel = "F", description = "Write every figure of every seed.")
    private Optional<Path> csv = Optional.empty();

    @Option(names = "--markdown", paramLabel = "F", description = "Write the table of means.")
    private Optional<Path> markdown = Optional.empty();

    @Override
    public Integer call() throws IOException {
        MethodOptions.require(command, seeds >= 1, "--seeds takes at least 1, not " + seeds);
        MethodOptions.require(command, k >= 1, "-k takes at least 1, not " + k);
        MethodOptions.require(command, mostQueries >= 1, "--queries takes at least 1, not " + mostQueries);
        MethodOptions.require(
                command,
                leaks.equals("refuse") || leaks.equals("mark"),
                "--leaks takes refuse or mark, not '" + leaks + "'");
        if (reproduce.isEmpty()) {
            requireRequest();
        } else {
            MethodOptions.require(
                    command,
                    methods.isEmpty() && descriptors.isEmpty(),
                    "--reproduce brings its own methods and descriptors; leave --method and --descriptor out");
        }
        requireWritable("--html", html, ".html");
        requireWritable("--csv", csv, ".csv");
        requireWritable("--markdown", markdown, ".md");
        try (Archive archive = console.open(archiveFile)) {
            List<EvaluationRequest> requests = requests(archive);
            List<EvaluationRow> rows = new ArrayList<>();
            for (EvaluationRequest request : requests) {
                rows.addAll(new EvaluateArchive(archive).run(request, fresh, row -> {}, console.progress()));
            }
            report(archive, requests, rows);
        }
        return 0;
    }

    /** Hours of measuring must not end at a file that cannot be written. */
    private void requireWritable(String option, Optional<Path> file, String ending) {
        if (file.isEmpty()) {
            return;
        }
        Path path = file.get().toAbsolutePath();
        MethodOptions.require(
                command, path.toString().endsWith(ending), option + " writes a " + ending + " file, not " + file.get());
        Path folder = path.getParent();
        MethodOptions.require(
                command,
                folder != null && Files.isDirectory(folder) && Files.isWritable(folder) && !Files.isDirectory(path),
                option + ": " + file.get() + " cannot be written; its folder must exist and take new files");
    }

    private void requireRequest() {
        MethodOptions.require(command, !methods.isEmpty(), "Missing required option: '--method=M'");
        MethodOptions.require(command, !descriptors.isEmpty(), "Missing required option: '--descriptor=D'");
        MethodOptions.requireKnown(command, methods, descriptors, bits);
        try {
            RelevanceRule.byId(relevance);
            EvaluationProtocol.byId(protocol);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(command.commandLine(), String.valueOf(unknown.getMessage()), unknown);
        }
    }

    private List<EvaluationRequest> requests(Archive archive) throws IOException {
        List<Long> all = LongStream.rangeClosed(1, seeds).boxed().toList();
        LeakPolicy policy = leaks.equals("mark") ? LeakPolicy.MARK : LeakPolicy.REFUSE;
        return reproduce.isPresent()
                ? Reproduction.requests(reproduce.get(), archive, all, policy)
                : List.of(new EvaluationRequest(
                        methods, descriptors, bits, protocol, all, k, relevance, asymmetric, policy, mostQueries));
    }

    private void report(Archive archive, List<EvaluationRequest> requests, List<EvaluationRow> rows)
            throws IOException {
        ExportEvaluation export = new ExportEvaluation(archive, new StoredEvaluations(archive).machinesOf(requests));
        if (console.isJson()) {
            ArrayNode list = console.object().arrayNode();
            rows.forEach(row -> EvaluationDocument.write(row, list.addObject()));
            console.print(list);
        } else {
            export.markdown(rows).lines().forEach(line -> console.say("%s", line));
        }
        for (Path file :
                Stream.of(html, csv, markdown).flatMap(Optional::stream).toList()) {
            export.run(rows, file);
        }
    }
}
