package org.hashscape.ui.common;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import org.kordamp.ikonli.Ikon;

/** Icons, and controls that say what they are to everyone: icon, tool tip and accessible name in one go. */
public final class Icons {

    private Icons() {}

    public static Icon of(Ikon icon) {
        return new Icon(icon);
    }

    /** An icon drawn large, for empty places. */
    public static Icon large(Ikon icon) {
        Icon made = of(icon);
        made.getStyleClass().add("icon-large");
        return made;
    }

    /** A button that shows only its icon. */
    public static Button button(Ikon icon, String what, Runnable action) {
        Button button = explain(new Button(null, of(icon)), what);
        button.getStyleClass().add("icon-button");
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Gives a control its tool tip and, where its own words do not name it, its accessible name. */
    public static <C extends Control> C explain(C control, String what) {
        Hint.set(control, what);
        boolean named = control instanceof ButtonBase button
                && button.getText() != null
                && !button.getText().isBlank();
        if (named) {
            control.setAccessibleHelp(what);
        } else {
            control.setAccessibleText(what);
        }
        return control;
    }
}
