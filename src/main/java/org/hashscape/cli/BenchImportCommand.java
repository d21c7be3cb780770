package org.hashscape.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hashscape.workbench.ImportBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hashscape bench import}. */
@Command(
        name = "import",
        description = {
            "Imports a folder into an archive that is thrown away, and beside it only decodes the same files with ImageIO",
            "on all cores: the ratio says what an import adds."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class BenchImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private Console console;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "Folder of images.")
    private Path folder;

    @Option(names = "--rounds", defaultValue = "5", paramLabel = "N", description = "Rounds. Default: 5.")
    private int rounds;

    @Override
    public Integer call() throws IOException {
        MethodOptions.require(command, rounds >= 1, "--rounds takes at least 1, not " + rounds);
        ImportBench.Report report = ImportBench.run(folder, rounds, console.progress());
        if (console.isJson()) {
            ObjectNode document = console.object()
                    .put("files", report.files())
                    .put("cores", report.cores())
                    .put("rounds", rounds)
                    .put("decodePerSecond", report.decodePerSecond())
                    .put("importPerSecond", report.importPerSecond())
                    .put("ratio", report.ratio());
            ObjectNode stages = document.putObject("stageSeconds");
            report.last().seconds().forEach(stages::put);
            console.print(document);
        } else {
            console.say(
                    "%,d files on %,d cores: %,.0f a second decoded by ImageIO alone, %,.0f imported: %.2f of it",
                    report.files(), report.cores(), report.decodePerSecond(), report.importPerSecond(), report.ratio());
            console.say("  %s", ImportCommand.shares(report.last()));
        }
        return 0;
    }
}
