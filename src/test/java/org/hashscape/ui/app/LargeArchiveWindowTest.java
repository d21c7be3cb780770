package org.hashscape.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashscape.ui.app.TestWindow.onScreen;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.hashscape.model.MethodSpec;
import org.hashscape.model.MethodSpec.Split;
import org.hashscape.model.Progress;
import org.hashscape.ui.archive.ArchiveViewModel;
import org.hashscape.ui.archive.ArchiveViewModel.Showing;
import org.hashscape.ui.common.CanvasGrid;
import org.hashscape.ui.common.FxThreadWatch;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.GenerateArchive;
import org.hashscape.workbench.TrainMethod;
import org.hashscape.workbench.Workspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The window with a generated archive: how long it takes to open, to filter, to scroll and to answer, and what memory that
 * takes. With a million tiles under the tag "long"; {@code -Dhashscape.million=A.hsa} names an archive to use again. The
 * small one looks that all of it works at all.
 */
class LargeArchiveWindowTest {

    private static final int OPENINGS = 5;
    private static final int CLICKS = 60;

    @TempDir
    static Path folder;

    /** Milliseconds by the clock, and of all processors together: on a busy machine only the second says what work it is. */
    private record Took(double wall, double processor) {

        static Took since(long wallNanos, long processorNanos) {
            return new Took((System.nanoTime() - wallNanos) / 1e6, (processorNanos() - processorNanos) / 1e6);
        }

        /** What it takes where nobody else wants the processors, nearly. */
        double alone() {
            return Math.min(wall, processor);
        }

        @Override
        public String toString() {
            return Math.round(wall) + " ms (processors " + Math.round(processor) + " ms)";
        }
    }

    /** Medians, but where said. */
    private record Figures(Took open, Took filter, double frame, double click, double clickP95) {}

    @Test
    void aSmallOneOpensFiltersScrollsAndAnswers() throws Exception {
        Path archive = folder.resolve("small.hsa");
        GenerateArchive.run(archive, 5000, 2, 1, Progress.NONE);
        Figures figures = measure(archive, 1, 12);
        assertThat(figures.frame()).as("ms a frame").isLessThan(500);
    }

    @Test
    @Tag("long")
    void aMillionTilesAreAsQuickAsAFew() throws Exception {
        Path few = folder.resolve("few.hsa");
        GenerateArchive.run(few, 5000, 2, 1, Progress.NONE);
        Path million = Path.of(System.getProperty(
                "hashscape.million", folder.resolve("million.hsa").toString()));
        if (!Files.exists(million)) {
            GenerateArchive.run(million, 1_000_000, 25, 1, Progress.NONE);
        }
        Figures small = measure(few, OPENINGS, CLICKS);
        Figures large = measure(million, OPENINGS, CLICKS);
        say(
                "a click takes %.2f times as long among a million as among 5,000 (medians), %.2f times at p95",
                large.click() / small.click(), large.clickP95() / small.clickP95());
        assertThat(large.open().alone()).as("ms to open").isLessThan(2000);
        assertThat(large.filter().alone()).as("ms to filter").isLessThan(100);
        assertThat(large.frame()).as("ms a frame").isLessThan(17);
        boolean quick = large.clickP95() < 100 || large.click() < 1.5 * small.click();
        assertThat(quick).as("quick clicks: %s, among few: %s", large, small).isTrue();
    }

    private static Figures measure(Path file, int openings, int clicks) throws Exception {
        try (Archive archive = Workspace.open(file)) {
            new TrainMethod(archive)
                    .run(new MethodSpec("lsh", "colour-texture", 32, 1, Split.ALL), false, Progress.NONE);
        }
        say("%s: memory before any window: %s", file.getFileName(), memory());
        Took filter;
        double frame;
        double[] answers = new double[clicks];
        try (TestWindow window = new TestWindow(TestWindow.quick());
                FxThreadWatch watch = new FxThreadWatch(Platform::runLater)) {
            say("first opening, cold: %s", open(window, file));
            say("memory while shown: %s", memory());
            filter = median(filter(window));
            say("typing to filtered tiles, median: %s", filter);
            watch.reset();
            double[] frames = scroll(window, openings > 1 ? 300 : 60);
            frame = median(frames);
            say(
                    "scrolling by a row to a few screens a frame: JavaFX thread busy %.1f ms a frame (median), %.1f ms (p95);"
                            + " blocked at most %.0f ms",
                    frame, p95(frames), watch.longestMillis());
            int tiles = window.model.archiveModel().tilesProperty().get().size();
            for (int click = -10; click < clicks; click++) {
                int row = (int) ((click + 10L) * 15_485_863 % tiles);
                onScreen(() -> {
                    window.view.archiveGrid().reveal(row);
                    return true;
                });
                window.until("a quiet screen", window.view::isComplete);
                window.robot.sleep(40);
                double taken = WindowLatencyTest.click(window, row);
                window.until("the charts", window.view::isComplete);
                if (click >= 0) {
                    answers[click] = taken;
                }
            }
            say(
                    "click to painted results among %,d tiles: median %.0f ms, p95 %.0f ms, longest %.0f ms",
                    tiles, median(answers), p95(answers), max(answers));
            say("memory after browsing and querying: %s", memory());
        }
        Path other = folder.resolve("other.hsa");
        if (!Files.exists(other)) {
            GenerateArchive.run(other, 100, 1, 1, Progress.NONE);
        }
        List<Took> opened = new ArrayList<>();
        try (TestWindow window = new TestWindow(TestWindow.quick())) {
            for (int opening = 0; opening < openings; opening++) {
                open(window, other);
                opened.add(open(window, file));
            }
        }
        say("opening to the painted grid: median %s of %s", median(opened), opened);
        return new Figures(median(opened), filter, frame, median(answers), p95(answers));
    }

    /** Milliseconds from asking for the archive to the frame that shows its first tiles with their pictures. */
    private static Took open(TestWindow window, Path file) {
        long start = System.nanoTime();
        long worked = processorNanos();
        onScreen(() -> {
            window.model.shelf().open(file);
            return true;
        });
        window.until(
                "the archive",
                () -> file.getFileName()
                                .toString()
                                .startsWith(window.model
                                                .archiveModel()
                                                .nameProperty()
                                                .get() + ".")
                        && window.model.archiveModel().showingProperty().get() == Showing.TILES
                        && window.view.archiveGrid().isComplete());
        return Took.since(start, worked);
    }

    private static List<Took> filter(TestWindow window) {
        ArchiveViewModel archive = window.model.archiveModel();
        String[] typed = {"f", "fo", "for", "fores", "forest_00012", "river", "e", "9", "no such tile", "lake"};
        List<Took> took = new ArrayList<>();
        for (String text : typed) {
            Object before = onScreen(() -> archive.tilesProperty().get());
            long start = System.nanoTime();
            long worked = processorNanos();
            onScreen(() -> {
                archive.searchProperty().set(text);
                return true;
            });
            window.until("tiles with " + text, () -> archive.tilesProperty().get() != before);
            took.add(Took.since(start, worked));
        }
        onScreen(() -> {
            archive.labelProperty().set(Optional.empty());
            archive.clearFilter();
            return true;
        });
        window.until("all tiles", () -> !archive.countProperty().get().contains("of"));
        window.until("a quiet screen", window.view::isComplete);
        return took;
    }

    /** How long the JavaFX thread is busy with each frame while the grid scrolls, milliseconds. */
    private static double[] scroll(TestWindow window, int frames) throws Exception {
        CanvasGrid<?> grid = window.view.archiveGrid();
        double[] busy = new double[frames];
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            grid.scrollTo(0);
            new AnimationTimer() {
                private int frame = -1;
                private long began;
                private final Runnable afterLayout = () -> {
                    if (frame >= 0 && frame < frames) {
                        busy[frame] = (System.nanoTime() - began) / 1e6;
                    }
                };

                @Override
                public void handle(long now) {
                    if (frame < 0) {
                        window.stage.getScene().addPostLayoutPulseListener(afterLayout);
                    }
                    frame++;
                    if (frame == frames) {
                        stop();
                        window.stage.getScene().removePostLayoutPulseListener(afterLayout);
                        done.complete(true);
                        return;
                    }
                    began = System.nanoTime();
                    grid.scrollTo(grid.offset() + (frame % 3 == 0 ? 2500 : 60));
                    grid.requestLayout();
                }
            }.start();
        });
        done.get(120, TimeUnit.SECONDS);
        window.until("a quiet screen", window.view::isComplete);
        return busy;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double p95(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * 95 / 100)];
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElse(0);
    }

    private static Took median(List<Took> values) {
        return new Took(
                median(values.stream().mapToDouble(Took::wall).toArray()),
                median(values.stream().mapToDouble(Took::processor).toArray()));
    }

    private static long processorNanos() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean processors
                ? processors.getProcessCpuTime()
                : System.nanoTime();
    }

    /** Resident memory now and at its highest, and the heap in use. */
    private static String memory() throws IOException {
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        Path status = Path.of("/proc/self/status");
        String resident = Files.exists(status)
                ? String.join(
                        ", ",
                        Files.readAllLines(status).stream()
                                .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                                .map(line -> line.replaceAll("\\s+", " "))
                                .toList())
                : "resident memory unknown";
        return String.format(Locale.ENGLISH, "%s, heap in use %,d MB", resident, heap >> 20);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ENGLISH, format, values));
    }
}
