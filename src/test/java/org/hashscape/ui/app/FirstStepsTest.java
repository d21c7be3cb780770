package org.hashscape.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashscape.ui.app.TestWindow.onScreen;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstStepsTest {

    private final List<URI> shown = new CopyOnWriteArrayList<>();
    private TestWindow window;

    @BeforeEach
    void open() {
        window = new TestWindow(TestWindow.quick());
        onScreen(() -> {
            window.view.setBrowser(shown::add);
            window.view.showFirstSteps(true);
            return true;
        });
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void gotItHidesThemForGood() {
        assertThat(window.settings.firstSteps()).isTrue();
        onScreen(() -> {
            ((Button) window.view.lookup("#first-steps-done")).fire();
            return true;
        });
        assertThat(onScreen(() -> window.view.lookup("#first-steps") == null)).isTrue();
        assertThat(window.settings.firstSteps()).isFalse();
    }

    @Test
    void otherSettingsOfTheViewsLeaveThemHidden() {
        onScreen(() -> {
            window.view.showFirstSteps(false);
            window.model.queries().results().foldingProperty().set(false);
            return true;
        });
        assertThat(window.settings.firstSteps()).isFalse();
    }

    @Test
    void helpOpensPagesThatLieOnThisMachine() {
        window.robot.press(KeyCode.F1).release(KeyCode.F1);
        window.until("the documentation", () -> !shown.isEmpty());
        assertThat(shown.get(0)).hasScheme("file");
        assertThat(Files.isRegularFile(Path.of(shown.get(0)))).isTrue();
        window.until(
                "a notice that says where",
                () -> window.model
                        .noticeProperty()
                        .get()
                        .orElseThrow()
                        .sentence()
                        .contains("index.html"));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 200})
    void theyFitAndCanBeReachedAtAnyTextSize(int percent) {
        onScreen(() -> {
            window.model.textPercentProperty().set(percent);
            return true;
        });
        TestWindow.frames(10);
        List<Control> outside = onScreen(() -> {
            Bounds whole = new BoundingBox(0, 0, 1281, 801);
            return Controls.in(window.view).stream()
                    .filter(Controls::isShown)
                    .filter(control ->
                            control.localToScene(control.getLayoutBounds()).getWidth() > 0)
                    .filter(control -> !whole.contains(control.localToScene(control.getLayoutBounds())))
                    .toList();
        });
        assertThat(outside).isEmpty();
    }
}
