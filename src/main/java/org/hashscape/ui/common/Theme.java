package org.hashscape.ui.common;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * Light or dark. Both are JavaFX's own Modena with a small sheet that tunes it; dark lays a second sheet of colours on
 * top.
 */
public enum Theme {
    LIGHT(Palette.LIGHT, "hashscape.css"),
    DARK(Palette.DARK, "hashscape.css", "dark.css");

    private final Palette palette;
    private final List<String> sheets;

    Theme(Palette palette, String... sheets) {
        this.palette = palette;
        this.sheets = Stream.of(sheets).map(Theme::address).toList();
    }

    /** The theme of a settings entry; light where it names none. */
    public static Theme of(String id) {
        return "dark".equals(id) ? DARK : LIGHT;
    }

    /** How settings name it. */
    public String id() {
        return this == DARK ? "dark" : "light";
    }

    public Palette palette() {
        return palette;
    }

    public void applyTo(Scene scene) {
        scene.getStylesheets().setAll(sheets);
    }

    /** For dialogs, whose scene is not ours. */
    public void applyTo(Parent root) {
        root.getStylesheets().setAll(sheets);
    }

    private static String address(String sheet) {
        URL found = Theme.class.getResource("/org/hashscape/ui/" + sheet);
        return Objects.requireNonNull(found, sheet).toExternalForm();
    }
}
