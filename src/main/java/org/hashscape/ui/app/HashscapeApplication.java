package org.hashscape.ui.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.hashscape.ui.common.Fonts;
import org.hashscape.ui.common.Theme;
import org.hashscape.workbench.job.JobRunner;
import org.hashscape.workbench.settings.Settings.WindowBounds;
import org.hashscape.workbench.settings.SettingsFile;
import org.jspecify.annotations.Nullable;

/** Hashscape with its window. Its one argument, if any, is the archive to open. */
public final class HashscapeApplication extends Application {

    static final double WIDTH = 1280;
    static final double HEIGHT = 800;

    /** How long the rest of the window waits for the archive's tiles to be shown. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private @Nullable MainViewModel model;
    private @Nullable SettingsFile file;
    private final List<Image> icons = new ArrayList<>();

    /** Reads fonts and icons here while JavaFX, on the screen's thread, reads the style sheet that comes with its controls. */
    @Override
    public void init() {
        new Label();
        Fonts.load();
        for (String size : new String[] {"32", "64", "128"}) {
            icons.add(new Image(HashscapeApplication.class
                    .getResource("/org/hashscape/ui/icon-" + size + ".png")
                    .toExternalForm()));
        }
    }

    @Override
    public void start(Stage stage) {
        StartMarks.mark("toolkit");
        SettingsFile settingsFile = WindowLauncher.settings();
        file = settingsFile;
        WindowSettings settings = new WindowSettings(settingsFile::get, settingsFile::set);
        MainViewModel main = new MainViewModel(new JobRunner(), Platform::runLater, settings);
        model = main;
        main.shelf()
                .openAtStart(getParameters().getRaw().stream().findFirst().map(Path::of)); // while the view is built
        Theme theme = Theme.of(settings.theme());
        stage.setScene(new Scene(new Splash(icons.get(icons.size() - 1), theme.palette()), WIDTH, HEIGHT));
        stage.titleProperty()
                .bind(main.archiveModel()
                        .nameProperty()
                        .map(name -> name.isEmpty() ? "Hashscape" : name + " – Hashscape"));
        stage.setMinWidth(800);
        stage.setMinHeight(560);
        restoreBounds(stage, settings);
        stage.setOnCloseRequest(event -> rememberBounds(stage, settings));
        stage.show();
        StartMarks.mark("splash");
        Painted.next(() -> fill(stage, main));
    }

    /** Puts the content into the window: what shows the archive's tiles first, the rest when they have been seen. */
    private void fill(Stage stage, MainViewModel main) {
        MainView view = new MainView(main, () -> {
            rememberBounds(stage, main.settings());
            Platform.exit();
        });
        view.setBrowser(page -> getHostServices().showDocument(page.toString()));
        if (main.settings().firstSteps()) {
            view.showFirstSteps(true);
        }
        StartMarks.mark("view");
        stage.getScene().setRoot(view);
        view.focusTiles();
        stage.focusedProperty().addListener((property, before, now) -> {
            if (now) {
                main.shelf().followOthers();
            }
        });
        Painted.then(() -> hasTiles(main, view), StartMarks.wanted() ? StartMarks.PATIENCE : PATIENCE, () -> {
            StartMarks.mark("usable");
            view.complete();
            stage.getIcons().setAll(icons);
            if (StartMarks.wanted()) {
                Painted.then(view::isComplete, StartMarks.PATIENCE, () -> {
                    StartMarks.mark("complete");
                    Platform.exit();
                });
            }
        });
    }

    private static boolean hasTiles(MainViewModel model, MainView view) {
        return model.shelf().archiveProperty().get().isPresent() && view.hasTiles();
    }

    @Override
    public void stop() {
        if (model != null) {
            model.close();
        }
        if (file != null) {
            file.close();
        }
    }

    private static void rememberBounds(Stage stage, WindowSettings settings) {
        Optional<WindowBounds> before = settings.bounds();
        WindowBounds now =
                new WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
        boolean keepSize = stage.isMaximized() && before.isPresent();
        settings.setBounds(
                keepSize
                        ? new WindowBounds(
                                before.get().x(),
                                before.get().y(),
                                before.get().width(),
                                before.get().height(),
                                true)
                        : now);
    }

    /** Puts the window where it was, unless that screen is gone. */
    private static void restoreBounds(Stage stage, WindowSettings settings) {
        settings.bounds().ifPresent(bounds -> {
            boolean onScreen =
                    Screen.getScreensForRectangle(bounds.x(), bounds.y(), bounds.width(), bounds.height()).stream()
                            .map(Screen::getVisualBounds)
                            .anyMatch(screen -> overlap(screen, bounds));
            if (onScreen) {
                stage.setX(bounds.x());
                stage.setY(bounds.y());
                stage.setWidth(bounds.width());
                stage.setHeight(bounds.height());
            }
            stage.setMaximized(bounds.maximised());
        });
    }

    private static boolean overlap(Rectangle2D screen, WindowBounds bounds) {
        return screen.intersects(bounds.x(), bounds.y(), Math.max(100, bounds.width()), Math.max(40, bounds.height()));
    }
}
