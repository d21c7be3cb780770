package org.hashscape.ui.common;

import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
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
        StringProperty said = words(control);
        said.unbind();
        said.set(words);
    }

    /** A tip that changes with the words. */
    public static void set(Control control, ObservableValue<String> words) {
        words(control).bind(words);
    }

    /** The whole text of a label that may be shortened. */
    public static void whole(Labeled label) {
        set(label, label.textProperty());
    }

    /** What the control's tip says. */
    public static Optional<String> of(Control control) {
        return control.hasProperties() && control.getProperties().get(Hint.class) instanceof StringProperty words
                ? Optional.ofNullable(words.get())
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

    /** A tip without words, which wraps long ones. */
    static Tooltip tip() {
        Tooltip tip = new Tooltip();
        tip.setWrapText(true);
        tip.setMaxWidth(LONG);
        return tip;
    }

    /** What the control's tip is to say; from the first time on, it is made when the pointer comes. */
    private static StringProperty words(Control control) {
        return (StringProperty) control.getProperties().computeIfAbsent(Hint.class, key -> {
            StringProperty words = new SimpleStringProperty();
            whenEntered(control, () -> {
                Tooltip tip = tip();
                tip.textProperty().bind(words);
                control.setTooltip(tip);
            });
            return words;
        });
    }
}
