package org.hashscape.ui.app;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;

/** Finds the controls a user can work with. */
final class Controls {

    private Controls() {}

    /** Those of the window itself, without the parts that controls are made of. */
    static List<Control> in(Parent root) {
        List<Control> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    static String name(Control control) {
        String spoken = control.getAccessibleText();
        String shown = control instanceof Labeled labelled ? labelled.getText() : null;
        return spoken != null ? spoken : shown != null ? shown : "";
    }

    /** Whether it and everything it lies in is visible. */
    static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private static void collect(Node node, List<Control> found) {
        boolean usable = node instanceof ButtonBase
                || node instanceof CheckBox
                || node instanceof ComboBoxBase<?>
                || node instanceof TextInputControl
                || node instanceof Slider;
        if (usable && !(node.getClass().getSimpleName().contains("MenuBarButton"))) {
            found.add((Control) node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
