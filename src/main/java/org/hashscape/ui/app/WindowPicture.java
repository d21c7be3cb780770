package org.hashscape.ui.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.hashscape.model.Tile;
import org.hashscape.ui.common.Fonts;
import org.hashscape.ui.query.SearchViewModel.Phase;
import org.hashscape.workbench.job.JobRunner;
import org.hashscape.workbench.settings.Settings;

/**
 * Takes pictures of the main window: opens an archive, asks a query, waits until everything is drawn, saves a PNG. It is
 * the real window; where the toolkit has not been started yet, it is started without a display.
 *
 * <p>Call it from any thread but JavaFX's own. The toolkit keeps running afterwards, so that several pictures can be
 * taken; {@link #end} stops it.
 */
public final class WindowPicture {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int EXPLAINED_RANK = 3;
    private static boolean started;

    private WindowPicture() {}

    /**
     * Saves a picture of the window with a query answered.
     *
     * @param archive archive file
     * @param queryKey key of the query tile
     * @param theme "light" or "dark"
     * @param width pixels of the window's content
     * @param height pixels of the window's content
     * @param file where to: JPEG where it ends in {@code .jpg}, else PNG
     * @throws IOException where the archive cannot be opened, has no such tile, or the query fails; the message says why
     */
    public static void save(Path archive, String queryKey, String theme, int width, int height, Path file)
            throws IOException {
        save(archive, queryKey, Settings.DEFAULT, theme, 100, width, height, file);
    }

    /** Like the shorter one, with the method of some settings and a text size in percent. */
    public static void save(
            Path archive,
            String queryKey,
            Settings settings,
            String theme,
            int textPercent,
            int width,
            int height,
            Path file)
            throws IOException {
        save(archive, queryKey, settings, theme, textPercent, width, height, file, view -> {});
    }

    /** The same after something was done in the window, once the query is answered. */
    public static void save(
            Path archive,
            String queryKey,
            Settings settings,
            String theme,
            int textPercent,
            int width,
            int height,
            Path file,
            Consumer<MainView> arrange)
            throws IOException {
        startToolkit();
        WindowSettings forgetful = WindowSettings.forgetful(settings);
        forgetful.setTheme(theme);
        forgetful.setTextPercent(textPercent);
        Stage[] stage = new Stage[1];
        MainView[] view = new MainView[1];
        MainViewModel model = onScreen(() -> {
            MainViewModel made = new MainViewModel(new JobRunner(), Platform::runLater, forgetful);
            view[0] = new MainView(made, () -> {});
            view[0].complete();
            stage[0] = new Stage();
            stage[0].setScene(new Scene(view[0], width, height));
            stage[0].show();
            view[0].focusTiles();
            made.shelf().open(archive);
            return made;
        });
        try {
            askFor(model, queryKey, archive);
            onScreen(() -> {
                arrange.accept(view[0]);
                return true;
            });
            waitUntil(view[0]::isComplete);
            if (settings.views().comparing()) { // a comparison is shown with a result explained
                onScreen(() -> {
                    view[0].comparison().select(0, EXPLAINED_RANK);
                    return true;
                });
                await(() -> onScreen(() ->
                        model.queries().comparison().why().whyProperty().get().isPresent()));
                waitUntil(view[0]::isComplete);
            }
            WritableImage picture = onScreen(() -> view[0].getScene().snapshot(null));
            PictureFile.write(picture, file);
        } finally {
            onScreen(() -> {
                stage[0].hide();
                return true;
            });
            model.close();
        }
    }

    /** Stops the toolkit; no window can be opened in this program any more. */
    public static void end() {
        Platform.exit();
    }

    static synchronized void startToolkit() {
        if (started) {
            return;
        }
        started = true;
        property("glass.platform", "Monocle");
        property("monocle.platform", "Headless");
        property("headless.geometry", "2560x1600-32");
        property("prism.order", "sw");
        property("java.awt.headless", "true");
        CompletableFuture<Boolean> up = new CompletableFuture<>();
        try {
            Platform.startup(() -> up.complete(true));
            up.join();
        } catch (IllegalStateException alreadyRunning) {
            up.complete(false);
        }
        Platform.setImplicitExit(false);
        onScreen(() -> {
            Fonts.load();
            return true;
        });
    }

    /** Sets what the user has not. */
    private static void property(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }

    /** Waits until the archive is open. */
    static OpenArchive openArchive(MainViewModel model) throws IOException {
        await(() -> onScreen(() -> model.shelf().archiveProperty().get().isPresent()
                || model.noticeProperty().get().isPresent()));
        return onScreen(() -> model.shelf().archiveProperty().get())
                .orElseThrow(() ->
                        new IOException(onScreen(() -> model.noticeProperty().get())
                                .map(notice -> notice.sentence())
                                .orElse("")));
    }

    private static void askFor(MainViewModel model, String key, Path archive) throws IOException {
        OpenArchive open = openArchive(model);
        Tile tile = open.archive()
                .catalogue()
                .byKey(key)
                .orElseThrow(() -> new IOException("There is no tile " + key + " in " + archive));
        onScreen(() -> {
            model.queries().queryTile(tile);
            return true;
        });
        await(() -> onScreen(() -> {
            Phase phase = model.queries().search().phaseProperty().get();
            return !(phase instanceof Phase.Searching) && !(phase instanceof Phase.Preparing);
        }));
        await(() -> onScreen(() -> !model.queries().comparison().onProperty().get()
                || model.queries().comparison().isSettled()
                        && !model.queries().comparison().isPreparing()));
        Phase phase = onScreen(() -> model.queries().search().phaseProperty().get());
        if (phase instanceof Phase.Failed failed) {
            throw new IOException(failed.sentence());
        }
    }

    /** Everything is there, and has stayed so for some frames. */
    static void waitUntil(Supplier<Boolean> drawn) throws IOException {
        int quiet = 0;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (quiet < 10) {
            quiet = onScreen(drawn) ? quiet + 1 : 0;
            LockSupport.parkNanos(50_000_000L);
            if (System.nanoTime() > end) {
                throw new IOException("The window was not drawn within " + PATIENCE.toMinutes() + " minutes");
            }
        }
    }

    static void await(Supplier<Boolean> condition) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.get()) {
            if (System.nanoTime() > end) {
                throw new IOException("No answer within " + PATIENCE.toMinutes() + " minutes");
            }
            LockSupport.parkNanos(20_000_000L);
        }
    }

    static <T> T onScreen(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException | Error failure) { // whatever it is, the caller waits for it
                done.completeExceptionally(failure);
            }
        });
        try {
            return done.get(PATIENCE.toMinutes(), TimeUnit.MINUTES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (TimeoutException stuck) {
            throw new IllegalStateException("The window does not answer", stuck);
        }
    }
}
