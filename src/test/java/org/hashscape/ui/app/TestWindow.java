package org.hashscape.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.hashscape.ui.common.CanvasGrid;
import org.hashscape.ui.common.Fonts;
import org.hashscape.workbench.job.JobRunner;
import org.hashscape.workbench.settings.Settings;
import org.testfx.api.FxRobot;

/** The real window with the real workbench, and hands to use it. */
final class TestWindow implements AutoCloseable {

    private static boolean started;

    final FxRobot robot = new FxRobot();
    final MainViewModel model;
    final WindowSettings settings;
    MainView view;
    Stage stage;

    TestWindow(Settings start) {
        startToolkit();
        settings = WindowSettings.forgetful(start);
        model = onScreen(() -> {
            MainViewModel made = new MainViewModel(new JobRunner(), Platform::runLater, settings);
            view = new MainView(made, () -> {});
            stage = new Stage();
            stage.setScene(new Scene(view, 1280, 800));
            stage.setX(0);
            stage.setY(0);
            stage.show();
            stage.requestFocus();
            return made;
        });
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

    static synchronized void startToolkit() {
        if (started) {
            return;
        }
        started = true;
        CompletableFuture<Boolean> up = new CompletableFuture<>();
        try {
            Platform.startup(() -> up.complete(true));
            up.orTimeout(30, TimeUnit.SECONDS).join();
        } catch (IllegalStateException alreadyRunning) {
            // another test class was first
        }
        Platform.setImplicitExit(false);
        onScreen(() -> {
            Fonts.load();
            return true;
        });
    }

    static <T> T onScreen(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (Throwable failure) {
                done.completeExceptionally(failure);
            }
        });
        return done.orTimeout(60, TimeUnit.SECONDS).join();
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
                () -> model.queryModel().titleProperty().get().equals(queryTitle)
                        && model.results().answer().isPresent()
                        && model.results()
                                .answer()
                                .get()
                                .queryTile()
                                .map(tile -> tile.key())
                                .filter(queryTitle::equals)
                                .isPresent()
                        && view.isComplete());
    }

    /** Where an item of a grid is on the screen. */
    Point2D placeOf(CanvasGrid<?> grid, int index) {
        return onScreen(() -> {
            double[] middle = grid.middleOf(index);
            return grid.localToScreen(middle[0], middle[1]);
        });
    }

    void doubleClick(CanvasGrid<?> grid, int index) {
        robot.doubleClickOn(placeOf(grid, index));
    }

    void click(CanvasGrid<?> grid, int index) {
        robot.clickOn(placeOf(grid, index));
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
