package org.hashscape.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashscape.ui.app.TestWindow.onScreen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import org.hashscape.ui.common.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Words stay whole when the text is large, at the smallest size that the windows are made for. */
class LargeTextTest {

    @TempDir
    static Path folder;

    private static Path archive;
    private TestWindow window;

    @BeforeAll
    static void makeArchive() throws IOException {
        archive = TestArchive.sampleOf(folder, 30, "coast", "forest");
        TestArchive.evaluate(archive);
    }

    @BeforeEach
    void open() {
        window = TestWindow.showing(archive);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @ParameterizedTest
    @CsvSource({
        "150,true,false,1280,800",
        "200,true,false,1280,800",
        "200,false,true,1280,800",
        "100,true,true,800,600",
        "200,true,true,800,600"
    })
    void noWordsAreCutOff(int percent, boolean firstSteps, boolean filter, int width, int height) {
        resize(width, height);
        onScreen(() -> {
            window.model.textPercentProperty().set(percent);
            window.view.showFirstSteps(firstSteps);
            if (filter) {
                window.view.toggleFilter();
            }
            return true;
        });
        TestWindow.frames(5);
        noneIsCutOff(window.view, "before a query");
        ask();
        TestWindow.frames(5);
        noneIsCutOff(window.view, "with an answer");
        panelsAreApart();
    }

    @Test
    void everythingIsWholeAgainInAWindowThatWasSmall() {
        ask();
        for (int percent : new int[] {100, 200}) {
            onScreen(() -> {
                window.model.textPercentProperty().set(percent);
                return true;
            });
            resize(800, 600);
            TestWindow.frames(5);
            resize(1280, 800);
            TestWindow.frames(5);
            noneIsCutOff(window.view, "grown again at " + percent + " %");
            panelsAreApart();
        }
    }

    private void ask() {
        onScreen(() -> {
            window.model
                    .queries()
                    .queryTile(window.model.archiveModel().tilesProperty().get().get(3));
            return true;
        });
        window.until(
                "an answer", () -> window.model.queries().results().answer().isPresent() && window.view.isComplete());
    }

    /** The off-screen toolkit keeps its window's size; the view in it is laid out in another. */
    private void resize(int width, int height) {
        onScreen(() -> {
            window.view.setMinSize(width, height);
            window.view.setMaxSize(width, height);
            window.stage.setWidth(width);
            window.stage.setHeight(height);
            window.view.resize(width, height);
            return true;
        });
        TestWindow.frames(3);
    }

    /** No panel lies over another, nor reaches out of the window's part for panels. */
    private void panelsAreApart() {
        List<Bounds> panels = onScreen(() -> Stream.of(".archive-view", ".middle-place", ".right-place")
                .map(window.view::lookup)
                .map(node -> node.localToScene(node.getLayoutBounds()))
                .sorted(Comparator.comparingDouble(Bounds::getMinX))
                .toList());
        assertThat(panels).hasSize(3);
        for (int i = 1; i < panels.size(); i++) {
            assertThat(panels.get(i).getMinX())
                    .isGreaterThanOrEqualTo(panels.get(i - 1).getMaxX());
            assertThat(panels.get(i).getMinY()).isEqualTo(panels.get(0).getMinY());
            assertThat(panels.get(i).getMaxY()).isEqualTo(panels.get(0).getMaxY());
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void noWordsOfTheEvaluationAreCutOff(Theme theme) {
        onScreen(() -> {
            window.model.themeProperty().set(theme.id());
            window.model.textPercentProperty().set(200);
            return window.view.showEvaluation(1280, 800);
        });
        TestWindow.frames(5);
        EvaluationWindow evaluation = window.openKeptEvaluation();
        TabPane tabs = (TabPane) evaluation.view().lookup(".tab-pane");
        for (int tab = 0; tab < tabs.getTabs().size(); tab++) {
            int shown = tab;
            onScreen(() -> {
                tabs.getSelectionModel().select(shown);
                return true;
            });
            TestWindow.frames(5);
            window.until("the chart", () -> evaluation.view().isComplete());
            noneIsCutOff(evaluation.view(), "with chart " + tab);
        }
        onScreen(() -> {
            evaluation.hide();
            return true;
        });
    }

    private static void noneIsCutOff(Node part, String when) {
        assertThat(onScreen(() -> CutOffWords.in(part))).as(when).isEmpty();
    }
}
