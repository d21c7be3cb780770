package org.hashscape.workbench.export;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import org.hashscape.imaging.Thumbnails;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;

/** A {@link Sheet} as one picture, PNG. */
final class ContactSheet {

    private static final int MARGIN = 28;
    private static final int FLOWING_WIDTH = 1220;
    private static final int FLOWING_COLUMNS = 8;
    private static final int COLUMN_WIDTH = 330;
    private static final int PICTURE = 88;
    private static final float TEXT = 12;
    /** More than this many pixels high, few programs show a picture. */
    private static final int MOST_HEIGHT = 30_000;

    private ContactSheet() {}

    /** @throws IllegalArgumentException where there are more results than a picture can hold, with what to do */
    static void write(Sheet sheet, OutputStream out, Progress progress) throws IOException {
        int width = sheet.heads().isEmpty() ? FLOWING_WIDTH : sheet.heads().size() * COLUMN_WIDTH;
        SheetPainter painter = new SheetPainter(sheet, width, FLOWING_COLUMNS, TEXT, PICTURE);
        double top = MARGIN + painter.headerHeight() + painter.headsHeight();
        long height = (long) Math.ceil(top + painter.rows() * painter.rowHeight() + MARGIN);
        if (height > MOST_HEIGHT) {
            int most = (int) ((MOST_HEIGHT - top - MARGIN) / painter.rowHeight());
            throw new IllegalArgumentException("A contact sheet holds up to " + most + " rows of results, not "
                    + painter.rows() + ". Ask for fewer results, or save as .pdf or .html.");
        }
        BufferedImage image = new BufferedImage(width + 2 * MARGIN, (int) height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        SheetPainter.Page page = page(graphics);
        painter.header(page, MARGIN, MARGIN);
        painter.heads(page, MARGIN, MARGIN + painter.headerHeight());
        for (int row = 0; row < painter.rows(); row++) {
            progress.checkCancelled();
            progress.report((double) row / painter.rows(), "Painting row " + (row + 1));
            painter.row(page, row, MARGIN, top + row * painter.rowHeight());
        }
        graphics.dispose();
        if (!ImageIO.write(image, "png", out)) {
            throw new IOException("This Java cannot write PNG files");
        }
    }

    private static SheetPainter.Page page(Graphics2D graphics) {
        return new SheetPainter.Page() {
            @Override
            public Graphics2D graphics() {
                return graphics;
            }

            @Override
            public void picture(byte[] jpeg, double x, double y, double width, double height) throws IOException {
                Raster raster = Thumbnails.decode(jpeg);
                BufferedImage picture = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_RGB);
                byte[] rgb = raster.rgb();
                for (int pixel = 0; pixel < raster.width() * raster.height(); pixel++) {
                    int colour = (rgb[3 * pixel] & 0xff) << 16
                            | (rgb[3 * pixel + 1] & 0xff) << 8
                            | rgb[3 * pixel + 2] & 0xff;
                    picture.setRGB(pixel % raster.width(), pixel / raster.width(), colour);
                }
                double scale = Math.min(width / raster.width(), height / raster.height());
                int wide = (int) Math.round(raster.width() * scale);
                int high = (int) Math.round(raster.height() * scale);
                graphics.drawImage(
                        picture,
                        (int) Math.round(x + (width - wide) / 2),
                        (int) Math.round(y + (height - high) / 2),
                        wide,
                        high,
                        null);
            }
        };
    }
}
