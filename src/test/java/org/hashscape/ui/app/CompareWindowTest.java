package org.hashscape.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashscape.ui.app.TestWindow.onScreen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.hashscape.model.Tile;
import org.hashscape.ui.comparison.ComparisonViewModel;
import org.hashscape.workbench.comparison.Comparison;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Methods side by side, marks and folding, in the real window by mouse and keyboard. */
class CompareWindowTest {

    @TempDir
    static Path folder;

    private static Path archive;
    private TestWindow window;

    @BeforeAll
    static void makeArchive() throws IOException {
        archive = TestArchive.make(folder, 25);
    }

    @BeforeEach
    void open() {
        window = TestWindow.showing(archive);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void fiftyQuickClicksPaintOnlyTheNewestQueryInEveryColumn() {
        compare();
        window.doubleClick(window.view.archiveGrid(), 0); // makes the models
        untilCompared("checks/checks000.png");
        List<Comparison> painted = new ArrayList<>();
        List<Tile> tiles = onScreen(() -> {
            model().comparisonProperty().addListener((property, before, now) -> now.ifPresent(painted::add));
            return window.model.archiveModel().tilesProperty().get();
        });
        onScreen(() -> {
            for (int click = 0; click < 50; click++) {
                window.model.queries().queryTile(tiles.get(click));
            }
            return true;
        });
        untilCompared(tiles.get(49).key());
        TestWindow.frames(5);
        assertThat(painted)
                .allSatisfy(comparison -> assertThat(comparison.columns())
                        .allSatisfy(column -> assertThat(column.answer()
                                        .orElseThrow()
                                        .queryTile()
                                        .orElseThrow())
                                .isEqualTo(tiles.get(49))));
        assertThat(painted).hasSize(1);
    }

    @Test
    void keysMoveBetweenColumnsAndRanksAndEnterMakesTheQuery() {
        compare();
        window.doubleClick(window.view.archiveGrid(), 1);
        untilCompared("checks/checks001.png");
        window.click(window.view.comparison().grid(), 0);
        window.robot.type(KeyCode.LEFT).type(KeyCode.DOWN).type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        window.until("the why", () -> model().why().whyProperty().get().isPresent());
        Comparison shown = onScreen(() -> model().comparisonProperty().get().orElseThrow());
        Tile second = shown.columns().get(1).answer().orElseThrow().tiles().get(1);
        window.until(
                "the explanation of rank 2 in column B",
                () -> model().why().whyProperty().get().orElseThrow().tile().equals(second));
        window.robot.type(KeyCode.ENTER);
        untilCompared(second.key());
    }

    @Test
    void columnsAreAddedAndTakenAwayAndComeBack() {
        compare();
        window.doubleClick(window.view.archiveGrid(), 2);
        untilCompared("checks/checks002.png");
        window.robot.clickOn("#add-column");
        window.until(
                "three columns",
                () -> model().comparisonProperty().get().orElseThrow().columns().size() == 3);
        window.robot.clickOn("#remove-column-0");
        window.until(
                "two columns",
                () -> model().comparisonProperty().get().orElseThrow().columns().size() == 2);
        assertThat(window.settings.views().comparing()).isTrue();
        assertThat(window.settings.views().columns()).hasSize(2);
        window.robot.press(KeyCode.CONTROL).type(KeyCode.M).release(KeyCode.CONTROL);
        window.until("one method again", () -> window.view.resultsGrid().isVisible());
        window.untilAnswered("checks/checks002.png");
    }

    @Test
    void marksByKeyRefineTheQueryAndUndoBringsThePlainOneBack() {
        window.doubleClick(window.view.archiveGrid(), 3);
        window.untilAnswered("checks/checks003.png");
        var plain = onScreen(
                () -> window.model.queries().results().answer().orElseThrow().ranking());
        window.click(window.view.resultsGrid(), 2);
        window.robot.write("+");
        window.until(
                "the refined answer",
                () -> window.model
                        .queries()
                        .results()
                        .answer()
                        .filter(answer -> answer.request().feedback().right().size() == 1)
                        .isPresent());
        assertThat(window.model.queries().feedback().sentenceProperty().get())
                .isEqualTo("Refined query: 1 right, 0 wrong");
        assertThat(onScreen(() -> window.view.lookup("#refined").isVisible())).isTrue();
        window.robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        window.until(
                "the plain answer",
                () -> window.model
                        .queries()
                        .results()
                        .answer()
                        .filter(answer -> answer.request().feedback().isEmpty())
                        .isPresent());
        assertThat(onScreen(() ->
                        window.model.queries().results().answer().orElseThrow().ranking()))
                .isEqualTo(plain);
    }

    private ComparisonViewModel model() {
        return window.model.queries().comparison();
    }

    private void compare() {
        onScreen(() -> {
            window.view.focusTiles();
            return true;
        });
        window.robot.press(KeyCode.CONTROL).type(KeyCode.M).release(KeyCode.CONTROL);
        window.until(
                "columns",
                () -> model().onProperty().get() && window.view.comparison().isVisible());
    }

    private void untilCompared(String key) {
        window.until(
                "a comparison about " + key,
                () -> model().comparisonProperty()
                                .get()
                                .filter(some -> some.columns().stream()
                                        .allMatch(column -> column.answer()
                                                .flatMap(answer -> answer.queryTile())
                                                .filter(tile -> tile.key().equals(key))
                                                .isPresent()))
                                .isPresent()
                        && window.view.isComplete());
    }
}
