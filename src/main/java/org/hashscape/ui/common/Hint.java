package org.hashscape.ui.common;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * Tool tips that are made when the pointer first comes over their control. A tool tip of JavaFX is a window with a scene of
 * its own from the start; the main window has seventy.
 */
public final class Hint {

    /** Width in pixels at which a long tip wraps. */
    private static final double LONG = 420;

    private Hint() {}

    public static void set(Control control, String words) {
        set(control, new ReadOnlyStringWrapper(words));
    }

    /** A tip that changes with the words, and wraps. */
    public static void set(Control control, ObservableValue<String> words) {
        if (control.getProperties().put(Hint.class, words) == null) {
            whenEntered(control, () -> control.setTooltip(tip(control)));
        } else if (control.getTooltip() != null) {
            control.setTooltip(tip(control));
        }
    }

    /** The whole text of a label that may be shortened. */
    public static void whole(Labeled label) {
        set(label, label.textProperty());
    }

    /** What the control's tip says. */
    public static Optional<String> of(Control control) {
        return control.hasProperties() && control.getProperties().containsKey(Hint.class)
                ? Optional.ofNullable(words(control).getValue())
                : Optional.ofNullable(control.getTooltip()).map(Tooltip::getText);
    }

    /** Does something once, before the pointer is first over a node. */
    public static void whenEntered(Node node, Runnable action) {
        node.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, new EventHandler<>() {
            @Override
            public void handle(MouseEvent entered) {
                node.removeEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, this);
                action.run();
            }
        });
    }

    private static Tooltip tip(Control control) {
        Tooltip tip = new Tooltip();
        tip.setWrapText(true);
        tip.setMaxWidth(LONG);
        tip.textProperty().bind(words(control));
        return tip;
    }

    @SuppressWarnings("unchecked")
    private static ObservableValue<String> words(Control control) {
        return (ObservableValue<String>)
                Objects.requireNonNull(control.getProperties().get(Hint.class));
    }
}
