package org.hashscape.ui.common;

import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import org.kordamp.ikonli.Ikon;

/**
 * A letter of the icon font, whose size and colour are the style sheet's. Ikonli's own node writes a style of its own into
 * each icon, which JavaFX then parses; that took a tenth of the window's start.
 */
public final class Icon extends Text {

    private Ikon shown;

    Icon(Ikon icon) {
        getStyleClass().add("icon");
        setAccessibleRole(AccessibleRole.NODE); // its letter says nothing to a reader
        shown = icon;
        show(icon);
    }

    /** Shows another icon of the font. */
    public void show(Ikon icon) {
        shown = icon;
        setText(Character.toString(icon.getCode()));
    }

    /** What it shows: "mdi2a-alert". */
    public String description() {
        return shown.getDescription();
    }
}
