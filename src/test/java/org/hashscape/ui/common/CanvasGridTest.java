package org.hashscape.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashscape.ui.common.TestToolkit.onScreen;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.hashscape.model.Raster;
import org.hashscape.model.TileId;
import org.hashscape.workbench.job.JobRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CanvasGridTest {

    private static final int MILLION = 1_000_000;

    private final AtomicInteger reads = new AtomicInteger();
    private final JobRunner jobs = new JobRunner();
    private CanvasGrid<TileId> grid;
    private Stage stage;

    @BeforeEach
    void open() {
        TestToolkit.start();
        onScreen(() -> {
            grid = new CanvasGrid<>(new PlainPainter());
            grid.setThumbnails(new Thumbnails(this::read, jobs, Platform::runLater));
            stage = new Stage();
            stage.setScene(new Scene(grid, 600, 700));
            stage.show();
            grid.itemsProperty().set(new Numbers(MILLION));
            return true;
        });
        untilComplete();
    }

    @AfterEach
    void close() {
        onScreen(() -> {
            stage.hide();
            return true;
        });
        jobs.close();
    }

    @Test
    void scrollsAMillionTilesReadingOnlyWhatIsSeen() {
        double[] millis = new double[200];
        for (int step = 0; step < millis.length; step++) {
            double offset = step * 190_000.0;
            millis[step] = onScreen(() -> {
                long start = System.nanoTime();
                grid.scrollTo(offset);
                grid.layout();
                return (System.nanoTime() - start) / 1e6;
            });
        }
        untilComplete();
        Arrays.sort(millis);
        assertThat(millis[millis.length / 2])
                .as("milliseconds to draw one step, median")
                .isLessThan(16);
        assertThat(reads.get()).as("thumbnails read for 200 screens").isLessThan(60 * millis.length);
    }

    @Test
    void pagesWithTheKeyboardToTheVeryEnd() {
        press(KeyCode.END);
        assertThat(selected()).isEqualTo(MILLION - 1);
        untilComplete();
        assertThat(onScreen(grid::offset)).isPositive();
        press(KeyCode.PAGE_UP);
        assertThat(selected()).isLessThan(MILLION - 1).isGreaterThan(MILLION - 200);
        press(KeyCode.HOME);
        assertThat(selected()).isZero();
        press(KeyCode.LEFT);
        assertThat(selected()).isZero();
        press(KeyCode.RIGHT);
        assertThat(selected()).isEqualTo(1);
        press(KeyCode.UP);
        assertThat(selected()).isEqualTo(1);
    }

    @Test
    void enterActivatesTheSelectedItemAndNothingWithoutOne() {
        AtomicInteger activated = new AtomicInteger();
        onScreen(() -> {
            grid.setOnActivate(id -> activated.set((int) id.value()));
            return true;
        });
        press(KeyCode.ENTER);
        assertThat(activated.get()).isZero();
        press(KeyCode.HOME);
        press(KeyCode.ENTER);
        assertThat(activated.get()).isEqualTo(1);
    }

    @Test
    void staysWholeWithoutItems() {
        onScreen(() -> {
            grid.itemsProperty().set(List.of());
            grid.layout();
            return true;
        });
        press(KeyCode.DOWN);
        press(KeyCode.END);
        assertThat(selected()).isEqualTo(-1);
        assertThat(onScreen(grid::getAccessibleText)).contains("0 items");
    }

    @Test
    void tellsThoseWhoHearItWhatIsSelected() {
        press(KeyCode.HOME);
        assertThat(onScreen(grid::getAccessibleText)).contains("1 of 1000000").contains("tile 1");
    }

    @Test
    void theTipOfAnItemGoesWhenOtherItemsCome() {
        onScreen(() -> {
            double[] middle = grid.middleOf(0);
            grid.fireEvent(new MouseEvent(
                    MouseEvent.MOUSE_MOVED,
                    middle[0],
                    middle[1],
                    200,
                    200,
                    MouseButton.NONE,
                    0,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    true,
                    null));
            return true;
        });
        long limit = System.nanoTime() + 20_000_000_000L;
        while (!onScreen(CanvasGridTest::isATipShown) && System.nanoTime() < limit) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(onScreen(CanvasGridTest::isATipShown)).isTrue();

        onScreen(() -> {
            grid.itemsProperty().set(new Numbers(10));
            return true;
        });

        assertThat(onScreen(CanvasGridTest::isATipShown)).isFalse();
    }

    private static boolean isATipShown() {
        return Window.getWindows().stream().anyMatch(window -> window instanceof Tooltip && window.isShowing());
    }

    private void press(KeyCode key) {
        onScreen(() -> {
            grid.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            return true;
        });
    }

    private int selected() {
        return onScreen(() -> grid.selectedProperty().get());
    }

    private void untilComplete() {
        long end = System.nanoTime() + 30_000_000_000L;
        long before = onScreen(grid::paints);
        onScreen(() -> {
            grid.repaint();
            return true;
        });
        while (!onScreen(() -> grid.paints() > before && grid.isComplete())) {
            assertThat(System.nanoTime()).as("time left").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private Optional<Raster> read(TileId tile) {
        reads.incrementAndGet();
        return Optional.of(new Raster(16, 16, new byte[3 * 16 * 16]));
    }

    /** 1, 2, 3, ... without a place for each. */
    private static final class Numbers extends AbstractList<TileId> {

        private final int count;

        Numbers(int count) {
            this.count = count;
        }

        @Override
        public TileId get(int index) {
            return new TileId(index + 1);
        }

        @Override
        public int size() {
            return count;
        }
    }

    private static final class PlainPainter implements CellPainter<TileId> {

        @Override
        public TileId tile(TileId item) {
            return item;
        }

        @Override
        public int captionLines() {
            return 1;
        }

        @Override
        public void paint(Cell<TileId> cell) {
            cell.graphics().fillText(cell.fit().apply("tile " + cell.item()), cell.x(), cell.y() + cell.size() + 12);
        }

        @Override
        public String describe(TileId item) {
            return "tile " + item;
        }
    }
}
