package org.hashscape.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import javafx.scene.text.Font;
import org.hashscape.workbench.chart.ChartFonts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignAIkonHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The window's own font, Inter, so that it looks the same everywhere and appears even on a machine without any font.
 * Scripts it lacks come from the system. With it comes the font of the icons.
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
            load(file, () -> ChartFonts.open(file));
        }
        load("of icons", new MaterialDesignAIkonHandler()::getFontResourceAsStream);
    }

    private static void load(String name, Supplier<InputStream> font) {
        try (InputStream stream = font.get()) {
            if (Font.loadFont(stream, 13) == null) {
                LOG.warn("JavaFX cannot use the font {}; the system's font takes its place", name);
            }
        } catch (IOException unreadable) {
            LOG.warn("The font {} cannot be read; the system's font takes its place", name, unreadable);
        }
    }

    /** Makes the font known to Java 2D, with which charts measure their text. Takes a while at first: not for the screen's thread. */
    public static void loadForCharts() {
        ChartFonts.load();
    }
}
