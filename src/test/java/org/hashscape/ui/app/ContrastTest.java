package org.hashscape.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashscape.ui.app.TestWindow.onScreen;

import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
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
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;
import org.hashscape.ui.chart.ChartColours;
import org.hashscape.ui.common.CanvasGrid;
import org.hashscape.ui.common.Contrast;
import org.hashscape.ui.common.Notice;
import org.hashscape.ui.common.Palette;
import org.hashscape.ui.common.Theme;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.Workspace;
import org.hashscape.workbench.chart.ChartStyle;
import org.hashscape.workbench.evaluation.EvaluateArchive;
import org.hashscape.workbench.evaluation.EvaluationRequest;
import org.hashscape.workbench.evaluation.LeakPolicy;
import org.hashscape.workbench.filter.TileFilter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written and drawn can be told from what is really painted behind it, in both themes. */
class ContrastTest {

    @TempDir
    static Path folder;

    private static TestWindow window;

    @BeforeAll
    static void askAQuery() throws IOException {
        Path archive = TestArchive.sampleOf(folder, "coast", "forest", "river");
        try (Archive open = Workspace.open(archive)) {
            EvaluationRequest request = new EvaluationRequest(
                    List.of("sign"),
                    List.of("colour-texture"),
                    List.of(16),
                    "mhcln",
                    List.of(1L),
                    20,
                    "shares-label",
                    LeakPolicy.REFUSE);
            new EvaluateArchive(open).run(request, Progress.NONE);
        }
        window = TestWindow.showing(archive);
        Tile query =
                onScreen(() -> window.model.archiveModel().tilesProperty().get().get(100));
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
            others(each -> true).forEach(Window::hide);
            window.view.showFirstSteps(false);
            window.model.archiveModel().conditionsProperty().set(TileFilter.NONE);
            window.model.queries().comparison().onProperty().set(false);
            window.model.dismissNotice();
            return true;
        });
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsOfTheMainWindowCanBeRead(Theme theme) {
        show(theme);
        onScreen(() -> {
            window.view.showFirstSteps(true);
            window.view.archivePanel().filteringProperty().set(true);
            window.model.archiveModel().conditionsProperty().set(TileFilter.NONE.withAny(List.of("forest", "river")));
            return true;
        });
        settle();
        everythingCanBeReadIn("the main window", window.stage);
        onScreen(() -> {
            window.view.archivePanel().filteringProperty().set(false);
            window.model.tell(Notice.news("Imported 3 tiles."));
            return true;
        });
        settle();
        everythingCanBeReadIn("news", window.view.lookup(".notice"));
        onScreen(() -> {
            window.model.tell(Notice.problem("The file is no archive."));
            return true;
        });
        settle();
        everythingCanBeReadIn("a problem", window.view.lookup(".notice"));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsOfMenusListsAndTipsCanBeRead(Theme theme) {
        show(theme);
        MenuBar bar = (MenuBar) window.view.lookup(".menu-bar");
        for (Menu menu : onScreen(() -> List.copyOf(bar.getMenus()))) {
            popup(
                    "the menu " + menu.getText(),
                    () -> {
                        menu.show();
                        new Robot().keyType(KeyCode.DOWN); // what the keyboard is on looks different
                    },
                    menu::hide);
        }
        for (String id : List.of("#method", "#descriptor", "#results")) {
            ComboBox<?> box = (ComboBox<?>) window.view.lookup(id);
            popup("the choices of " + id, box::show, box::hide);
        }
        Tooltip tip = new Tooltip("What this is for");
        popup("a tip", () -> tip.show(window.stage, 200, 200), tip::hide);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void captionsBelowPicturesCanBeRead(Theme theme) {
        show(theme);
        CanvasGrid<?> results = window.view.resultsGrid();
        onScreen(() -> {
            results.selectedProperty().set(1);
            window.view.archiveGrid().selectedProperty().set(2);
            window.view.archiveGrid().scrollTo(0);
            return true;
        });
        settle();
        Pixels pixels = pixels(window.stage.getScene());
        for (int item = 0; item < 3; item++) {
            captionCanBeRead(pixels, results, item);
            captionCanBeRead(pixels, window.view.archiveGrid(), item);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsOfAComparisonCanBeRead(Theme theme) {
        show(theme);
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
        settle();
        everythingCanBeReadIn("the comparison", window.stage);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsOfAnEvaluationCanBeRead(Theme theme) {
        show(theme);
        EvaluationWindow evaluation = onScreen(() -> window.view.showEvaluation());
        window.until(
                "what is kept", () -> !evaluation.model().storedProperty().get().isEmpty());
        TableView<?> table = (TableView<?>) evaluation.view().lookup("#evaluation-table");
        onScreen(() -> {
            evaluation.model().open(evaluation.model().storedProperty().get().get(0));
            return true;
        });
        window.until(
                "the rows",
                () -> !table.getItems().isEmpty() && evaluation.view().isComplete());
        everythingCanBeReadIn("the evaluation", evaluation.stage());
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
            settle();
            everythingCanBeReadIn("the evaluation with a row chosen", evaluation.stage());
            onScreen(() -> {
                kept.requestFocus();
                return true;
            });
            settle();
            everythingCanBeReadIn("the evaluation with one of the kept ones chosen", evaluation.stage());
        }
        onScreen(() -> {
            rowsRestOnLeaks(table, false);
            ((TabPane) evaluation.view().lookup(".tab-pane"))
                    .getSelectionModel()
                    .select(1);
            return true;
        });
        window.until("the chart", () -> evaluation.view().isComplete());
        settle();
        everythingCanBeReadIn("another chart of the evaluation", evaluation.stage());
    }

    /** Shows rows as those are that rest on a leak: none of the sample archive does. */
    private static void rowsRestOnLeaks(TableView<?> table, boolean leaky) {
        table.lookupAll(".table-row-cell")
                .forEach(row -> row.pseudoClassStateChanged(PseudoClass.getPseudoClass("leaky"), leaky));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsOfTheDialogsCanBeRead(Theme theme) {
        show(theme);
        List<Runnable> dialogs = List.of(window.view::showTraining, window.view::showNetworks, window.view::showAbout);
        for (Runnable dialog : dialogs) {
            onScreen(() -> {
                dialog.run();
                return true;
            });
            settle();
            List<Window> shown = onScreen(() -> others(each -> !(each instanceof PopupWindow)));
            assertThat(shown).hasSize(1);
            everythingCanBeReadIn("a dialog", shown.get(0));
            onScreen(() -> {
                shown.forEach(Window::hide);
                return true;
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void linesAndAxesOfChartsStandOutFromTheirGround(Theme theme) {
        show(theme);
        settle();
        ChartStyle style = ChartColours.of(theme.palette(), Font.SANS_SERIF, 13);
        Pixels pixels = pixels(window.stage.getScene());
        List<Node> charts = onScreen(() -> window.view.lookupAll(".chart-pane").stream()
                .filter(Controls::isShown)
                .filter(chart -> chart.getBoundsInLocal().getHeight() > 50)
                .toList());
        assertThat(charts).isNotEmpty();
        for (Node chart : charts) {
            Bounds place = onScreen(() -> chart.localToScene(chart.getBoundsInLocal()));
            Color ground = pixels.mostCommon(place);
            assertThat(pixels.count(colour(style.data()), place))
                    .as("pixels of data")
                    .isPositive();
            Bounds numbers = new BoundingBox( // left of where lines and bars begin
                    place.getMinX() + 8, place.getMinY() + 30, 24, place.getHeight() - 40);
            assertStandsOut(pixels.mostUnlike(ground, numbers), ground, Contrast.OF_WORDS, "numbers of an axis");
            assertStandsOut(colour(style.text()), ground, Contrast.OF_WORDS, "words of a chart");
            assertStandsOut(colour(style.muted()), ground, Contrast.OF_WORDS, "axes of a chart");
            assertStandsOut(colour(style.data()), ground, Contrast.OF_MARKS, "data of a chart");
            assertStandsOut(colour(style.mark()), ground, Contrast.OF_MARKS, "warning of a chart");
            style.series()
                    .forEach(series -> assertStandsOut(colour(series), ground, Contrast.OF_MARKS, "line of a chart"));
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void signsOfRelevanceStandOutFromTheWindowAndTheirOwnGround(Theme theme) {
        show(theme);
        settle();
        CanvasGrid<?> grid = window.view.resultsGrid();
        Pixels pixels = pixels(window.stage.getScene());
        Bounds place = onScreen(() -> grid.localToScene(grid.getLayoutBounds()));
        Palette palette = theme.palette();
        for (Color colour : List.of(palette.relevant(), palette.irrelevant())) {
            assertThat(pixels.count(colour, place)).as("pixels of the sign").isPositive();
            assertStandsOut(colour, pixels.mostCommon(place), Contrast.OF_MARKS, "sign of relevance");
            assertStandsOut(colour, palette.accentSoft(), Contrast.OF_MARKS, "sign of a selected result");
        }
        for (int item = 0; item < 6; item++) {
            double[] middle = middle(grid, item);
            double edge = onScreen(() -> grid.pictureSizeProperty().get());
            Bounds sign = new BoundingBox(middle[0] + edge / 2 - 13, middle[1] - edge / 2 + 4, 9, 9);
            Color ground = pixels.count(palette.relevant(), sign) > pixels.count(palette.irrelevant(), sign)
                    ? palette.relevant()
                    : palette.irrelevant();
            assertStandsOut(pixels.mostUnlike(ground, sign), ground, Contrast.OF_MARKS, "tick or cross " + item);
        }
    }

    private void captionCanBeRead(Pixels pixels, CanvasGrid<?> grid, int item) {
        double[] middle = middle(grid, item);
        double edge = onScreen(() -> grid.pictureSizeProperty().get());
        Bounds caption = new BoundingBox(middle[0] - edge / 2 + 2, middle[1] + edge / 2 + 4, edge - 4, 14);
        Color ground = pixels.mostCommon(caption);
        assertStandsOut(pixels.mostUnlike(ground, caption), ground, Contrast.OF_WORDS, "caption " + item);
        Palette palette = Theme.of(window.settings.theme()).palette();
        assertStandsOut(palette.text(), ground, Contrast.OF_WORDS, "words below picture " + item);
        assertStandsOut(palette.muted(), ground, Contrast.OF_WORDS, "quiet words below picture " + item);
        assertStandsOut(palette.muted(), palette.hover(), Contrast.OF_WORDS, "quiet words under the pointer");
    }

    private double[] middle(CanvasGrid<?> grid, int item) {
        return onScreen(() -> {
            double[] middle = grid.middleOf(item);
            var inScene = grid.localToScene(middle[0], middle[1]);
            return new double[] {inScene.getX(), inScene.getY()};
        });
    }

    private static void assertStandsOut(Color colour, Color ground, double asked, String what) {
        noneIsTooFaint("what is drawn", List.of(new PaintedText(what, colour, ground, asked)));
    }

    private static void everythingCanBeReadIn(String where, Window shown) {
        everythingCanBeReadIn(where, shown.getScene().getRoot());
    }

    private static void everythingCanBeReadIn(String where, Node part) {
        List<PaintedText> texts = onScreen(() -> PaintedText.in(part));
        assertThat(texts).as("words of " + where).isNotEmpty();
        noneIsTooFaint(where, texts);
    }

    private static void noneIsTooFaint(String where, List<PaintedText> texts) {
        assertThat(texts.stream().filter(PaintedText::isTooFaint).distinct())
                .as("too faint in " + where + ", theme " + window.settings.theme())
                .isEmpty();
    }

    private static void popup(String what, Runnable show, Runnable hide) {
        onScreen(() -> {
            show.run();
            return true;
        });
        TestWindow.frames(3);
        List<Window> popups = onScreen(() -> others(PopupWindow.class::isInstance));
        assertThat(popups).as(what).isNotEmpty();
        popups.forEach(popup -> everythingCanBeReadIn(what, popup));
        onScreen(() -> {
            hide.run();
            return true;
        });
    }

    private static List<Window> others(Predicate<Window> which) {
        return new ArrayList<>(Window.getWindows())
                .stream()
                        .filter(each -> each != window.stage && each.isShowing())
                        .filter(which)
                        .toList();
    }

    private static void show(Theme theme) {
        onScreen(() -> {
            window.model.themeProperty().set(theme.id());
            return true;
        });
        settle();
    }

    private static void settle() {
        TestWindow.frames(3);
        window.until("everything", window.view::isComplete);
    }

    private static Pixels pixels(Scene scene) {
        return onScreen(() -> new Pixels(scene.snapshot(null)));
    }

    private static Color colour(java.awt.Color colour) {
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }
}
