package org.hashscape.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashscape.ui.app.TestWindow.onScreen;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import org.hashscape.ui.common.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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
    @CsvSource({"150,true", "200,true"})
    void noWordsAreCutOff(int percent, boolean firstSteps) {
        onScreen(() -> {
            window.model.textPercentProperty().set(percent);
            window.view.showFirstSteps(firstSteps);
            return true;
        });
        TestWindow.frames(5);
        noneIsCutOff(window.view, "before a query");
        onScreen(() -> {
            window.model
                    .queries()
                    .queryTile(window.model.archiveModel().tilesProperty().get().get(3));
            return true;
        });
        window.until(
                "an answer", () -> window.model.queries().results().answer().isPresent() && window.view.isComplete());
        TestWindow.frames(5);
        noneIsCutOff(window.view, "with an answer");
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
