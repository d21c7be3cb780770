package org.hashscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.ImportSource;
import org.hashscape.workbench.ImportTiles;
import org.hashscape.workbench.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hashscape import}. */
@Command(
        name = "import",
        description = "Brings the images of a folder into an archive: only new and changed files.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private Console console;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "Folder of images.")
    private Path folder;

    @Option(
            names = "--archive",
            required = true,
            paramLabel = "A.hsa",
            description = "Archive; made where there is none.")
    private Path archiveFile;

    @Option(
            names = "--layout",
            defaultValue = "auto",
            paramLabel = "L",
            description = "auto, folders (one per class), flat (no labels), or manifest (manifest.csv). Default: auto.")
    private DatasetLayout layout;

    @Override
    public Integer call() throws IOException {
        ImportSource.of(folder); // before an archive is made for it
        try (Archive archive = Workspace.openOrCreate(archiveFile)) {
            ImportTiles.Report report = new ImportTiles(archive).run(folder, layout, console.progress());
            if (console.isJson()) {
                console.print(console.object()
                        .put("archive", archive.file().toString())
                        .put("layout", report.layout().name().toLowerCase(Locale.ROOT))
                        .put("tiles", report.tilesInArchive())
                        .put("labels", report.labels())
                        .put("added", report.added())
                        .put("updated", report.updated())
                        .put("unchanged", report.unchanged())
                        .put("problems", report.problems())
                        .put("seconds", report.elapsed().toMillis() / 1000.0));
            } else {
                console.say(
                        "%,d tiles in %,d classes, %,d problems (%,d added, %,d updated, %,d unchanged) in %.1f s",
                        report.tilesInArchive(),
                        report.labels(),
                        report.problems(),
                        report.added(),
                        report.updated(),
                        report.unchanged(),
                        report.elapsed().toMillis() / 1000.0);
                archive.problems().stream()
                        .limit(10)
                        .forEach(problem -> console.say("  %s: %s", problem.path(), problem.reason()));
                if (report.problems() > 10) {
                    console.say("  ... and %,d more: hashscape info %s", report.problems() - 10, archiveFile);
                }
            }
        }
        return 0;
    }
}
