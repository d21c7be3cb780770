package org.hashscape.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashscape.ui.app.TestWindow.onScreen;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.hashscape.ui.common.Hint;
import org.hashscape.ui.common.Icon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words stay whole when the text is large, at the smallest size that the window is made for. */
class LargeTextTest {

    @TempDir
    static Path folder;

    private static Path archive;
    private TestWindow window;

    @BeforeAll
    static void makeArchive() throws IOException {
        archive = TestArchive.sampleOf(folder, "coast");
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
        noneIsCutOff("before a query");
        onScreen(() -> {
            window.model
                    .queries()
                    .queryTile(window.model.archiveModel().tilesProperty().get().get(3));
            return true;
        });
        window.until(
                "an answer", () -> window.model.queries().results().answer().isPresent() && window.view.isComplete());
        TestWindow.frames(5);
        noneIsCutOff("with an answer");
    }

    private void noneIsCutOff(String when) {
        assertThat(onScreen(() -> {
                    List<String> found = new ArrayList<>();
                    collect(window.view, found);
                    return found;
                }))
                .as(when)
                .isEmpty();
    }

    private static void collect(Node node, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            whatIsLost(text)
                    .filter(lost -> !tipsOf(text).contains(wordsOf(text)))
                    .ifPresent(found::add);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static Optional<String> whatIsLost(Text text) {
        if (!text.getText().equals(wordsOf(text))) {
            return Optional.of("“" + wordsOf(text) + "” is shortened to “" + text.getText() + "”");
        }
        Bounds place = text.localToScene(text.getLayoutBounds());
        boolean scrolls = false;
        for (Node around = text.getParent(); around != null; around = around.getParent()) {
            scrolls |= around.getParent() != null
                    && around.getParent().getStyleClass().contains("viewport");
            if (around.getClip() != null
                    && !isAcross(place, around.localToScene(around.getClip().getBoundsInParent()))) {
                return Optional.of("“" + text.getText() + "” is cut off by the edge of " + around);
            }
            if (around instanceof Region region && !holds(region, place, scrolls)) {
                return Optional.of("“" + text.getText() + "” at " + place + " reaches out of " + region + " at "
                        + region.localToScene(region.getLayoutBounds()));
            }
        }
        return Optional.empty();
    }

    private static String wordsOf(Text text) {
        if (text instanceof Icon || !(text.getParent() instanceof Labeled labelled)) {
            return text.getText();
        }
        return labelled.isMnemonicParsing() ? labelled.getText().replace("_", "") : labelled.getText();
    }

    /** Up to a pixel that letters do not use. What scrolls upwards and downwards may be out of sight. */
    private static boolean holds(Region region, Bounds place, boolean scrolls) {
        Bounds room = region.localToScene(region.getLayoutBounds());
        boolean along = place.getMinY() >= room.getMinY() - 3 && place.getMaxY() <= room.getMaxY() + 3;
        return isAcross(place, room) && (along || scrolls);
    }

    private static boolean isAcross(Bounds place, Bounds room) {
        return place.getMinX() >= room.getMinX() - 2 && place.getMaxX() <= room.getMaxX() + 2;
    }

    /** The tool tips of a control and of what it is part of. */
    private static String tipsOf(Node node) {
        StringBuilder tips = new StringBuilder();
        for (Node around = node; around != null; around = around.getParent()) {
            if (around instanceof Control control) {
                Hint.of(control).ifPresent(tip -> tips.append(tip).append('\n'));
            }
        }
        return tips.toString();
    }
}
