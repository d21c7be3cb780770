package org.hashscape.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashscape.ui.app.TestWindow.onScreen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.ui.common.FxThreadWatch;
import org.hashscape.ui.evaluation.EvaluationLine;
import org.hashscape.workbench.evaluation.StoredEvaluation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drives the evaluation window over the sample archive. */
class EvaluationWindowTest {

    @TempDir
    static Path folder;

    private static Path archive;
    private TestWindow window;
    private EvaluationWindow evaluation;

    @BeforeAll
    static void makeArchive() throws IOException {
        archive = TestArchive.sample(folder);
        TestArchive.evaluate(archive); // once, so that each test waits for what it is about
    }

    @BeforeEach
    void open() {
        window = TestWindow.showing(archive);
        evaluation = onScreen(() -> window.view.showEvaluation());
    }

    @AfterEach
    void close() {
        onScreen(() -> {
            evaluation.hide();
            return true;
        });
        window.close();
    }

    @Test
    void measuresTheSampleArchiveAndShowsRowsAndCharts() throws IOException {
        choose(List.of("lsh", "exhaustive"), "16, 32", "2");
        window.until("the plan", () -> text("#evaluation-plan").startsWith("6 runs, "));
        press("#evaluate");
        window.until("an end", () -> text("#evaluation-message").startsWith("Measured"));
        assertThat(text("#evaluation-message")).startsWith("Measured 6 runs");
        List<EvaluationLine> lines = onScreen(() -> List.copyOf(table().getItems()));
        assertThat(lines)
                .extracting(line -> line.method() + " " + line.bits())
                .containsExactlyInAnyOrder("lsh 16", "lsh 32", "exhaustive float", "random ranking ");
        assertThat(lines)
                .allSatisfy(
                        line -> assertThat(line.score(Metric.PRECISION_AT_K)).matches("0\\.\\d{3}( ± 0\\.\\d{3})?"));

        window.until("it is kept", () -> kept().isPresent());
        assertThat(kept().orElseThrow().complete()).isTrue();
        for (String ending : List.of("html", "md", "csv", "json")) {
            Path file = folder.resolve("evaluation." + ending);
            onScreen(() -> {
                evaluation.model().export(file);
                return true;
            });
            window.until("the export", () -> text("#evaluation-message").startsWith("Saved 6 rows in " + file));
            assertThat(Files.readString(file)).contains("lsh").contains("exhaustive");
        }

        onScreen(
                () -> { // by P@20, best last
                    table().getSortOrder().setAll(List.of(table().getColumns().get(6)));
                    return true;
                });
        assertThat(onScreen(() -> table().getItems().get(0).method())).isEqualTo("random ranking");
        assertThat(onScreen(() -> table().getItems().get(3).method())).isEqualTo("exhaustive");

        window.until("the chart", () -> evaluation.view().isComplete());
        TabPane tabs = (TabPane) find(".tab-pane");
        for (int tab = 0; tab < 4; tab++) {
            int shown = tab;
            onScreen(() -> {
                tabs.getSelectionModel().select(shown);
                return true;
            });
            TestWindow.frames(3);
            window.until("chart " + tab, () -> evaluation.view().isComplete());
            assertThat(colours()).as("colours of chart " + tab).isGreaterThan(60);
        }
        reopensAndDeletes();
    }

    private void reopensAndDeletes() {
        StoredEvaluation kept = kept().orElseThrow();
        choose(List.of("itq"), "8", "1");
        onScreen(() -> {
            evaluation.model().open(kept);
            return true;
        });
        window.until(
                "the form of then",
                () -> evaluation.model().form().requestProperty().get().equals(Optional.of(kept.request())));
        assertThat(onScreen(() -> table().getItems().size())).isEqualTo(4);
        onScreen(() -> {
            evaluation.model().delete(kept);
            return true;
        });
        window.until("it is gone", () -> kept().isEmpty());
    }

    @Test
    void drawingChartsNeverHoldsTheScreenUp() {
        choose(List.of("lsh", "exhaustive"), "8, 16", "1");
        press("#evaluate");
        window.until("an end", () -> text("#evaluation-message").startsWith("Measured"));
        window.until("the chart", () -> evaluation.view().isComplete());
        TabPane tabs = (TabPane) find(".tab-pane");
        visit(tabs);
        double longest;
        try (FxThreadWatch watch = new FxThreadWatch(javafx.application.Platform::runLater)) {
            visit(tabs);
            longest = watch.longestMillis();
        }
        assertThat(longest).as("longest wait in ms; a busy machine adds to it").isLessThan(400);
    }

    @Test
    void cancelStopsAndSaysHowToGoOn() {
        choose(List.of("kslsh"), "16, 24, 32, 48, 64", "50");
        press("#evaluate");
        window.until("work", () -> evaluation.model().fractionProperty().get() > 0.25);
        press("#cancel-evaluation");
        window.until("an end", () -> !evaluation.model().busyProperty().get());
        assertThat(text("#evaluation-message")).startsWith("Stopped");
        assertThat(onScreen(() -> find("#evaluate").isDisabled())).isFalse();
    }

    @Test
    void saysWhatIsWrongBeforeAnythingRuns() {
        onScreen(() -> {
            ((TextField) find("#evaluation-bits")).setText("16, many");
            return true;
        });
        window.until("the reason", () -> text("#evaluation-plan").contains("“many”"));
        assertThat(onScreen(() -> find("#evaluate").isDisabled())).isTrue();
    }

    @Test
    void followsThemeAndTextSizeAndClosesByEscape() {
        onScreen(() -> {
            window.model.themeProperty().set("dark");
            window.model.textPercentProperty().set(200);
            return true;
        });
        TestWindow.frames(3);
        Label plan = (Label) find("#evaluation-plan");
        assertThat(onScreen(() -> plan.getFont().getSize())).isEqualTo(26);
        Stage stage = onScreen(() -> (Stage) evaluation.view().getScene().getWindow());
        onScreen(() -> {
            KeyEvent escape = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false);
            javafx.event.Event.fireEvent(stage, escape);
            return true;
        });
        assertThat(onScreen(stage::isShowing)).isFalse();
        assertThat(onScreen(() -> Window.getWindows().size())).isEqualTo(1);
    }

    private void visit(TabPane tabs) {
        for (int tab = 0; tab < tabs.getTabs().size(); tab++) {
            int shown = tab;
            onScreen(() -> {
                tabs.getSelectionModel().select(shown);
                return true;
            });
            TestWindow.frames(3);
            window.until("chart " + tab, () -> evaluation.view().isComplete());
        }
    }

    /** What the archive keeps of the evaluation that the form asks for. */
    private Optional<StoredEvaluation> kept() {
        return evaluation.model().storedProperty().get().stream()
                .filter(some ->
                        evaluation.model().form().requestProperty().get().equals(Optional.of(some.request())))
                .findFirst();
    }

    private void choose(List<String> methods, String bits, String seeds) {
        onScreen(() -> {
            var form = evaluation.model().form();
            form.methods().forEach(method -> form.methodProperty(method.id()).set(methods.contains(method.id())));
            form.bitsProperty().set(bits);
            form.seedsProperty().set(seeds);
            return true;
        });
    }

    private void press(String button) {
        window.until(button + " can be pressed", () -> !find(button).isDisabled());
        onScreen(() -> {
            ((Button) find(button)).fire();
            return true;
        });
    }

    private String text(String label) {
        return ((Label) find(label)).getText();
    }

    @SuppressWarnings("unchecked")
    private TableView<EvaluationLine> table() {
        return (TableView<EvaluationLine>) find("#evaluation-table");
    }

    private javafx.scene.Node find(String selector) {
        return evaluation.view().lookup(selector);
    }

    private int colours() {
        WritableImage picture = onScreen(() -> find(".charts-view").snapshot(null, null));
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                colours.add(picture.getPixelReader().getArgb(x, y));
            }
        }
        return colours.size();
    }
}
