package org.hashscape;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hashscape.model.Progress;
import org.hashscape.ui.app.EvaluationPicture;
import org.hashscape.ui.app.RenderingPicture;
import org.hashscape.ui.app.WindowPicture;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.evaluation.EvaluationRequest;
import org.hashscape.workbench.evaluation.LeakPolicy;
import org.hashscape.workbench.filter.TileFilter;
import org.hashscape.workbench.settings.Settings;
import org.hashscape.workbench.settings.Settings.ColumnChoice;
import org.hashscape.workbench.settings.Settings.Views;

/** Takes the project's own pictures of the window again: {@code mvn -q -Pscreenshots compile exec:exec}. */
public final class Screenshots {

    private static final String QUERY = "burning-forest/burning-forest_004.jpg";
    private static final Settings SETTINGS = new Settings(
            Optional.empty(),
            Settings.DEFAULT.recentArchives(),
            Settings.DEFAULT.theme(),
            Settings.DEFAULT.textPercent(),
            Optional.empty(),
            "kslsh",
            "colour-texture+sift-words",
            32,
            20,
            "ranking",
            0,
            false);

    private static final EvaluationRequest EVALUATION = new EvaluationRequest(
            List.of("lsh", "klsh", "kslsh", "itq", "exhaustive"),
            List.of("colour-texture+sift-words"),
            List.of(16, 24, 32, 64),
            "mhcln",
            List.of(1L, 2L, 3L, 4L, 5L),
            20,
            "shares-label",
            LeakPolicy.REFUSE);

    private static final String IN_REGIONS = "river/river_004.jpg";
    private static final Settings REGIONS = new Settings(
            Optional.empty(),
            Settings.DEFAULT.recentArchives(),
            Settings.DEFAULT.theme(),
            Settings.DEFAULT.textPercent(),
            Optional.empty(),
            "multicode-symmetric",
            "regions",
            32,
            20,
            "ranking",
            0,
            false);

    private static final String COMPARED = "dense-residential/dense-residential_007.jpg";
    private static final List<ColumnChoice> TWO = List.of(
            new ColumnChoice("kslsh", "colour-texture+sift-words", 32),
            new ColumnChoice("lsh", "colour-texture+sift-words", 32));
    private static final List<ColumnChoice> FOUR = List.of(
            new ColumnChoice("kslsh", "colour-texture+sift-words", 32),
            new ColumnChoice("itq", "sift-words", 32),
            new ColumnChoice("lsh", "colour-texture", 64),
            new ColumnChoice("exhaustive", "colour-texture+sift-words", 32));

    private Screenshots() {}

    private static Settings comparing(List<ColumnChoice> columns) {
        return SETTINGS.with(new Views(true, columns, true, false));
    }

    /** By label and day. */
    private static final TileFilter FILTER = TileFilter.NONE
            .withAll(List.of("fire"))
            .withNone(List.of("grass"))
            .between(Optional.of(LocalDate.of(2016, 1, 1)), Optional.empty());

    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path folder = Path.of(args[0]);
        Path sample;
        try (Archive archive = Workspace.openSample(Progress.NONE)) {
            sample = archive.file();
        }
        WindowPicture.save(sample, QUERY, SETTINGS, "light", 100, 1280, 800, folder.resolve("window-light.jpg"));
        WindowPicture.save(sample, QUERY, SETTINGS, "dark", 100, 1280, 800, folder.resolve("window-dark.jpg"));
        WindowPicture.save(sample, QUERY, SETTINGS, "light", 200, 1920, 1200, folder.resolve("window-large-text.jpg"));
        for (String theme : List.of("light", "dark")) {
            Path regions = folder.resolve("regions-" + theme + ".jpg");
            WindowPicture.save(sample, IN_REGIONS, REGIONS, theme, 100, 1280, 800, regions);
        }
        Path regionsLarge = folder.resolve("regions-large-text.jpg");
        WindowPicture.save(sample, IN_REGIONS, REGIONS, "light", 200, 1920, 1200, regionsLarge);
        EvaluationPicture.save(sample, EVALUATION, "light", 100, 1280, 800, folder.resolve("evaluation-light.png"));
        EvaluationPicture.save(sample, EVALUATION, "dark", 100, 1280, 800, folder.resolve("evaluation-dark.png"));
        for (String theme : List.of("light", "dark")) {
            Path two = folder.resolve("compare-two-" + theme + ".jpg");
            WindowPicture.save(sample, COMPARED, comparing(TWO), theme, 100, 1280, 800, two);
            Path four = folder.resolve("compare-four-" + theme + ".jpg");
            WindowPicture.save(sample, COMPARED, comparing(FOUR), theme, 100, 1920, 1080, four);
        }
        for (String theme : List.of("light", "dark")) {
            RenderingPicture.save(sample, theme, 100, folder.resolve("rendering-" + theme + ".jpg"));
        }
        Path large = folder.resolve("compare-large-text.jpg");
        WindowPicture.save(sample, COMPARED, comparing(TWO), "light", 200, 1920, 1200, large);
        for (String theme : List.of("light", "dark")) {
            Path map = folder.resolve("map-" + theme + ".jpg");
            WindowPicture.save(sample, QUERY, SETTINGS, theme, 100, 1280, 800, map, view -> view.showMap(FILTER));
        }
        Path largeMap = folder.resolve("map-large-text.jpg");
        WindowPicture.save(sample, QUERY, SETTINGS, "light", 200, 1920, 1200, largeMap, view -> view.showMap(FILTER));
        WindowPicture.end();
        System.exit(0);
    }
}
