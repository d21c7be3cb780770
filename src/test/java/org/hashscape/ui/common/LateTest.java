package org.hashscape.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class LateTest {

    private final Pane pane = new Pane();
    private final Node first = hidden();
    private final Node second = new Region();
    private final Node third = hidden();
    private final Node fourth = hidden();

    @Test
    void whatWasNeverVisibleIsNotInTheSceneAndWhatWasStaysThere() {
        Late.add(pane, first, second, third);
        assertThat(pane.getChildren()).containsExactly(second);

        third.setVisible(true);
        third.setVisible(false);

        assertThat(pane.getChildren()).containsExactly(second, third);
    }

    @Test
    void childrenStandInTheirOrderWhicheverIsVisibleFirst() {
        Late.add(pane, first, second, third);
        Late.add(pane, fourth);

        fourth.setVisible(true);
        first.setVisible(true);
        third.setVisible(true);

        assertThat(pane.getChildren()).containsExactly(first, second, third, fourth);
    }

    private static Node hidden() {
        Region node = new Region();
        node.setVisible(false);
        return node;
    }
}
