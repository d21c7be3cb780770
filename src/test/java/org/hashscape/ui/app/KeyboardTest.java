package org.hashscape.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashscape.ui.app.TestWindow.onScreen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.hashscape.ui.map.MapViewModel;
import org.hashscape.workbench.filter.TileFilter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything can be reached without a mouse, and says to a screen reader what it is. */
class KeyboardTest {

    @TempDir
    static Path folder;

    private static TestWindow window;

    @BeforeAll
    static void askAQuery() throws IOException {
        Path archive = PlacedArchive.make(folder, 12);
        window = TestWindow.showing(archive);
        onScreen(() -> {
            window.model
                    .queries()
                    .queryTile(window.model.archiveModel().tilesProperty().get().get(0));
            return true;
        });
        window.untilAnswered("checks/checks000.png");
    }

    @AfterAll
    static void close() {
        window.close();
    }

    @AfterEach
    void backToTheBeginning() {
        onScreen(() -> {
            new ArrayList<>(Window.getWindows())
                    .stream().filter(each -> each != window.stage).forEach(Window::hide);
            window.view.showFirstSteps(false);
            window.view.archivePanel().filteringProperty().set(false);
            window.model.archiveModel().conditionsProperty().set(TileFilter.NONE);
            window.model.archiveModel().onMapProperty().set(false);
            window.model.queries().comparison().onProperty().set(false);
            window.stage.requestFocus();
            return true;
        });
    }

    @Test
    void theMainWindow() {
        onScreen(() -> {
            window.view.showFirstSteps(true);
            window.view.archivePanel().filteringProperty().set(true);
            window.model.archiveModel().conditionsProperty().set(TileFilter.NONE.withAny(List.of("spots")));
            window.view.resultsGrid().selectedProperty().set(1);
            return true;
        });
        everythingIsNamedAndReached(window.view);
    }

    @Test
    void theComparison() {
        onScreen(() -> {
            window.model.queries().comparison().onProperty().set(true);
            return true;
        });
        window.until(
                "the columns",
                () -> window.model.queries().comparison().isSettled()
                        && !window.model.queries().comparison().isPreparing()
                        && window.view.isComplete());
        onScreen(() -> {
            window.view.comparison().select(0, 3);
            return true;
        });
        everythingIsNamedAndReached(window.view);
    }

    @Test
    void theMap() {
        onScreen(() -> {
            window.model.archiveModel().onMapProperty().set(true);
            return true;
        });
        window.until(
                "the map",
                () -> window.model.map().showingProperty().get() == MapViewModel.Showing.MAP
                        && window.model.map().isSettled());
        everythingIsNamedAndReached(window.view);
    }

    @Test
    void theEvaluation() {
        EvaluationWindow evaluation = onScreen(() -> window.view.showEvaluation());
        window.until("the window", () -> evaluation.stage().isFocused());
        everythingIsNamedAndReached(evaluation.view());
    }

    @Test
    void theTrainingDialog() {
        onScreen(() -> {
            window.view.showTraining();
            return true;
        });
        TestWindow.frames(3);
        Window dialog = onScreen(() -> Window.getWindows().stream()
                .filter(each -> each != window.stage)
                .findFirst()
                .orElseThrow());
        everythingIsNamedAndReached(dialog.getScene().getRoot());
    }

    private static void everythingIsNamedAndReached(Parent root) {
        TestWindow.frames(5);
        Set<Node> controls = onScreen(() -> focusable(root));
        assertThat(controls).hasSizeGreaterThan(5);
        assertThat(onScreen(() -> controls.stream()
                        .filter(control -> nameOf(control, root).isEmpty())
                        .map(KeyboardTest::described)
                        .toList()))
                .as("without a name")
                .isEmpty();
        Set<Node> reached = visitedByTab(root.getScene(), 2 * controls.size() + 10);
        assertThat(onScreen(() -> controls.stream()
                        .filter(control -> !reached.contains(control) && !isReachedByArrows(control, reached))
                        .map(KeyboardTest::described)
                        .toList()))
                .as("not reached by the keyboard")
                .isEmpty();
    }

    /** What can have the keyboard, without the parts that such controls are made of. */
    private static Set<Node> focusable(Parent root) {
        Set<Node> found = new LinkedHashSet<>();
        for (Node child : root.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            boolean reachable = child.isFocusTraversable();
            if (reachable) {
                found.add(child);
            }
            boolean whole = child instanceof ComboBoxBase<?> || child instanceof Spinner<?>;
            if (child instanceof Parent parent && !whole) {
                found.addAll(focusable(parent));
            }
        }
        return found;
    }

    private static Optional<String> nameOf(Node control, Parent root) {
        String shown = control instanceof Labeled labelled ? labelled.getText() : null;
        return Optional.ofNullable(control.getAccessibleText())
                .filter(name -> !name.isBlank())
                .or(() -> Optional.ofNullable(shown).filter(name -> !name.isBlank()))
                .or(() -> root.lookupAll(".label").stream()
                        .map(Label.class::cast)
                        .filter(label -> label.getLabelFor() == control)
                        .map(Label::getText)
                        .findFirst());
    }

    private static Set<Node> visitedByTab(Scene scene, int times) {
        Set<Node> visited = new LinkedHashSet<>();
        for (int step = 0; step < times; step++) {
            onScreen(() -> {
                new Robot().keyType(KeyCode.TAB);
                return true;
            });
            visited.add(onScreen(scene::getFocusOwner));
        }
        return visited;
    }

    /** Of a group of radio buttons, Tab visits the chosen one; arrows go on from there. */
    private static boolean isReachedByArrows(Node control, Set<Node> reached) {
        return control instanceof RadioButton radio
                && radio.getToggleGroup() != null
                && radio.getToggleGroup().getToggles().stream().anyMatch(reached::contains);
    }

    private static String described(Node node) {
        Node tabs = node;
        while (tabs != null && !(tabs instanceof TabPane)) {
            tabs = tabs.getParent();
        }
        String tab = tabs == null
                ? ""
                : " in tab "
                        + Optional.ofNullable(
                                        ((TabPane) tabs).getSelectionModel().getSelectedItem())
                                .map(Tab::getText)
                                .orElse("");
        return node + tab;
    }
}
