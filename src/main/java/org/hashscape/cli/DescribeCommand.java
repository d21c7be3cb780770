package org.hashscape.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hashscape.model.CountText;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.DescribeTiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hashscape describe}. */
@Command(
        name = "describe",
        description = "Computes a descriptor for the tiles that do not have it yet.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class DescribeCommand implements Callable<Integer> {

    private static final int NAMED = 10;

    @Mixin
    private Console console;

    @Parameters(index = "0", paramLabel = "A.hsa", description = "Archive.")
    private Path archiveFile;

    @Option(
            names = "--descriptor",
            required = true,
            paramLabel = "D",
            description = "colour-texture, sift-words or a network's name.")
    private String descriptor;

    @Option(names = "--force", description = "Learn and describe everything again.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        try (Archive archive = console.open(archiveFile)) {
            DescribeTiles.Report report = new DescribeTiles(archive).run(descriptor, force, console.progress());
            if (console.isJson()) {
                ObjectNode document = console.object()
                        .put("descriptor", report.descriptor())
                        .put("dimension", report.dimension())
                        .put("described", report.described())
                        .put("unreadable", report.unreadable());
                ArrayNode problems = document.putArray("problems");
                report.reasons()
                        .forEach((key, reason) ->
                                problems.addObject().put("path", key).put("reason", reason));
                console.print(document);
            } else {
                console.say(
                        "%s: %s described by %,d numbers each, %,d unreadable",
                        report.descriptor(),
                        CountText.of(report.described(), "tile", "tiles"),
                        report.dimension(),
                        report.unreadable());
                report.reasons().entrySet().stream()
                        .limit(NAMED)
                        .forEach(problem -> console.say("  %s: %s", problem.getKey(), problem.getValue()));
                if (report.unreadable() > NAMED) {
                    console.say("  ... and %,d more; --json lists them all", report.unreadable() - NAMED);
                }
            }
        }
        return 0;
    }
}
