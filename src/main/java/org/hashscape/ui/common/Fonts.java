package org.hashscape.ui.common;

import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
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
    private static boolean loadedForCharts;

    private Fonts() {}

    /** Makes the font known to JavaFX; call it before the first scene. */
    public static synchronized void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        for (String file : FILES) {
            try (InputStream stream = open(file)) {
                if (Font.loadFont(stream, 13) == null) {
                    LOG.warn("JavaFX cannot use the font {}; the system's font takes its place", file);
                }
            } catch (IOException unreadable) {
                LOG.warn("The font {} cannot be read; the system's font takes its place", file, unreadable);
            }
        }
    }

    /** Makes the font known to Java 2D, with which charts measure their text. Takes a while at first: not for the screen's thread. */
    public static synchronized void loadForCharts() {
        if (loadedForCharts) {
            return;
        }
        loadedForCharts = true;
        for (String file : FILES) {
            try (InputStream stream = open(file)) {
                GraphicsEnvironment.getLocalGraphicsEnvironment()
                        .registerFont(java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, stream));
            } catch (IOException | FontFormatException unreadable) {
                LOG.warn("Charts cannot measure the font {}", file, unreadable);
            }
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(Fonts.class.getResourceAsStream("/org/hashscape/ui/font/" + file), file);
    }
}
