package org.hashscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hashscape.model.Rendering;
import org.hashscape.model.RenderingPreset;
import org.hashscape.model.Stretch;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.RenderTiles;
import org.hashscape.workbench.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hashscape render}. */
@Command(
        name = "render",
        description = {
            "Chooses which bands are shown, and how their values become brightness, and makes the thumbnails anew.",
            "Descriptors and models of the former pictures are dropped. Without options, completes what a run that was"
                    + " stopped has left."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class RenderCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private Console console;

    @Parameters(index = "0", paramLabel = "A.hsa", description = "Archive.")
    private Path archiveFile;

    @Option(
            names = "--preset",
            paramLabel = "P",
            description = "automatic, sentinel-2, sentinel-2-false-colour, eurosat-ms, landsat, landsat-false-colour or"
                    + " sentinel-1.")
    private @Nullable String preset;

    @Option(
            names = "--bands",
            paramLabel = "R,G,B",
            description = "Numbers of three bands, from 1, or of one (grey), or auto.")
    private @Nullable String bands;

    @Option(
            names = "--range",
            paramLabel = "LOW..HIGH",
            description = "Values that become black and white, in all tiles: 0..2750.")
    private @Nullable String range;

    @Option(
            names = "--percentile",
            paramLabel = "LOW..HIGH",
            description = "Percentiles of each tile's values that become black and white: 2..98.")
    private @Nullable String percentile;

    @Override
    public Integer call() throws IOException {
        if (range != null && percentile != null) {
            throw new ParameterException(command.commandLine(), "--range and --percentile exclude each other");
        }
        try (Archive archive = Workspace.open(archiveFile)) {
            Rendering rendering = chosen(archive.rendering());
            RenderTiles.Report report = new RenderTiles(archive).run(rendering, console.progress());
            if (console.isJson()) {
                console.print(console.object()
                        .put("archive", archive.file().toString())
                        .put("bands", rendering.bandText())
                        .put("stretch", rendering.stretch().toString())
                        .put("rendered", report.rendered())
                        .put("unreadable", report.unreadable()));
            } else {
                console.say(
                        "%s; %,d thumbnails rendered, %,d originals unreadable",
                        rendering, report.rendered(), report.unreadable());
            }
        }
        return 0;
    }

    /** What the options say; what they leave out stays as it is, or as in the preset. */
    private Rendering chosen(Rendering former) {
        Rendering base = former;
        String name = preset;
        if (name != null) {
            Optional<RenderingPreset> known = RenderingPreset.byId(name);
            base = known.orElseThrow(() -> new ParameterException(
                            command.commandLine(),
                            "There is no preset '" + name + "'. Known: "
                                    + Arrays.stream(RenderingPreset.values())
                                            .map(RenderingPreset::id)
                                            .collect(Collectors.joining(", "))))
                    .rendering();
        }
        try {
            Stretch stretch = base.stretch();
            if (range != null) {
                double[] limits = Rendering.parseLimits(range);
                stretch = new Stretch.Range(limits[0], limits[1]);
            } else if (percentile != null) {
                double[] limits = Rendering.parseLimits(percentile);
                stretch = new Stretch.Percentile(limits[0], limits[1]);
            }
            return new Rendering(bands == null ? base.bands() : Rendering.parseBands(bands), stretch);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
