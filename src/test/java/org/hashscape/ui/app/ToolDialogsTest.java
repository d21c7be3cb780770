package org.hashscape.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashscape.ui.app.TestWindow.onScreen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.stage.Window;
import org.hashscape.ui.archive.ArchiveViewModel.Showing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dialogs for networks and for training, over the real workbench. */
class ToolDialogsTest {

    @TempDir
    private Path folder;

    private TestWindow window;

    @BeforeEach
    void open() throws IOException {
        Path archive = TestArchive.make(folder, 12);
        window = new TestWindow(TestWindow.quick());
        onScreen(() -> {
            window.model.shelf().open(archive);
            return true;
        });
        window.until(
                "the archive",
                () -> window.model.archiveModel().showingProperty().get() == Showing.TILES);
    }

    @AfterEach
    void close() {
        onScreen(() -> {
            dialogs().forEach(Window::hide);
            return true;
        });
        window.close();
    }

    @Test
    void trainsAndTakesTheModelIntoUse() {
        onScreen(() -> {
            window.view.showTraining();
            return true;
        });
        window.until(
                "the cost",
                () -> node("#training-cost", javafx.scene.control.Label.class)
                        .getText()
                        .contains("36 tiles"));
        onScreen(() -> {
            @SuppressWarnings("unchecked")
            var seed = (javafx.scene.control.Spinner<Integer>) node("#train-seed", javafx.scene.control.Spinner.class);
            seed.getValueFactory().setValue(5);
            node("#train", Button.class).fire();
            return true;
        });
        window.until("the training", () -> !node("#use-trained", Button.class).isDisabled());
        onScreen(() -> {
            node("#use-trained", Button.class).fire();
            return true;
        });
        assertThat(onScreen(() ->
                        window.model.methodBar().parametersProperty().get().seed()))
                .isEqualTo(5);
        everyControlHasAName();
    }

    @Test
    void showsNetworksAndTheCatalogueAndFetchesNothing() {
        onScreen(() -> {
            window.view.showNetworks();
            return true;
        });
        window.until("the catalogue", () -> !dialogs().isEmpty());
        everyControlHasAName();
        assertThat(onScreen(() -> window.model.networks().watch().busyProperty().get()))
                .isFalse();
        assertThat(onScreen(() -> window.model.networks().catalogue())).hasSize(2);
    }

    private void everyControlHasAName() {
        List<String> nameless = onScreen(() -> dialogs().stream()
                .flatMap(dialog -> Controls.in(dialog.getScene().getRoot()).stream())
                .filter(Controls::isShown)
                .filter(control -> Controls.name(control).isBlank())
                .map(Control::toString)
                .toList());
        assertThat(nameless).isEmpty();
    }

    private <N extends Node> N node(String id, Class<N> type) {
        Optional<Node> found = dialogs().stream()
                .map(dialog -> dialog.getScene().getRoot())
                .map((Parent root) -> root.lookup(id))
                .filter(type::isInstance)
                .findFirst();
        return type.cast(found.orElseThrow());
    }

    private List<Window> dialogs() {
        return Window.getWindows().stream()
                .filter(each -> each != window.stage)
                .filter(Window::isShowing)
                .filter(each ->
                        each.getScene() != null && each.getScene().getRoot() instanceof javafx.scene.control.DialogPane)
                .toList();
    }
}
