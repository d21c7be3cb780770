package org.hashscape.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hashscape.ui.common.TestToolkit.onScreen;

import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomyTest {

    private final Button near = new Button("near");
    private final Button far = new Button("far");
    private Roomy roomy;
    private Stage stage;

    @BeforeEach
    void open() {
        TestToolkit.start();
        onScreen(() -> {
            Pane content = new Pane(near, far);
            content.setMinSize(1000, 800);
            far.relocate(900, 700);
            roomy = new Roomy(content);
            roomy.setMaxSize(400, 300);
            stage = new Stage();
            stage.setScene(new Scene(new Pane(roomy), 1280, 800));
            roomy.resize(400, 300);
            roomy.setPrefSize(400, 300);
            stage.show();
            return true;
        });
    }

    @AfterEach
    void close() {
        onScreen(() -> {
            stage.hide();
            return true;
        });
    }

    @Test
    void whatGetsTheKeyboardIsScrolledIntoSight() {
        assertThat(isSeen(far)).isFalse();
        focus(far);
        assertThat(isSeen(far)).isTrue();
        assertThat(isSeen(near)).isFalse();
        focus(near);
        assertThat(isSeen(near)).isTrue();
    }

    @Test
    void scrollsNoFurtherThanItMust() {
        assertThat(Roomy.value(0.5, 1000, 500, 300, 600)).as("in sight already").isEqualTo(0.5);
        assertThat(Roomy.value(0, 1000, 500, 500, 750)).isEqualTo(0.5);
        assertThat(Roomy.value(1, 1000, 500, 100, 200)).isEqualTo(0.2);
        assertThat(Roomy.value(0, 1000, 500, 400, 1000))
                .as("its start, where it is too long")
                .isEqualTo(0.8);
        assertThat(Roomy.value(0, 400, 500, 10, 20)).as("nothing to scroll").isZero();
    }

    private void focus(Button button) {
        onScreen(() -> {
            button.requestFocus();
            return true;
        });
    }

    private boolean isSeen(Button button) {
        return onScreen(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            Bounds place = button.localToScene(button.getLayoutBounds());
            return place.getMaxX() <= 400 && place.getMaxY() <= 300 && place.getMinX() >= 0 && place.getMinY() >= 0;
        });
    }
}
