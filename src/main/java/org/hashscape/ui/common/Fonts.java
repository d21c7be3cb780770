package org.hashscape.ui.common;

import java.io.IOException;
import java.io.InputStream;
import javafx.scene.text.Font;
import org.hashscape.workbench.chart.ChartFonts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The window's own font, Inter, so that it looks the same everywhere and appears even on a machine without any font.
 * Scripts it lacks come from the system.
 */
public final class Fonts {

    private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);
    private static boolean loaded;

    private Fonts() {}

    /** Makes the font known to JavaFX; call it before the first scene. */
    public static synchronized void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        for (String file : ChartFonts.FILES) {
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
    public static void loadForCharts() {
        ChartFonts.load();
    }

    private static InputStream open(String file) {
        return ChartFonts.open(file);
    }
}
