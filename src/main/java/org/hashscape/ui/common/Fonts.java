package org.hashscape.ui.common;

import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayInputStream;
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

    private Fonts() {}

    /** Makes the font known to JavaFX and to the charts; call it before the first scene. */
    public static synchronized void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        for (String file : FILES) {
            try {
                load(file);
            } catch (IOException | FontFormatException unreadable) {
                LOG.warn("The font {} cannot be loaded; the system's font takes its place", file, unreadable);
            }
        }
    }

    private static void load(String file) throws IOException, FontFormatException {
        try (InputStream stream = Fonts.class.getResourceAsStream("/org/hashscape/ui/font/" + file)) {
            byte[] bytes = Objects.requireNonNull(stream, file).readAllBytes();
            Font.loadFont(new ByteArrayInputStream(bytes), 13);
            java.awt.Font forCharts =
                    java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes));
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(forCharts);
        }
    }
}
