package org.hashscape;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hashscape.model.Progress;
import org.hashscape.ui.app.EvaluationPicture;
import org.hashscape.ui.app.WindowPicture;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.evaluation.EvaluationRequest;
import org.hashscape.workbench.evaluation.LeakPolicy;
import org.hashscape.workbench.settings.Settings;

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

    private Screenshots() {}

    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path folder = Path.of(args[0]);
        Path sample;
        try (Archive archive = Workspace.openSample(Progress.NONE)) {
            sample = archive.file();
        }
        WindowPicture.save(sample, QUERY, SETTINGS, "light", 100, 1280, 800, folder.resolve("window-light.png"));
        WindowPicture.save(sample, QUERY, SETTINGS, "dark", 100, 1280, 800, folder.resolve("window-dark.png"));
        WindowPicture.save(sample, QUERY, SETTINGS, "light", 200, 1920, 1200, folder.resolve("window-large-text.png"));
        EvaluationPicture.save(sample, EVALUATION, "light", 100, 1280, 800, folder.resolve("evaluation-light.png"));
        EvaluationPicture.save(sample, EVALUATION, "dark", 100, 1280, 800, folder.resolve("evaluation-dark.png"));
        WindowPicture.end();
        System.exit(0);
    }
}
