package org.hashscape.ui.app;

import java.io.IOException;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.hashscape.ui.rendering.RenderingViewModel;
import org.hashscape.workbench.job.JobRunner;
import org.hashscape.workbench.settings.Settings;

/** Takes pictures of the dialog for bands and contrast. */
public final class RenderingPicture {

    private RenderingPicture() {}

    /**
     * Saves a picture of the dialog. For any thread but JavaFX's own; {@link WindowPicture#end} stops the toolkit.
     *
     * @param theme "light" or "dark"
     * @throws IOException where the archive cannot be opened, or its originals not be read
     */
    public static void save(Path archive, String theme, int textPercent, Path png) throws IOException {
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
        RenderingDialog[] dialog = new RenderingDialog[1];
        try {
            OpenArchive open = WindowPicture.openArchive(model);
            RenderingDialog.Start start = RenderingDialog.Start.of(open.archive());
            dialog[0] = WindowPicture.onScreen(() -> {
                RenderingDialog made = view[0].renderingDialog(start);
                made.show();
                return made;
            });
            RenderingViewModel choice = dialog[0].model();
            WindowPicture.await(() -> WindowPicture.onScreen(() ->
                    choice.picturesProperty().get().size() == start.shown().size()));
            WritableImage picture = WindowPicture.onScreen(
                    () -> dialog[0].getDialogPane().getScene().snapshot(null));
            PictureFile.write(picture, png);
        } finally {
            WindowPicture.onScreen(() -> {
                if (dialog[0] != null) {
                    dialog[0].hide();
                }
                stage[0].hide();
                return true;
            });
            model.close();
        }
    }
}
