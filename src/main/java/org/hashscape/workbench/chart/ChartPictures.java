package org.hashscape.workbench.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.Consumer;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.text.TextUtils;

/** Charts as pictures: pixels, PNG and SVG. Works on any thread and without a display. */
public final class ChartPictures {

    /** Usual size of a saved chart, in points; PNG files have {@link #PNG_SCALE} pixels for each. */
    public static final int WIDTH = 800;

    public static final int HEIGHT = 500;
    public static final int PNG_SCALE = 3;

    static {
        TextUtils.setUseDrawRotatedStringWorkaround(false); // it draws upright labels as outlines, not as text
    }

    private ChartPictures() {}

    /** The chart in pixels, each point of it drawn as a square of {@code scale} pixels. */
    public static BufferedImage image(JFreeChart chart, int width, int height, double scale) {
        BufferedImage image = new BufferedImage(
                (int) Math.round(width * scale), (int) Math.round(height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(scale, scale);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
        graphics.dispose();
        return image;
    }

    /** The chart as a whole SVG document. */
    public static String svg(JFreeChart chart, int width, int height) {
        return vector(chart, width, height).document(title(chart));
    }

    /** The chart as an {@code svg} element for a page of HTML. */
    public static String svgElement(JFreeChart chart, int width, int height) {
        return vector(chart, width, height).element(title(chart));
    }

    /** The chart as an {@code svg} element for a page that holds several. @param idPrefix begins the ids in it */
    public static String svgElement(JFreeChart chart, int width, int height, String idPrefix) {
        return svgElement(
                graphics -> chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height)),
                title(chart),
                width,
                height,
                idPrefix);
    }

    /** Any drawing as an {@code svg} element. @param title what it shows, for those who hear it read */
    public static String svgElement(
            Consumer<Graphics2D> drawing, String title, int width, int height, String idPrefix) {
        SvgGraphics graphics = new SvgGraphics(width, height, idPrefix);
        drawing.accept(graphics);
        return graphics.element(title).replaceFirst(" xmlns=\"[^\"]*\"", ""); // HTML knows what svg is
    }

    /**
     * Saves the chart in the usual size: as SVG where the name ends so, as PNG otherwise. The file appears whole or not
     * at all.
     */
    public static void save(JFreeChart chart, Path file) throws IOException {
        byte[] bytes =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".svg")
                        ? svg(chart, WIDTH, HEIGHT).getBytes(StandardCharsets.UTF_8)
                        : SvgGraphics.png(image(chart, WIDTH, HEIGHT, PNG_SCALE));
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(partial, bytes);
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static SvgGraphics vector(JFreeChart chart, int width, int height) {
        SvgGraphics graphics = new SvgGraphics(width, height);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
        return graphics;
    }

    private static String title(JFreeChart chart) {
        return chart.getTitle() == null ? "Chart" : chart.getTitle().getText();
    }
}
