package org.hashscape.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hashscape.model.CountText;
import org.hashscape.model.Hit;
import org.hashscape.model.Tile;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.Feedback;
import org.hashscape.workbench.FoldedRanking;
import org.hashscape.workbench.NearDuplicates;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.SearchArchive;
import org.hashscape.workbench.export.AnswerDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hashscape query}. */
@Command(
        name = "query",
        description = "Finds the tiles most similar to a tile or an image.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class QueryCommand implements Callable<Integer> {

    @Mixin
    private Console console;

    @Mixin
    private QueryOptions options;

    @Parameters(index = "0", paramLabel = "A.hsa", description = "Archive.")
    private Path archiveFile;

    @Option(
            names = "--fold",
            description = "Show identical and almost identical tiles as one entry with a count; precision counts all.")
    private boolean fold;

    @Override
    public Integer call() throws IOException {
        options.requireSensible();
        try (Archive archive = console.open(archiveFile)) {
            QueryAnswer answer =
                    new SearchArchive(archive).answer(options.request(archive.catalogue()), console.progress());
            Optional<FoldedRanking> folded = fold
                    ? Optional.of(new NearDuplicates(archive).fold(answer.ranking(), console.progress()))
                    : Optional.empty();
            if (console.isJson()) {
                ObjectNode document = console.object();
                AnswerDocument.write(answer, document);
                folded.ifPresent(some -> AnswerDocument.writeEntries(some, document));
                console.print(document);
            } else {
                inWords(answer, folded);
            }
        }
        return 0;
    }

    private void inWords(QueryAnswer answer, Optional<FoldedRanking> folded) {
        Map<Integer, Integer> sizes = new HashMap<>();
        folded.ifPresent(some -> some.entries().forEach(entry -> sizes.put(entry.first(), entry.size())));
        for (int i = 0; i < answer.tiles().size(); i++) {
            if (folded.isPresent() && !sizes.containsKey(i)) {
                continue;
            }
            String count = sizes.getOrDefault(i, 1) > 1 ? "  x" + sizes.get(i) : "";
            Hit hit = answer.ranking().hits().get(i);
            Tile tile = answer.tiles().get(i);
            String distance = answer.bits() > 0
                    ? answer.hammingDistances().get(i) + " of " + answer.bits() + " bits"
                    : String.format(Locale.ENGLISH, "%.4f", hit.distance());
            String mark = !answer.judged() ? " " : answer.relevantAt(i) ? "+" : "-";
            console.say(
                    "%3d %s %-16s %.3f  %s  [%s]%s",
                    hit.rank(), mark, distance, hit.similarity(), tile.key(), tile.labels(), count);
        }
        Feedback marks = answer.request().feedback();
        if (!marks.isEmpty()) {
            console.say(
                    "Refined query: %d right, %d wrong",
                    marks.right().size(), marks.wrong().size());
        }
        answer.remarks().forEach(remark -> console.say("%s", remark));
        String steps = answer.stepTimes().entrySet().stream()
                .map(step -> step.getKey() + " " + milliseconds(step.getValue()) + " ms")
                .collect(Collectors.joining(", "));
        console.say(
                "%s, %s of %s; %s",
                CountText.of(answer.ranking().size(), "result", "results"),
                CountText.of(answer.candidates(), "candidate", "candidates"),
                CountText.of(answer.archiveSize(), "tile", "tiles"),
                steps);
        if (answer.judged()) {
            int k = answer.request().k();
            String counted = folded.filter(some -> some.folded() > 0)
                    .map(some -> ", counting the " + some.folded() + " folded tiles too")
                    .orElse("");
            console.say("precision@%d %.3f%s%s", k, answer.precisionAt(k), counted, answer.precisionCaveat());
        }
    }

    private static String milliseconds(Duration time) {
        return String.format(Locale.ENGLISH, "%.2f", time.toNanos() / 1e6);
    }
}
