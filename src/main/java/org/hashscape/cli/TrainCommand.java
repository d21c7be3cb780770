package org.hashscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hashscape.model.MethodSpec;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.SearchArchive;
import org.hashscape.workbench.TrainMethod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hashscape train}. */
@Command(
        name = "train",
        description = "Trains a hashing method and encodes every tile.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class TrainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private Console console;

    @Mixin
    private MethodOptions options;

    @Parameters(index = "0", paramLabel = "A.hsa", description = "Archive.")
    private Path archiveFile;

    @Option(
            names = "--split",
            defaultValue = "all",
            paramLabel = "all|train",
            description = "Train on all tiles, or on the training part of the seed's split. Default: all.")
    private MethodSpec.Split split;

    @Option(names = "--force", description = "Train anew where there is such a model.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        options.requireKnown(command);
        MethodOptions.require(
                command,
                !options.method.startsWith(SearchArchive.EXHAUSTIVE),
                options.method + " compares the descriptors themselves: there is nothing to train");
        MethodSpec spec = new MethodSpec(options.method, options.descriptor(), options.bits, options.seed, split);
        try (Archive archive = console.open(archiveFile)) {
            TrainMethod.Report report = new TrainMethod(archive).run(spec, force, console.progress());
            if (console.isJson()) {
                console.print(console.object()
                        .put("method", spec.method())
                        .put("descriptor", spec.descriptor())
                        .put("bits", report.bits())
                        .put("seed", spec.seed())
                        .put("split", spec.split().toString())
                        .put("trainedTiles", report.trainedTiles())
                        .put("encodedTiles", report.encodedTiles())
                        .put("seconds", report.elapsed().toMillis() / 1000.0));
            } else {
                console.say(
                        "%s: trained on %,d tiles, %,d tiles encoded in %,d bits, %.1f s",
                        spec,
                        report.trainedTiles(),
                        report.encodedTiles(),
                        report.bits(),
                        report.elapsed().toMillis() / 1000.0);
            }
        }
        return 0;
    }
}
