package org.hashscape.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hashscape.model.Progress;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.StartBench;
import org.hashscape.workbench.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hashscape bench startup}. */
@Command(
        name = "startup",
        description = {
            "Starts the window with an archive until its tiles are on screen, and beside it an empty JavaFX window, in turn:",
            "the ratio says what Hashscape adds. Needs a display."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class BenchStartCommand implements Callable<Integer> {

    private static final String WINDOW = "org.hashscape.Main";
    private static final String EMPTY = "org.hashscape.ui.app.EmptyWindow$Starter";

    @Spec
    private CommandSpec command;

    @Mixin
    private Console console;

    @Parameters(index = "0", arity = "0..1", paramLabel = "A.hsa", description = "Archive. Default: the sample.")
    private Optional<Path> archive = Optional.empty();

    @Option(names = "--rounds", defaultValue = "7", paramLabel = "N", description = "Rounds. Default: 7.")
    private int rounds;

    @Option(
            names = "--drop-caches",
            description = "Let Linux forget all files before each start, as after switching on. Needs root.")
    private boolean dropCaches;

    @Override
    public Integer call() throws IOException {
        MethodOptions.require(command, rounds >= 1, "--rounds takes at least 1, not " + rounds);
        Path file;
        try (Archive opened =
                archive.isPresent() ? Workspace.open(archive.get()) : Workspace.openSample(Progress.NONE)) {
            file = opened.file();
        }
        StartBench.Report report = new StartBench(WINDOW, EMPTY, file).run(rounds, dropCaches, console.progress());
        if (console.isJson()) {
            ObjectNode document = console.object()
                    .put("rounds", rounds)
                    .put("windowMillis", report.window())
                    .put("completeMillis", report.complete())
                    .put("emptyMillis", report.empty())
                    .put("ratio", report.ratio());
            ObjectNode parts = document.putObject("partMillis");
            report.parts().forEach(parts::put);
            console.print(document);
        } else {
            console.say(
                    "Window with the archive's tiles after %,.0f ms, an empty JavaFX window after %,.0f ms: %.2f times;"
                            + " query, methods and charts after %,.0f ms",
                    report.window(), report.empty(), report.ratio(), report.complete());
            console.say(
                    "  Time: %s",
                    report.parts().entrySet().stream()
                            .map(part -> String.format(Locale.ENGLISH, "%s %,.0f ms", part.getKey(), part.getValue()))
                            .collect(Collectors.joining(", ")));
        }
        return 0;
    }
}
