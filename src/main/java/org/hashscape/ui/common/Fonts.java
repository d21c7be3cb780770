package org.hashscape.ui.common;

import java.io.IOException;
import java.io.InputStream;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The window's own font, Inter, so that it looks the same everywhere and appears even on a machine without any font.
 * Scripts it lacks come from the system.
 */
public final class Fonts {

    private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);
    private static final String[] FILES = {"Inter-Regular.otf", "Inter-Bold.otf"};
    private static boolean loaded;

    private Fonts() {}

    /** Makes the font known to JavaFX and to the charts; call it before the first scene. */
    public static synchronized void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        for (String file : FILES) {
            try (InputStream stream = Fonts.class.getResourceAsStream("/org/hashscape/ui/font/" + file)) {
                if (stream == null || Font.loadFont(stream, 13) == null) {
                    LOG.warn("The font {} cannot be loaded; the system's font takes its place", file);
                }
            } catch (IOException unreadable) {
                LOG.warn("The font {} cannot be read", file, unreadable);
            }
        }
    }
}
