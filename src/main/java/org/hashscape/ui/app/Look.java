package org.hashscape.ui.app;

import javafx.scene.Parent;
import org.hashscape.ui.common.Theme;

/** Theme and text size together, as a dialog takes them over from its window. */
record Look(Theme theme, int textPercent) {

    private static final double USUAL_PIXELS = 13;
    /** From here on icons grow with the text. */
    private static final int LARGE_PERCENT = 130;

    void applyTo(Parent dialog) {
        theme.applyTo(dialog);
        size(dialog);
    }

    /** Sets the text size alone. */
    void size(Parent root) {
        root.setStyle("-fx-font-size: " + USUAL_PIXELS * textPercent / 100 + "px;");
        root.getStyleClass().remove("large-text");
        if (textPercent > LARGE_PERCENT) {
            root.getStyleClass().add("large-text");
        }
    }
}
