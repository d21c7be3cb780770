package org.hashscape.ui.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.hashscape.ui.common.Hint;
import org.hashscape.ui.common.Icon;

/** Finds words and icons of a window that do not show in full. What can be scrolled into sight counts as shown. */
final class CutOffWords {

    /** Pixels of a scrolled part below which nobody can work in it: two lines of small text. */
    private static final double LEAST_ROOM = 40;

    /** Pixels across of a scroll bar below which nobody sees or hits it. */
    private static final double LEAST_BAR = 8;

    private CutOffWords() {}

    /** What is wrong, one sentence each. */
    static List<String> in(Node root) {
        List<String> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<String> found) {
        boolean closedChoices = node instanceof ListView<?> && node.getParent() instanceof ComboBoxBase<?>;
        if (!node.isVisible() || closedChoices) {
            return;
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            whatIsLost(text)
                    .filter(lost -> !tipsOf(text).contains(wordsOf(text)))
                    .ifPresent(found::add);
        } else if (node instanceof Parent parent) {
            if (scrollsBothWays(parent) && parent.getLayoutBounds().getHeight() < LEAST_ROOM) {
                found.add(parent + " is only " + parent.getLayoutBounds().getHeight() + " pixels high");
            }
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static Optional<String> whatIsLost(Text text) {
        if (!text.getText().equals(wordsOf(text))) {
            return Optional.of("“" + wordsOf(text) + "” is shortened to “" + text.getText() + "”");
        }
        Bounds place = text.localToScene(text.getLayoutBounds());
        boolean scrolls = false;
        Node around = text.getParent();
        while (around != null) {
            scrolls |= around.getParent() != null
                    && around.getParent().getStyleClass().contains("viewport");
            Optional<Parent> rows = rowsAround(around);
            if (rows.isPresent()) { // from here on the list or table stands for what lies in its cell
                if (!holds((Region) around, place, false)) {
                    return Optional.of(reachesOut(text, place, (Region) around));
                }
                if (!comesIntoSight(place, rows.get())) {
                    return Optional.of("“" + text.getText() + "” is cut off by the edge of " + rows.get());
                }
                around = rows.get();
                place = around.localToScene(around.getLayoutBounds());
            }
            Optional<ScrollPane> scrolled = scrollsAcross(around);
            if (scrolled.isPresent()) { // it can be scrolled into sight; from here on the pane stands for it
                around = scrolled.get();
                place = around.localToScene(around.getLayoutBounds());
            }
            if (around.getClip() != null
                    && !isAcross(place, around.localToScene(around.getClip().getBoundsInParent()))) {
                return Optional.of("“" + text.getText() + "” is cut off by the edge of " + around);
            }
            if (around instanceof Region region && !holds(region, place, scrolls)) {
                return Optional.of(reachesOut(text, place, region));
            }
            around = around.getParent();
        }
        return Optional.empty();
    }

    private static String reachesOut(Text text, Bounds place, Region region) {
        return "“" + text.getText() + "” at " + place + " reaches out of " + region + " at "
                + region.localToScene(region.getLayoutBounds());
    }

    /** The list or table whose cell or column header this is. */
    private static Optional<Parent> rowsAround(Node cell) {
        if (!(cell instanceof IndexedCell<?>) && !(cell instanceof TableColumnHeader)) {
            return Optional.empty();
        }
        Parent around = cell.getParent();
        while (around != null && !scrollsBothWays(around)) {
            around = around.getParent();
        }
        return Optional.ofNullable(around);
    }

    private static boolean scrollsBothWays(Parent part) {
        return part instanceof TableView<?> || part instanceof ListView<?>;
    }

    /** The scroll pane that this is the content of, where it has a bar to scroll sideways. */
    private static Optional<ScrollPane> scrollsAcross(Node content) {
        Parent viewport = content.getParent();
        boolean inViewport = viewport != null && viewport.getStyleClass().contains("viewport");
        if (!inViewport || !(viewport.getParent() instanceof ScrollPane pane)) {
            return Optional.empty();
        }
        return pane.getChildrenUnmodifiable().stream()
                        .anyMatch(part -> part instanceof ScrollBar bar
                                && bar.isVisible()
                                && bar.getHeight() >= LEAST_BAR
                                && bar.getOrientation() == Orientation.HORIZONTAL)
                ? Optional.of(pane)
                : Optional.empty();
    }

    /** Whether a place inside a list or table is in sight, or a scroll bar brings it there. */
    private static boolean comesIntoSight(Bounds place, Parent rows) {
        Bounds room = rows.localToScene(rows.getLayoutBounds());
        boolean along = place.getMinY() >= room.getMinY() - 3 && place.getMaxY() <= room.getMaxY() + 3;
        return (isAcross(place, room) || hasBar(rows, Orientation.HORIZONTAL))
                && (along || hasBar(rows, Orientation.VERTICAL));
    }

    private static boolean hasBar(Parent rows, Orientation orientation) {
        return rows.lookupAll(".scroll-bar").stream()
                .anyMatch(bar -> bar instanceof ScrollBar scrollBar
                        && scrollBar.isVisible()
                        && Math.min(scrollBar.getWidth(), scrollBar.getHeight()) >= LEAST_BAR
                        && scrollBar.getOrientation() == orientation);
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
