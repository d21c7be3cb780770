package org.hashscape.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashscape.ui.app.TestWindow.onScreen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.hashscape.model.Tile;
import org.hashscape.ui.map.MapViewModel;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.filter.TileFilter;
import org.hashscape.workbench.map.MapView;
import org.hashscape.workbench.map.Mercator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The map and the filter in the real window. */
class MapWindowTest {

    private static final int PER_CLASS = 12;

    @TempDir
    static Path folder;

    private static Path archive;
    private TestWindow window;

    @BeforeAll
    static void makeArchive() throws IOException {
        archive = PlacedArchive.make(folder, PER_CLASS);
    }

    @BeforeEach
    void open() {
        window = TestWindow.showing(archive);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private MapViewModel map() {
        return window.model.map();
    }

    private void showMap() {
        fire("#show-map");
        window.until("the map", () -> map().showingProperty().get() == MapViewModel.Showing.MAP && map().isSettled());
        TestWindow.frames(3);
    }

    private void fire(String id) {
        onScreen(() -> {
            ((ButtonBase) window.view.lookup(id)).fire();
            return true;
        });
    }

    private Point2D screen(double longitude, double latitude) {
        return onScreen(() -> {
            MapView view = map().viewProperty().get();
            return window.view
                    .archivePanel()
                    .map()
                    .localToScreen(view.screenX(Mercator.x(longitude)), view.screenY(Mercator.y(latitude)));
        });
    }

    private void press(Point2D place, int clicks) {
        onScreen(() -> {
            Robot mouse = new Robot();
            mouse.mouseMove(place);
            for (int click = 0; click < clicks; click++) {
                mouse.mouseClick(MouseButton.PRIMARY);
            }
            return true;
        });
        TestWindow.frames(2);
    }

    private void drag(Point2D from, Point2D to) {
        onScreen(() -> {
            Robot mouse = new Robot();
            mouse.mouseMove(from);
            mouse.mousePress(MouseButton.PRIMARY);
            mouse.mouseMove(from.midpoint(to));
            mouse.mouseMove(to);
            mouse.mouseRelease(MouseButton.PRIMARY);
            return true;
        });
        TestWindow.frames(2);
    }

    private QueryAnswer answer() {
        return onScreen(() -> window.model.queries().results().answer().orElseThrow());
    }

    @Test
    void aClickSelectsTheTileThatLiesThereAndASecondMakesItTheQuery() {
        showMap();
        press(screen(3.45, 20.45), 1);
        assertThat(onScreen(() -> window.model
                        .archiveModel()
                        .selectedProperty()
                        .get()
                        .flatMap(window.model.archiveModel()::tile)
                        .map(Tile::key)))
                .isEqualTo(Optional.of("spots/spots003.png"));
        press(screen(3.45, 20.45), 2);
        window.untilAnswered("spots/spots003.png");
        assertThat(onScreen(() -> map().resultsProperty().get())).hasSize(21);
        assertThat(onScreen(() -> map().resultsProperty().get().get(0).label())).isEqualTo("Q");

        window.robot.type(KeyCode.HOME).type(KeyCode.PLUS, 3).type(KeyCode.UP);
        double near = onScreen(() -> map().viewProperty().get().scale());
        window.robot.type(KeyCode.SPACE).type(KeyCode.MINUS);
        assertThat(onScreen(() -> map().viewProperty().get().scale())).isLessThan(near);
        fire("#show-grid");
        TestWindow.frames(2);
        assertThat(onScreen(() -> window.view.archiveGrid().isVisible())).isTrue();
    }

    @Test
    void aRectangleOnTheMapFiltersTilesAndResultsUntilItsChipIsTakenAway() {
        window.doubleClick(window.view.archiveGrid(), 0);
        window.untilAnswered("checks/checks000.png");
        showMap();
        fire("#map-rectangle");
        drag(screen(-0.5, 31.5), screen(5.5, 19.5));
        window.until(
                "twelve tiles",
                () -> window.model.archiveModel().countProperty().get().equals("12 of 36 tiles"));
        window.until(
                "a filtered answer",
                () -> window.model
                        .queries()
                        .results()
                        .answer()
                        .filter(some -> some.tiles().size() == 12)
                        .isPresent());
        assertThat(answer().tiles()).allMatch(tile -> tile.key().matches("(spots|stripes)/.*00[0-5].png"));
        assertThat(answer().note()).hasValueSatisfying(note -> assertThat(note).contains("12 of 36 tiles pass"));

        fire("#filter-toggle");
        onScreen(() -> {
            ((CheckBox) window.view.lookup("#results-follow")).fire();
            return true;
        });
        window.until(
                "an unfiltered answer",
                () -> window.model
                        .queries()
                        .results()
                        .answer()
                        .filter(some -> some.tiles().size() == 20)
                        .isPresent());
        assertThat(onScreen(() -> window.model.archiveModel().countProperty().get()))
                .isEqualTo("12 of 36 tiles");

        onScreen(() -> {
            Node chip = window.view.lookup("#filter-chips .chip-button");
            ((ButtonBase) chip).fire();
            return true;
        });
        window.until(
                "all tiles",
                () -> window.model.archiveModel().countProperty().get().equals("36 tiles"));
        assertThat(onScreen(() -> map().regionProperty().get())).isEmpty();
    }

    @Test
    void aPolygonEndsWithADoubleClickAndEscapeGivesItUp() {
        showMap();
        fire("#map-polygon");
        press(screen(-0.5, 9), 1);
        press(screen(6, 9), 1);
        window.robot.type(KeyCode.ESCAPE);
        assertThat(onScreen(() -> map().toolProperty().get())).isEqualTo(MapViewModel.Tool.MOVE);
        fire("#map-polygon");
        press(screen(-0.5, 9), 1);
        window.robot.sleep(600);
        press(screen(6.5, 9), 1);
        window.robot.sleep(600);
        press(screen(-0.5, 15), 2);
        window.until("some tiles", () -> map().regionProperty().get().isPresent());
        TileFilter filter =
                onScreen(() -> window.model.archiveModel().filterProperty().get());
        assertThat(filter.region().orElseThrow().rectangle()).isFalse();
        window.until(
                "fewer tiles",
                () -> window.model.archiveModel().countProperty().get().matches("[5-8] of 36 tiles"));
    }

    @Test
    void labelsAreAskedForInTheFilterAndTheAnswerFollows() {
        window.doubleClick(window.view.archiveGrid(), 0);
        window.untilAnswered("checks/checks000.png");
        onScreen(() -> {
            window.model
                    .archiveModel()
                    .conditionsProperty()
                    .set(TileFilter.NONE.withAny(List.of("spots", "stripes")).withNone(List.of("stripes")));
            return true;
        });
        window.until(
                "spots",
                () -> window.model
                        .queries()
                        .results()
                        .answer()
                        .filter(some -> some.tiles().size() == PER_CLASS)
                        .isPresent());
        assertThat(answer().tiles()).allMatch(tile -> tile.key().startsWith("spots/"));
        onScreen(() -> {
            window.model.archiveModel().conditionsProperty().set(TileFilter.NONE.withAll(List.of("spots", "stripes")));
            return true;
        });
        window.until(
                "nothing",
                () -> window.model.queries().results().showingProperty().get()
                        == org.hashscape.ui.results.ResultsViewModel.Showing.NOTHING_FOUND);
        fire("#show-map");
        TestWindow.frames(3);
    }
}
