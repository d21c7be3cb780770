package org.hashscape.ui.app;

import java.time.Duration;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/** A JavaFX window with nothing in it: what {@code bench startup} compares the start of Hashscape with. */
public final class EmptyWindow extends Application {

    @Override
    public void start(Stage stage) {
        StartMarks.mark("toolkit");
        stage.setScene(new Scene(new Pane(), HashscapeApplication.WIDTH, HashscapeApplication.HEIGHT));
        stage.show();
        Painted.then(() -> true, Duration.ZERO, () -> {
            StartMarks.mark("usable");
            Platform.exit();
        });
    }

    /** What starts it: a class that is no application itself needs no module path. */
    public static final class Starter {

        private Starter() {}

        public static void main(String[] args) {
            StartMarks.mark("java");
            System.setProperty("java.awt.headless", "true");
            Application.launch(EmptyWindow.class);
            System.exit(0);
        }
    }
}
