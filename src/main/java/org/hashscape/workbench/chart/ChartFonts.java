package org.hashscape.workbench.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program's own font, Inter, for what Java 2D draws: charts, maps and pages look the same everywhere. Scripts it lacks
 * come from the system.
 */
public final class ChartFonts {

    /** Name of the font. */
    public static final String FAMILY = "Inter";

    /** Where its files are among the program's resources: regular, bold. */
    public static final List<String> FILES =
            List.of("/org/hashscape/ui/font/Inter-Regular.otf", "/org/hashscape/ui/font/Inter-Bold.otf");

    private static final Logger LOG = LoggerFactory.getLogger(ChartFonts.class);
    private static boolean loaded;

    private ChartFonts() {}

    /** Makes the font known to Java 2D. Takes a while at first: not for the screen's thread. */
    public static synchronized void load() {
        if (loaded) {
            return;
        }
        loaded = true;
        for (String file : FILES) {
            try (InputStream stream = open(file)) {
                GraphicsEnvironment.getLocalGraphicsEnvironment()
                        .registerFont(Font.createFont(Font.TRUETYPE_FONT, stream));
            } catch (IOException | FontFormatException unreadable) {
                LOG.warn("Charts cannot measure the font {}", file, unreadable);
            }
        }
    }

    /** @param file one of {@link #FILES} */
    public static InputStream open(String file) {
        return Objects.requireNonNull(ChartFonts.class.getResourceAsStream(file), file);
    }
}
