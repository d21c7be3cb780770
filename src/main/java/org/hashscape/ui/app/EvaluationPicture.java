package org.hashscape.ui.app;

import java.io.IOException;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.hashscape.workbench.evaluation.EvaluationRequest;
import org.hashscape.workbench.job.JobRunner;
import org.hashscape.workbench.settings.Settings;

/** Takes pictures of the evaluation window: opens an archive, evaluates, waits until everything is drawn, saves a PNG. */
public final class EvaluationPicture {

    private EvaluationPicture() {}

    /**
     * Saves a picture of the evaluation window. For any thread but JavaFX's own; {@link WindowPicture#end} stops the
     * toolkit.
     *
     * @param theme "light" or "dark"
     * @param width pixels of the window's content
     * @param height pixels of the window's content
     * @throws IOException where the archive cannot be opened or measured; the message says why
     */
    public static void save(
            Path archive, EvaluationRequest request, String theme, int textPercent, int width, int height, Path png)
            throws IOException {
        WindowPicture.startToolkit();
        WindowSettings settings = WindowSettings.forgetful(Settings.DEFAULT);
        settings.setTheme(theme);
        settings.setTextPercent(textPercent);
        Stage[] stage = new Stage[1];
        MainView[] view = new MainView[1];
        MainViewModel model = WindowPicture.onScreen(() -> {
            MainViewModel made = new MainViewModel(new JobRunner(), Platform::runLater, settings);
            view[0] = new MainView(made, () -> {});
            view[0].complete();
            stage[0] = new Stage();
            stage[0].setScene(new Scene(view[0], 800, 600));
            stage[0].show();
            made.shelf().open(archive);
            return made;
        });
        EvaluationWindow[] window = new EvaluationWindow[1];
        try {
            WindowPicture.openArchive(model);
            window[0] = WindowPicture.onScreen(() -> view[0].showEvaluation(width, height));
            WindowPicture.onScreen(() -> {
                window[0].model().form().set(request);
                window[0].model().start();
                return true;
            });
            WindowPicture.await(() -> WindowPicture.onScreen(
                    () -> !window[0].model().busyProperty().get()));
            if (WindowPicture.onScreen(() -> window[0].model().troubleProperty().get())) {
                throw new IOException(WindowPicture.onScreen(
                        () -> window[0].model().messageProperty().get()));
            }
            WindowPicture.waitUntil(() -> window[0].view().isComplete());
            WritableImage picture =
                    WindowPicture.onScreen(() -> window[0].view().getScene().snapshot(null));
            PictureFile.write(picture, png);
        } finally {
            WindowPicture.onScreen(() -> {
                if (window[0] != null) {
                    window[0].hide();
                }
                stage[0].hide();
                return true;
            });
            model.close();
        }
    }
}
