package org.hashscape.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hashscape.model.Hit;
import org.hashscape.model.Tile;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.Feedback;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.SearchArchive;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.export.AnswerDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Override
    public Integer call() throws IOException {
        options.requireSensible();
        try (Archive archive = Workspace.open(archiveFile)) {
            QueryAnswer answer =
                    new SearchArchive(archive).answer(options.request(archive.catalogue()), console.progress());
            if (console.isJson()) {
                ObjectNode document = console.object();
                AnswerDocument.write(answer, document);
                console.print(document);
            } else {
                inWords(answer);
            }
        }
        return 0;
    }

    private void inWords(QueryAnswer answer) {
        for (int i = 0; i < answer.tiles().size(); i++) {
            Hit hit = answer.ranking().hits().get(i);
            Tile tile = answer.tiles().get(i);
            String distance = answer.bits() > 0
                    ? answer.hammingDistances().get(i) + " of " + answer.bits() + " bits"
                    : String.format(Locale.ENGLISH, "%.4f", hit.distance());
            String mark = !answer.judged() ? " " : answer.relevantAt(i) ? "+" : "-";
            console.say(
                    "%3d %s %-16s %.3f  %s  [%s]",
                    hit.rank(), mark, distance, hit.similarity(), tile.key(), tile.labels());
        }
        Feedback marks = answer.request().feedback();
        if (!marks.isEmpty()) {
            console.say(
                    "Refined query: %d right, %d wrong",
                    marks.right().size(), marks.wrong().size());
        }
        answer.note().ifPresent(note -> console.say("%s", note));
        String steps = answer.stepTimes().entrySet().stream()
                .map(step -> step.getKey() + " " + milliseconds(step.getValue()) + " ms")
                .collect(Collectors.joining(", "));
        console.say(
                "%,d results, %,d candidates of %,d tiles; %s",
                answer.ranking().size(), answer.candidates(), answer.archiveSize(), steps);
        if (answer.judged()) {
            int k = answer.request().k();
            console.say("precision@%d %.3f", k, answer.precisionAt(k));
        }
    }

    private static String milliseconds(Duration time) {
        return String.format(Locale.ENGLISH, "%.2f", time.toNanos() / 1e6);
    }
}
