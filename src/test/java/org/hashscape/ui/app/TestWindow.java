package org.hashscape.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.hashscape.ui.archive.ArchiveViewModel.Showing;
import org.hashscape.ui.common.CanvasGrid;
import org.hashscape.ui.common.TestToolkit;
import org.hashscape.workbench.job.JobRunner;
import org.hashscape.workbench.settings.Settings;
import org.testfx.api.FxRobot;

/** The real window with the real workbench, and hands to use it. */
final class TestWindow implements AutoCloseable {

    final FxRobot robot = new FxRobot();
    final MainViewModel model;
    final WindowSettings settings;
    MainView view;
    Stage stage;

    TestWindow(Settings start) {
        TestToolkit.start();
        settings = WindowSettings.forgetful(start);
        model = onScreen(() -> {
            MainViewModel made = new MainViewModel(new JobRunner(), Platform::runLater, settings);
            view = new MainView(made, () -> {});
            view.complete();
            stage = new Stage();
            stage.setScene(new Scene(view, 1280, 800));
            stage.setX(0);
            stage.setY(0);
            stage.show();
            stage.requestFocus();
            return made;
        });
    }

    /** A window with quick settings and an archive whose tiles are drawn. */
    static TestWindow showing(Path archive) {
        TestWindow window = new TestWindow(quick());
        onScreen(() -> {
            window.model.shelf().open(archive);
            return true;
        });
        window.until(
                "the archive",
                () -> window.model.archiveModel().showingProperty().get() == Showing.TILES && window.view.isComplete());
        return window;
    }

    /** Settings with a method that needs next to no training. */
    static Settings quick() {
        Settings usual = Settings.DEFAULT;
        return new Settings(
                usual.lastArchive(),
                usual.recentArchives(),
                "light",
                100,
                usual.window(),
                "lsh",
                "colour-texture",
                32,
                20,
                "ranking",
                0,
                false);
    }

    static <T> T onScreen(Supplier<T> work) {
        return TestToolkit.onScreen(work);
    }

    /** Waits until something is so, looking on the screen's thread. */
    void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!onScreen(condition::getAsBoolean)) {
            assertThat(System.nanoTime()).as("waited too long for: " + what).isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** Waits until results for a query are there and everything is drawn. */
    void untilAnswered(String queryTitle) {
        until(
                "an answer about " + queryTitle,
                () -> model.queries().queryModel().titleProperty().get().equals(queryTitle)
                        && model.queries().results().answer().isPresent()
                        && model.queries()
                                .results()
                                .answer()
                                .get()
                                .queryTile()
                                .map(tile -> tile.key())
                                .filter(queryTitle::equals)
                                .isPresent()
                        && view.isComplete());
    }

    /** The evaluation window with what the archive keeps, in the table and as charts. */
    EvaluationWindow openKeptEvaluation() {
        EvaluationWindow evaluation = onScreen(() -> view.showEvaluation());
        until("what is kept", () -> !evaluation.model().storedProperty().get().isEmpty());
        onScreen(() -> {
            evaluation.model().open(evaluation.model().storedProperty().get().get(0));
            return true;
        });
        until(
                "the rows",
                () -> !((TableView<?>) evaluation.view().lookup("#evaluation-table"))
                                .getItems()
                                .isEmpty()
                        && evaluation.view().isComplete());
        return evaluation;
    }

    /** Waits until what has been asked for so far is styled, laid out and drawn. */
    static void frames(int count) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            private int left = count;

            @Override
            public void handle(long now) {
                if (left-- == 0) {
                    stop();
                    done.complete(true);
                }
            }
        }.start());
        done.orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** Where an item of a grid is on the screen. */
    Point2D placeOf(CanvasGrid<?> grid, int index) {
        frames(3);
        return onScreen(() -> {
            double[] middle = grid.middleOf(index);
            return grid.localToScreen(middle[0], middle[1]);
        });
    }

    void doubleClick(CanvasGrid<?> grid, int index) {
        clicks(placeOf(grid, index), 2);
    }

    void click(CanvasGrid<?> grid, int index) {
        clicks(placeOf(grid, index), 1);
    }

    /** Clicks in one go: on a busy machine, clicks with pauses between them would not count as a double click. */
    private static void clicks(Point2D place, int count) {
        onScreen(() -> {
            Robot mouse = new Robot();
            mouse.mouseMove(place);
            return true;
        });
        frames(1); // a real window system tells where the pointer is a little later
        onScreen(() -> {
            Robot mouse = new Robot();
            for (int click = 0; click < count; click++) {
                mouse.mouseClick(MouseButton.PRIMARY);
            }
            return true;
        });
    }

    @Override
    public void close() {
        onScreen(() -> {
            stage.hide();
            return true;
        });
        model.close();
    }
}
