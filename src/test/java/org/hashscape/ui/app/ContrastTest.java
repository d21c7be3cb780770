package org.hashscape.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashscape.ui.app.TestWindow.onScreen;

import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.hashscape.model.Tile;
import org.hashscape.ui.chart.ChartColours;
import org.hashscape.ui.common.CanvasGrid;
import org.hashscape.ui.common.Contrast;
import org.hashscape.ui.common.Notice;
import org.hashscape.ui.common.Palette;
import org.hashscape.ui.common.Theme;
import org.hashscape.ui.map.MapViewModel;
import org.hashscape.workbench.chart.ChartStyle;
import org.hashscape.workbench.filter.TileFilter;
import org.hashscape.workbench.map.MapStyle;
import org.hashscape.workbench.map.MapView;
import org.hashscape.workbench.map.Mercator;
import org.hashscape.workbench.map.Ring;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written and drawn can be told from what is really painted behind it, in both themes. */
class ContrastTest {

    private static final int PER_CLASS = 30;

    @TempDir
    static Path folder;

    private static TestWindow window;
    private static Legibility legibility;

    @BeforeAll
    static void askAQuery() throws IOException {
        Path archive = TestArchive.sampleOf(folder, PER_CLASS, "coast", "forest", "river");
        TestArchive.evaluate(archive);
        window = TestWindow.showing(archive);
        legibility = new Legibility(window);
        Tile query = onScreen(() -> window.model.archiveModel().tilesProperty().get().stream()
                .filter(tile -> tile.labels().names().contains("forest")
                        && tile.footprint().isPresent())
                .findFirst()
                .orElseThrow());
        onScreen(() -> {
            window.model.queries().queryTile(query);
            return true;
        });
        window.untilAnswered(query.key());
    }

    @AfterAll
    static void close() {
        window.close();
    }

    @AfterEach
    void closeWhatWasOpened() {
        onScreen(() -> {
            legibility.others(each -> true).forEach(Window::hide);
            window.view.showFirstSteps(false);
            window.model.archiveModel().onMapProperty().set(false);
            window.model.archiveModel().conditionsProperty().set(TileFilter.NONE);
            window.model.queries().comparison().onProperty().set(false);
            window.model.dismissNotice();
            return true;
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsOfTheMainWindowCanBeRead(Theme theme) {
        legibility.show(theme);
        onScreen(() -> {
            window.view.showFirstSteps(true);
            window.view.archivePanel().filteringProperty().set(true);
            window.model.archiveModel().conditionsProperty().set(TileFilter.NONE.withAny(List.of("forest", "river")));
            return true;
        });
        legibility.settle();
        legibility.everythingCanBeReadIn("the main window", window.stage);
        onScreen(() -> {
            window.view.archivePanel().filteringProperty().set(false);
            window.model.tell(Notice.news("Imported 3 tiles."));
            return true;
        });
        legibility.settle();
        legibility.everythingCanBeReadIn("news", window.view.lookup(".notice"));
        onScreen(() -> {
            window.model.tell(Notice.problem("The file is no archive."));
            return true;
        });
        legibility.settle();
        legibility.everythingCanBeReadIn("a problem", window.view.lookup(".notice"));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsOfMenusListsAndTipsCanBeRead(Theme theme) {
        legibility.show(theme);
        MenuBar bar = (MenuBar) window.view.lookup(".menu-bar");
        for (Menu menu : onScreen(() -> List.copyOf(bar.getMenus()))) {
            legibility.popup(
                    "the menu " + menu.getText(),
                    () -> {
                        menu.show();
                        new Robot().keyType(KeyCode.DOWN); // what the keyboard is on looks different
                    },
                    menu::hide);
        }
        for (String id : List.of("#method", "#descriptor", "#results")) {
            ComboBox<?> box = (ComboBox<?>) window.view.lookup(id);
            legibility.popup("the choices of " + id, box::show, box::hide);
        }
        Tooltip tip = new Tooltip("What this is for");
        legibility.popup("a tip", () -> tip.show(window.stage, 200, 200), tip::hide);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void captionsBelowPicturesCanBeRead(Theme theme) {
        legibility.show(theme);
        CanvasGrid<?> results = window.view.resultsGrid();
        onScreen(() -> {
            results.selectedProperty().set(1);
            window.view.archiveGrid().selectedProperty().set(2);
            window.view.archiveGrid().scrollTo(0);
            return true;
        });
        legibility.settle();
        Pixels pixels = legibility.pixels();
        for (int item = 0; item < 3; item++) {
            legibility.captionCanBeRead(pixels, results, item);
            legibility.captionCanBeRead(pixels, window.view.archiveGrid(), item);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsOfAComparisonCanBeRead(Theme theme) {
        legibility.show(theme);
        onScreen(() -> {
            window.model.queries().comparison().onProperty().set(true);
            return true;
        });
        window.until(
                "the columns",
                () -> window.view.comparison().isVisible()
                        && window.model.queries().comparison().isSettled()
                        && !window.model.queries().comparison().isPreparing()
                        && window.view.isComplete());
        onScreen(() -> {
            window.view.comparison().select(0, 3);
            return true;
        });
        window.until(
                "the why",
                () -> window.model
                        .queries()
                        .comparison()
                        .why()
                        .whyProperty()
                        .get()
                        .isPresent());
        legibility.settle();
        legibility.everythingCanBeReadIn("the comparison", window.stage);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsOfAnEvaluationCanBeRead(Theme theme) {
        legibility.show(theme);
        EvaluationWindow evaluation = window.openKeptEvaluation();
        TableView<?> table = (TableView<?>) evaluation.view().lookup("#evaluation-table");
        legibility.everythingCanBeReadIn("the evaluation", evaluation.stage());
        ListView<?> kept = (ListView<?>) evaluation.view().lookup(".stored-view .list-view");
        for (int row = 0; row < 2; row++) {
            int chosen = row;
            onScreen(() -> {
                table.getSelectionModel().select(chosen);
                table.requestFocus();
                kept.getSelectionModel().select(0);
                rowsRestOnLeaks(table, chosen == 1);
                return true;
            });
            legibility.settle();
            legibility.everythingCanBeReadIn("the evaluation with a row chosen", evaluation.stage());
            onScreen(() -> {
                kept.requestFocus();
                return true;
            });
            legibility.settle();
            legibility.everythingCanBeReadIn("the evaluation with one of the kept ones chosen", evaluation.stage());
        }
        onScreen(() -> {
            rowsRestOnLeaks(table, false);
            ((TabPane) evaluation.view().lookup(".tab-pane"))
                    .getSelectionModel()
                    .select(1);
            return true;
        });
        window.until("the chart", () -> evaluation.view().isComplete());
        legibility.settle();
        legibility.everythingCanBeReadIn("another chart of the evaluation", evaluation.stage());
    }

    /** Shows rows as those are that rest on a leak: none of the sample archive does. */
    private static void rowsRestOnLeaks(TableView<?> table, boolean leaky) {
        table.lookupAll(".table-row-cell")
                .forEach(row -> row.pseudoClassStateChanged(PseudoClass.getPseudoClass("leaky"), leaky));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsOfTheDialogsCanBeRead(Theme theme) {
        legibility.show(theme);
        List<Runnable> dialogs = List.of(window.view::showTraining, window.view::showNetworks, window.view::showAbout);
        for (Runnable dialog : dialogs) {
            onScreen(() -> {
                dialog.run();
                return true;
            });
            legibility.settle();
            List<Window> shown = onScreen(() -> legibility.others(each -> !(each instanceof PopupWindow)));
            assertThat(shown).hasSize(1);
            legibility.everythingCanBeReadIn("a dialog", shown.get(0));
            onScreen(() -> {
                shown.forEach(Window::hide);
                return true;
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void linesAndAxesOfChartsStandOutFromTheirGround(Theme theme) {
        legibility.show(theme);
        legibility.settle();
        ChartStyle style = ChartColours.of(theme.palette(), Font.SANS_SERIF, 13);
        Pixels pixels = legibility.pixels();
        List<Node> charts = onScreen(() -> window.view.lookupAll(".chart-pane").stream()
                .filter(Controls::isShown)
                .filter(chart -> chart.getBoundsInLocal().getHeight() > 50)
                .toList());
        assertThat(charts).isNotEmpty();
        for (Node chart : charts) {
            Bounds place = onScreen(() -> chart.localToScene(chart.getBoundsInLocal()));
            Color ground = pixels.mostCommon(place);
            assertThat(pixels.count(Legibility.colour(style.data()), place))
                    .as("pixels of data")
                    .isPositive();
            Bounds numbers = new BoundingBox( // left of where lines and bars begin
                    place.getMinX() + 8, place.getMinY() + 30, 24, place.getHeight() - 40);
            legibility.assertStandsOut(
                    pixels.mostUnlike(ground, numbers), ground, Contrast.OF_WORDS, "numbers of an axis");
            legibility.assertStandsOut(Legibility.colour(style.text()), ground, Contrast.OF_WORDS, "words of a chart");
            legibility.assertStandsOut(Legibility.colour(style.muted()), ground, Contrast.OF_WORDS, "axes of a chart");
            legibility.assertStandsOut(Legibility.colour(style.data()), ground, Contrast.OF_MARKS, "data of a chart");
            legibility.assertStandsOut(
                    Legibility.colour(style.mark()), ground, Contrast.OF_MARKS, "warning of a chart");
            style.series()
                    .forEach(series -> legibility.assertStandsOut(
                            Legibility.colour(series), ground, Contrast.OF_MARKS, "line of a chart"));
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void signsOfRelevanceStandOutFromTheWindowAndTheirOwnGround(Theme theme) {
        legibility.show(theme);
        legibility.settle();
        CanvasGrid<?> grid = window.view.resultsGrid();
        Pixels pixels = legibility.pixels();
        Bounds place = onScreen(() -> grid.localToScene(grid.getLayoutBounds()));
        Palette palette = theme.palette();
        for (Color colour : List.of(palette.relevant(), palette.irrelevant())) {
            assertThat(pixels.count(colour, place)).as("pixels of the sign").isPositive();
            legibility.assertStandsOut(colour, pixels.mostCommon(place), Contrast.OF_MARKS, "sign of relevance");
            legibility.assertStandsOut(colour, palette.accentSoft(), Contrast.OF_MARKS, "sign of a selected result");
        }
        for (int item = 0; item < 6; item++) {
            double[] middle = legibility.middle(grid, item);
            double edge = onScreen(() -> grid.pictureSizeProperty().get());
            Bounds sign = new BoundingBox(middle[0] + edge / 2 - 13, middle[1] - edge / 2 + 4, 9, 9);
            Color ground = pixels.count(palette.relevant(), sign) > pixels.count(palette.irrelevant(), sign)
                    ? palette.relevant()
                    : palette.irrelevant();
            legibility.assertStandsOut(
                    pixels.mostUnlike(ground, sign), ground, Contrast.OF_MARKS, "tick or cross " + item);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsAndMarksOfTheMapStandOutFromLandAndSea(Theme theme) {
        Bounds place = showMap(theme);
        legibility.everythingCanBeReadIn("the map's buttons", window.view.lookup(".map-pane"));
        MapStyle style = theme == Theme.DARK ? MapStyle.DARK : MapStyle.LIGHT;
        Pixels pixels = legibility.pixels();
        List<Color> marks = Stream.of(style.footprint(), style.faded(), style.result(), style.query())
                .map(Legibility::colour)
                .toList();
        for (Color colour : marks) {
            assertThat(pixels.count(colour, place))
                    .as("pixels of the mark %s", colour)
                    .isPositive();
        }
        for (java.awt.Color under : List.of(style.land(), style.sea())) {
            Color ground = Legibility.colour(under);
            assertThat(pixels.count(ground, place)).as("pixels of the ground").isPositive();
            marks.forEach(mark -> legibility.assertStandsOut(mark, ground, Contrast.OF_MARKS, "mark on the map"));
            Palette palette = theme.palette();
            legibility.assertStandsOut(palette.accent(), ground, Contrast.OF_MARKS, "region on the map");
            legibility.assertStandsOut(palette.text(), ground, Contrast.OF_MARKS, "selected tile on the map");
        }
        for (java.awt.Color badge : List.of(style.result(), style.query())) {
            legibility.assertStandsOut(
                    Legibility.colour(style.onResult()),
                    Legibility.colour(badge),
                    Contrast.OF_WORDS,
                    "number on the map");
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theScaleOfTheMapCanBeReadWhateverLiesBehindIt(Theme theme) {
        Bounds map = showMap(theme);
        Bounds words = new BoundingBox(map.getMinX() + 12, map.getMaxY() - 27, 28, 13);
        MapViewModel model = window.model.map();
        onScreen(() -> {
            MapView view = model.viewProperty().get().zoomed(8, 0, 0); // the world does not end at its edge
            Ring ring = model.resultsProperty().get().get(0).ring();
            double x = view.screenX(Mercator.x((ring.west() + ring.east()) / 2));
            double y = view.screenY(Mercator.y((ring.south() + ring.north()) / 2));
            model.viewProperty().set(view.moved(22 - x, map.getHeight() - 20 - y));
            return true;
        });
        window.until("the map", model::isSettled);
        legibility.settle();
        Pixels pixels = legibility.pixels();
        MapStyle style = theme == Theme.DARK ? MapStyle.DARK : MapStyle.LIGHT;
        assertThat(pixels.count(Legibility.colour(style.query()), words))
                .as("pixels of the query behind the scale")
                .isZero();
        Color ground = pixels.mostCommon(words);
        legibility.assertStandsOut(pixels.mostUnlike(ground, words), ground, Contrast.OF_WORDS, "scale of the map");
        legibility.assertStandsOut(Legibility.colour(style.text()), ground, Contrast.OF_WORDS, "scale of the map");
    }

    /** The map with some tiles filtered out. @return where it is in the window */
    private static Bounds showMap(Theme theme) {
        legibility.show(theme);
        onScreen(() -> {
            window.model.archiveModel().onMapProperty().set(true);
            window.model.archiveModel().conditionsProperty().set(TileFilter.NONE.withNone(List.of("coast")));
            return true;
        });
        window.until(
                "the map",
                () -> window.model.map().showingProperty().get() == MapViewModel.Showing.MAP
                        && window.model.map().isSettled());
        legibility.settle();
        onScreen(
                () -> { // few, so that they do not hide all tiles
                    window.model.map().fit();
                    var results = window.model.map().resultsProperty();
                    results.set(
                            results.get().subList(0, Math.min(3, results.get().size())));
                    return true;
                });
        window.until("the map", window.model.map()::isSettled);
        legibility.settle();
        Node map = window.view.lookup("#map");
        return onScreen(() -> map.localToScene(map.getLayoutBounds()));
    }
}
