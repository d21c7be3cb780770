package org.hashscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hashscape.workbench.SampleData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hashscape sample-data}. */
@Command(
        name = "sample-data",
        description = "Generates the bundled sample archive's images.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class SampleDataCommand implements Callable<Integer> {

    @Mixin
    private Console console;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "Where to; made where there is none.")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        SampleData.Report report = SampleData.run(folder, console.progress());
        if (console.isJson()) {
            console.print(console.object()
                    .put("folder", folder.toAbsolutePath().toString())
                    .put("tiles", report.tiles())
                    .put("classes", report.classes()));
        } else {
            console.say("%,d tiles of %,d classes written to %s", report.tiles(), report.classes(), folder);
        }
        return 0;
    }
}
