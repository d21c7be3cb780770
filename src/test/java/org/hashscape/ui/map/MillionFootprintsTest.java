package org.hashscape.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.hashscape.model.Footprint;
import org.hashscape.model.Footprint.Position;
import org.hashscape.model.Labels;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.FxThreadWatch;
import org.hashscape.ui.common.TestToolkit;
import org.hashscape.ui.map.MapViewModel.Showing;
import org.hashscape.workbench.TileCatalogue;
import org.hashscape.workbench.TileRows;
import org.hashscape.workbench.filter.TileFilter;
import org.hashscape.workbench.job.JobRunner;
import org.hashscape.workbench.map.MapView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The map with a million tiles: laid out and painted in the background, while the screen stays free. */
@Tag("long")
class MillionFootprintsTest {

    private static final int TILES = 1_000_000;
    private static final int STEPS = 40;

    private static TileCatalogue million() {
        Random random = new Random(5);
        List<Tile> tiles = new ArrayList<>(TILES);
        double[][] scenes = new double[2000][];
        for (int i = 0; i < scenes.length; i++) {
            scenes[i] = new double[] {random.nextDouble() * 360 - 180, random.nextDouble() * 130 - 60};
        }
        for (int i = 0; i < TILES; i++) {
            double[] scene = scenes[random.nextInt(scenes.length)];
            double west = scene[0] + random.nextInt(40) * 0.012;
            double south = scene[1] + random.nextInt(40) * 0.01;
            List<Position> ring = List.of(
                    new Position(west, south + 0.01),
                    new Position(west + 0.012, south + 0.01),
                    new Position(west + 0.012, south),
                    new Position(west, south));
            tiles.add(new Tile(
                    new TileId(i + 1),
                    "t/" + i + ".tif",
                    120,
                    120,
                    12,
                    "TIFF",
                    i % 3 == 0 ? Labels.of("forest") : Labels.NONE,
                    Optional.of(new Footprint(ring, "EPSG:32633")),
                    Optional.empty()));
        }
        return new TileCatalogue(tiles);
    }

    @Test
    void zoomsAndMovesWithoutBlockingTheScreen() {
        TestToolkit.start();
        TileCatalogue catalogue = million();
        TileRows forest = TileRows.of(catalogue, catalogue.passing(TileFilter.NONE.withAll(List.of("forest"))));
        JobRunner jobs = new JobRunner();
        MapViewModel model =
                TestToolkit.onScreen(() -> new MapViewModel(new Background(jobs, Platform::runLater, notice -> {})));
        Stage stage = TestToolkit.onScreen(() -> {
            MapPane pane = new MapPane(model);
            Stage made = new Stage();
            made.setScene(new Scene(pane, 900, 700));
            made.show();
            return made;
        });
        ExecutorService other = Executors.newSingleThreadExecutor();
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong longestWork = new AtomicLong();
        long screen = TestToolkit.onScreen(() -> Thread.currentThread().getId());
        other.execute(() -> watchWork(screen, longestWork, over));
        try (FxThreadWatch watch = new FxThreadWatch(Platform::runLater)) {
            watch.reset();
            long start = System.nanoTime();
            TestToolkit.onScreen(() -> {
                model.open(catalogue);
                model.onProperty().set(true);
                return true;
            });
            until(() -> model.showingProperty().get() == Showing.MAP && model.isSettled());
            double laidOut = (System.nanoTime() - start) / 1e6;
            double blockedAtFirst = watch.longestMillis();
            double worst = 0;
            double slowest = 0;
            for (int step = 0; step < STEPS; step++) {
                int now = step;
                watch.reset();
                long asked = System.nanoTime();
                TestToolkit.onScreen(() -> {
                    MapView view = model.viewProperty().get();
                    if (now == STEPS / 2) {
                        model.setShown(forest);
                    }
                    model.viewProperty()
                            .set(now % 4 == 3 ? view.moved(250, -120) : view.zoomed(now % 8 < 4 ? 2.2 : 0.5, 400, 300));
                    return true;
                });
                until(model::isSettled);
                slowest = Math.max(slowest, (System.nanoTime() - asked) / 1e6);
                worst = Math.max(worst, watch.longestMillis());
            }
            double worstWork = longestWork.get() / 1e6;
            String figures = String.format(
                    "%,d footprints on the map: laid out and painted in %.0f ms, JavaFX thread blocked at most %.0f ms; then"
                            + " %d zooms and moves: painted after at most %.0f ms, JavaFX thread blocked at most %.0f ms,"
                            + " at work at most %.0f ms in one go",
                    TILES, laidOut, blockedAtFirst, STEPS, slowest, worst, worstWork);
            System.err.println(figures);
            assertThat(model.pictureProperty().get().orElseThrow().inView()).isPositive();
            // Other programs may keep the screen's thread from a busy processor; what it does itself must be short.
            assertThat(Math.min(worst, worstWork)).as(figures).isLessThan(50);
        } finally {
            TestToolkit.onScreen(() -> {
                stage.hide();
                return true;
            });
            jobs.close();
            over.set(true);
            other.shutdown();
        }
    }

    /**
     * Hands the screen's thread a trifle again and again, and notes how much of a processor that thread used until it had
     * done it: what it was at work on in one go, however little of the machine it got.
     */
    private static void watchWork(long screen, AtomicLong longest, AtomicBoolean over) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        while (!over.get()) {
            long before = clock.getThreadCpuTime(screen);
            TestToolkit.onScreen(() -> true);
            longest.accumulateAndGet(clock.getThreadCpuTime(screen) - before, Math::max);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + 120_000_000_000L;
        while (!TestToolkit.onScreen(condition::getAsBoolean)) {
            assertThat(System.nanoTime()).as("the map is painted").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
