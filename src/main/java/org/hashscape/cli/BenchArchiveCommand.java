package org.hashscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hashscape.workbench.GenerateArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hashscape bench archive}. */
@Command(
        name = "archive",
        description = {
            "Makes an archive of generated tiles to measure with: painted scenes, each shown by many tiles, with",
            "descriptors moved at random. It has no originals, and says so."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class BenchArchiveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private Console console;

    @Parameters(index = "0", paramLabel = "A.hsa", description = "File of the new archive.")
    private Path file;

    @Option(
            names = "--tiles",
            defaultValue = "1000000",
            paramLabel = "N",
            description = "How many tiles. Default: 1000000.")
    private int tiles;

    @Option(
            names = "--scenes",
            defaultValue = "25",
            paramLabel = "N",
            description = "Different pictures per class. Default: 25.")
    private int scenes;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Seed. Default: 1.")
    private long seed;

    @Override
    public Integer call() throws IOException {
        MethodOptions.require(command, tiles >= 100, "--tiles takes at least 100, not " + tiles);
        MethodOptions.require(command, scenes >= 1, "--scenes takes at least 1, not " + scenes);
        GenerateArchive.Report report = GenerateArchive.run(file, tiles, scenes, seed, console.progress());
        double seconds = report.elapsed().toMillis() / 1000.0;
        if (console.isJson()) {
            console.print(console.object()
                    .put("archive", file.toAbsolutePath().toString())
                    .put("tiles", report.tiles())
                    .put("scenes", report.scenes())
                    .put("labels", report.labels())
                    .put("dimension", report.dimension())
                    .put("bytes", Files.size(file))
                    .put("seconds", seconds));
        } else {
            console.say(
                    "%,d tiles of %,d scenes with %,d labels, descriptors of %,d numbers: %,.0f MB in %.1f s",
                    report.tiles(),
                    report.scenes(),
                    report.labels(),
                    report.dimension(),
                    Files.size(file) / 1e6,
                    seconds);
        }
        return 0;
    }
}
