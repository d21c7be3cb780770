package org.hashscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.SearchArchive;
import org.hashscape.workbench.export.ExportFormat;
import org.hashscape.workbench.export.ExportGallery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hashscape export}. */
@Command(
        name = "export",
        description = "Asks like query, and writes the answer as a file to take away.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private Console console;

    @Mixin
    private QueryOptions options;

    @Parameters(index = "0", paramLabel = "A.hsa", description = "Archive.")
    private Path archiveFile;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "Ends in .html, .pdf, .png, .csv, .json, .geojson or .zip.")
    private Path to;

    @Override
    public Integer call() throws IOException {
        options.requireSensible();
        MethodOptions.require(
                command,
                ExportFormat.of(to).isPresent(),
                "--to takes a file that ends in " + ExportFormat.endings() + ", not '" + to + "'");
        try (Archive archive = console.open(archiveFile)) {
            QueryAnswer answer =
                    new SearchArchive(archive).answer(options.request(archive.catalogue()), console.progress());
            new ExportGallery(archive).run(answer, to, console.progress());
            if (console.isJson()) {
                console.print(console.object()
                        .put("file", to.toAbsolutePath().toString())
                        .put("bytes", Files.size(to))
                        .put("results", answer.ranking().size()));
            } else {
                console.say("%,d results written to %s", answer.ranking().size(), to);
            }
        }
        return 0;
    }
}
