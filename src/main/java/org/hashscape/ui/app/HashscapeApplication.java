package org.hashscape.ui.app;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.hashscape.ui.common.Fonts;
import org.hashscape.workbench.job.JobRunner;
import org.hashscape.workbench.settings.Settings.WindowBounds;
import org.hashscape.workbench.settings.SettingsFile;
import org.jspecify.annotations.Nullable;

/** Hashscape with its window. Its one argument, if any, is the archive to open. */
public final class HashscapeApplication extends Application {

    static final double WIDTH = 1280;
    static final double HEIGHT = 800;

    private @Nullable MainViewModel model;
    private @Nullable SettingsFile file;

    @Override
    public void start(Stage stage) {
        StartMarks.mark("toolkit");
        SettingsFile settingsFile = WindowLauncher.settings();
        Fonts.load();
        file = settingsFile;
        WindowSettings settings = new WindowSettings(settingsFile::get, settingsFile::set);
        MainViewModel main = new MainViewModel(new JobRunner(), Platform::runLater, settings);
        model = main;
        main.shelf()
                .openAtStart(getParameters().getRaw().stream().findFirst().map(Path::of)); // while the view is built
        MainView view = new MainView(main, () -> {
            rememberBounds(stage, settings);
            Platform.exit();
        });
        view.setBrowser(page -> getHostServices().showDocument(page.toString()));
        if (settings.firstSteps()) {
            view.showFirstSteps(true);
        }
        stage.setScene(new Scene(view, WIDTH, HEIGHT));
        stage.titleProperty()
                .bind(main.archiveModel()
                        .nameProperty()
                        .map(name -> name.isEmpty() ? "Hashscape" : name + " – Hashscape"));
        stage.setMinWidth(800);
        stage.setMinHeight(560);
        icons(stage);
        restoreBounds(stage, settings);
        stage.setOnCloseRequest(event -> rememberBounds(stage, settings));
        stage.show();
        StartMarks.mark("window");
        view.focusTiles();
        StartMarks.whenPainted(
                "usable", () -> main.shelf().archiveProperty().get().isPresent() && view.isComplete(), Platform::exit);
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

    private static void icons(Stage stage) {
        for (String size : new String[] {"32", "64", "128"}) {
            var icon = HashscapeApplication.class.getResourceAsStream("/org/hashscape/ui/icon-" + size + ".png");
            if (icon != null) {
                stage.getIcons().add(new Image(icon));
            }
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
