package org.hashscape.ui.common;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;

/**
 * Content that fills its place, and scrolls where the place is smaller than the content can be: with large text in a
 * small window nothing overlaps and nothing is out of reach. What gets the keyboard is scrolled into sight.
 */
public final class Roomy extends ScrollPane {

    public Roomy(Parent content) {
        super(content);
        getStyleClass().addAll("edge-to-edge", "roomy");
        setFitToWidth(true);
        setFitToHeight(true);
        setFocusTraversable(false);
        ChangeListener<Node> follow = (property, before, now) -> {
            if (now != null) {
                reveal(now);
            }
        };
        sceneProperty().addListener((property, before, now) -> {
            if (before != null) {
                before.focusOwnerProperty().removeListener(follow);
            }
            if (now != null) {
                now.focusOwnerProperty().addListener(follow);
            }
        });
    }

    private void reveal(Node focused) {
        Node content = getContent();
        Scene scene = getScene();
        if (scene == null || !isWithin(focused, content)) {
            return;
        }
        Bounds all = content.getLayoutBounds();
        Bounds seen = getViewportBounds();
        Bounds place = content.sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
        setHvalue(value(getHvalue(), all.getWidth(), seen.getWidth(), place.getMinX(), place.getMaxX()));
        setVvalue(value(getVvalue(), all.getHeight(), seen.getHeight(), place.getMinY(), place.getMaxY()));
    }

    /** The scroll value, 0..1, nearest to what it is that shows a stretch of the content; its start where it is too long. */
    static double value(double now, double all, double seen, double from, double to) {
        double most = all - seen;
        if (most <= 0) {
            return now;
        }
        double offset = now * most;
        if (to > offset + seen) {
            offset = to - seen;
        }
        if (from < offset) {
            offset = from;
        }
        return Math.max(0, Math.min(1, offset / most));
    }

    private static boolean isWithin(Node node, Node root) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == root) {
                return true;
            }
        }
        return false;
    }
}
