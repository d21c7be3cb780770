package org.hashscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.BenchBackbone;
import org.hashscape.workbench.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hashscape bench backbone}. */
@Command(
        name = "backbone",
        description = {
            "How fast tiles are described by a network, from their files, against the network alone on prepared",
            "batches: medians of rounds that take turns."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class BenchBackboneCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private Console console;

    @Parameters(index = "0", paramLabel = "ID", description = "Imported network.")
    private String id;

    @Option(names = "--archive", paramLabel = "A.hsa", description = "Whose tiles. Default: the sample archive.")
    private Optional<Path> archiveFile;

    @Option(names = "--tiles", defaultValue = "256", paramLabel = "N", description = "How many. Default: 256.")
    private int tiles;

    @Option(names = "--rounds", defaultValue = "5", paramLabel = "R", description = "Rounds of each. Default: 5.")
    private int rounds;

    @Override
    public Integer call() throws IOException {
        MethodOptions.require(command, tiles >= 1 && tiles <= 10_000, "--tiles takes 1 to 10000, not " + tiles);
        MethodOptions.require(command, rounds >= 1 && rounds <= 1000, "--rounds takes 1 to 1000, not " + rounds);
        try (Archive archive = archiveFile.isPresent()
                ? Workspace.open(archiveFile.get())
                : Workspace.openSample(console.progress())) {
            BenchBackbone.Report report = new BenchBackbone(archive).run(id, tiles, rounds, console.progress());
            if (console.isJson()) {
                console.print(console.object()
                        .put("backbone", report.backbone())
                        .put("tiles", report.tiles())
                        .put("rounds", report.rounds())
                        .put("bareImagesPerSecond", report.bare())
                        .put("imagesPerSecond", report.endToEnd())
                        .put("ratio", report.ratio())
                        .put("bareCpuMillis", report.bareCpuMillis())
                        .put("cpuMillis", report.endToEndCpuMillis()));
            } else {
                console.say(
                        "%s on %,d tiles, %d rounds: network alone %.1f images/s, from files %.1f images/s, ratio %.3f"
                                + " (processor time per image %.2f and %.2f ms)",
                        report.backbone(),
                        report.tiles(),
                        report.rounds(),
                        report.bare(),
                        report.endToEnd(),
                        report.ratio(),
                        report.bareCpuMillis(),
                        report.endToEndCpuMillis());
            }
        }
        return 0;
    }
}
