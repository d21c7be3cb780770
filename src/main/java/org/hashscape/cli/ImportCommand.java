package org.hashscape.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hashscape.archive.dataset.DatasetLayout;
import org.hashscape.model.CountText;
import org.hashscape.model.SceneGrid;
import org.hashscape.model.ShellWord;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.ImportSource;
import org.hashscape.workbench.ImportTiles;
import org.hashscape.workbench.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code hashscape import}. */
@Command(
        name = "import",
        description = "Brings the images of a folder, the tiles of a scene, or what a manifest lists into an archive:"
                + " only new and changed files.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private Console console;

    @Parameters(index = "0", paramLabel = "FROM", description = "Folder of images, TIFF scene, or manifest.")
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
            converter = LayoutNames.class,
            description = "auto, folders (one per class), flat (no labels), manifest (manifest.csv, .json, .geojson),"
                    + " uc-merced, uc-merced-multilabel, eurosat, eurosat-ms, bigearthnet (19 classes), bigearthnet-43,"
                    + " or scene (cut into tiles). Default: auto.")
    private DatasetLayout layout;

    @Option(names = "--tile", paramLabel = "N", description = "Cut scenes into tiles of N x N pixels. Default: 256.")
    private @Nullable Integer tile;

    @Option(
            names = "--stride",
            paramLabel = "N",
            description = "Pixels from one tile of a scene to the next. Default: as --tile, so side by side.")
    private @Nullable Integer stride;

    @Option(
            names = "--max-empty",
            paramLabel = "PERCENT",
            description = "Leave out tiles of a scene that are emptier than this. Default: 50.")
    private @Nullable Double mostEmpty;

    /** Names as people write them, with hyphens. */
    static final class LayoutNames implements ITypeConverter<DatasetLayout> {
        @Override
        public DatasetLayout convert(String name) {
            return Arrays.stream(DatasetLayout.values())
                    .filter(layout -> layout.id().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("expected one of "
                            + Arrays.stream(DatasetLayout.values())
                                    .map(DatasetLayout::id)
                                    .collect(Collectors.joining(", "))
                            + ", not '" + name + "'"));
        }
    }

    private Optional<SceneGrid> grid() {
        if (tile == null && stride == null && mostEmpty == null) {
            return Optional.empty();
        }
        int size = tile == null ? SceneGrid.USUAL.size() : tile;
        double empty = mostEmpty == null ? SceneGrid.USUAL.mostEmpty() : mostEmpty / 100;
        return Optional.of(new SceneGrid(size, stride == null ? size : stride, empty));
    }

    @Override
    public Integer call() throws IOException {
        ImportSource.of(folder); // before an archive is made for it
        try (Archive archive = Workspace.openOrCreate(archiveFile)) {
            ImportTiles.Report report = new ImportTiles(archive).run(folder, layout, grid(), console.progress());
            if (console.isJson()) {
                ObjectNode document = console.object();
                report.notes().forEach(document.putArray("notes")::add);
                document.put("archive", archive.file().toString())
                        .put("layout", report.layout().id())
                        .put("tiles", report.tilesInArchive())
                        .put("labels", report.labels())
                        .put("added", report.added())
                        .put("updated", report.updated())
                        .put("unchanged", report.unchanged())
                        .put("problems", report.problems())
                        .put("seconds", report.elapsed().toMillis() / 1000.0);
                ObjectNode stages = document.putObject("stageSeconds");
                report.seconds().forEach(stages::put);
                console.print(document);
            } else {
                console.say(
                        "%s in %s, %s (%,d added, %,d updated, %,d unchanged) in %.1f s",
                        CountText.of(report.tilesInArchive(), "tile", "tiles"),
                        CountText.of(report.labels(), "class", "classes"),
                        CountText.of(report.problems(), "problem", "problems"),
                        report.added(),
                        report.updated(),
                        report.unchanged(),
                        report.elapsed().toMillis() / 1000.0);
                report.notes().forEach(note -> console.say("  %s", note));
                console.say("  %s", shares(report));
                archive.problems().stream()
                        .limit(10)
                        .forEach(problem -> console.say("  %s: %s", problem.path(), problem.reason()));
                if (report.problems() > 10) {
                    console.say(
                            "  ... and %,d more: hashscape info %s", report.problems() - 10, ShellWord.of(archiveFile));
                }
            }
        }
        return 0;
    }

    /** "decode 71 %, write 12 %, ..." of the time that all threads spent. */
    static String shares(ImportTiles.Report report) {
        double all = report.seconds().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        return report.seconds().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(step -> String.format(Locale.ENGLISH, "%s %.0f %%", step.getKey(), 100 * step.getValue() / all))
                .collect(Collectors.joining(", ", "Time: ", ""));
    }
}
