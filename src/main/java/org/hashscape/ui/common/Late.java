package org.hashscape.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Children that join the scene when they are first visible. Style sheets and layout go through everything in a scene,
 * seen or not, and that is most of what a window's start costs: of its 1,046 nodes 247 are visible.
 */
public final class Late {

    private Late() {}

    /** Puts nodes behind the children of a pane: those that are visible at once, others when they first are, in this order. */
    public static void add(Pane pane, Node... nodes) {
        List<Node> order = order(pane);
        for (Node node : nodes) {
            order.add(node);
            if (node.isVisible()) {
                pane.getChildren().add(node);
            } else {
                node.visibleProperty().addListener(new InvalidationListener() {
                    @Override
                    public void invalidated(Observable visible) {
                        if (node.isVisible()) {
                            visible.removeListener(this);
                            join(pane, order, node);
                        }
                    }
                });
            }
        }
    }

    private static void join(Pane pane, List<Node> order, Node node) {
        List<Node> there = pane.getChildren();
        long before = order.subList(0, order.indexOf(node)).stream()
                .filter(there::contains)
                .count();
        there.add((int) before, node);
    }

    /** All children that a pane has or will have. */
    @SuppressWarnings("unchecked")
    private static List<Node> order(Pane pane) {
        return (List<Node>)
                pane.getProperties().computeIfAbsent(Late.class, key -> new ArrayList<>(pane.getChildren()));
    }
}
