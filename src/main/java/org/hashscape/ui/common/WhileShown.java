package org.hashscape.ui.common;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Duration;

/** What a node does, or shows, only for a time. */
public final class WhileShown {

    private WhileShown() {}

    /** Runs work again and again while the node is in a window. */
    public static void repeat(Node node, double everyMillis, Runnable work) {
        Timeline look = new Timeline(new KeyFrame(Duration.millis(everyMillis), event -> work.run()));
        look.setCycleCount(Animation.INDEFINITE);
        node.sceneProperty().addListener((property, before, scene) -> {
            if (scene == null) {
                look.stop();
            } else {
                look.play();
            }
        });
    }

    /** Lets nodes be seen, and take room, only while something is so. */
    public static void showWhile(ObservableValue<Boolean> so, Node... nodes) {
        for (Node node : nodes) {
            node.visibleProperty().bind(so);
            node.managedProperty().bind(so);
        }
    }
}
