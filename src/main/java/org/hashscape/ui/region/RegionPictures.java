package org.hashscape.ui.region;

import java.util.IdentityHashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.hashscape.ui.region.RegionDrawing.Badge;

/** Paints drawings of regions on canvases; keeps those of the answer on the screen as images. */
final class RegionPictures {

    private final Map<RegionDrawing, Image> images = new IdentityHashMap<>();

    /** Forgets the images of a former answer. */
    void forget() {
        images.clear();
    }

    void paint(GraphicsContext graphics, RegionDrawing drawing, double x, double y, double width, double height) {
        graphics.drawImage(images.computeIfAbsent(drawing, RegionPictures::image), x, y, width, height);
    }

    /** The number of a primitive on its colour. @param x of the middle @param y of the middle */
    static void badge(GraphicsContext graphics, Font font, int primitive, double x, double y, boolean filled) {
        String number = ShownRegions.numbered(primitive);
        double height = Math.ceil(font.getSize() * 1.35);
        double width = badgeWidth(font, primitive);
        double left = Math.rint(x - width / 2);
        double top = Math.rint(y - height / 2);
        Color colour = Color.web(PrimitiveColours.web(primitive));
        if (filled) {
            graphics.setFill(colour);
            graphics.fillRoundRect(left, top, width, height, 5, 5);
        }
        graphics.setStroke(filled ? Color.web("#000000", 0.7) : colour);
        graphics.setLineWidth(filled ? 1 : 2);
        graphics.strokeRoundRect(left + 0.5, top + 0.5, width - 1, height - 1, 5, 5);
        if (filled) {
            graphics.setFill(PrimitiveColours.isLight(primitive) ? Color.BLACK : Color.WHITE);
        }
        graphics.setFont(Font.font(font.getFamily(), FontWeight.BOLD, font.getSize()));
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.fillText(number, left + width / 2, top + height / 2);
    }

    static double badgeWidth(Font font, int primitive) {
        double digits = ShownRegions.numbered(primitive).length();
        return Math.ceil(font.getSize() * (0.7 + 0.65 * digits));
    }

    /** Badges of all primitives, none in the upper right corner, of that edge; x, y, width, height: of the picture. */
    static void badges(
            GraphicsContext graphics,
            RegionDrawing drawing,
            Font font,
            double x,
            double y,
            double width,
            double height,
            double corner) {
        for (Badge badge : drawing.badges()) {
            double half = badgeWidth(font, badge.primitive()) / 2;
            double middleX = Math.max(x + half, Math.min(x + width - half, x + badge.x() * width));
            double tall = font.getSize() * 0.7;
            double middleY = Math.max(y + tall, Math.min(y + height - tall, y + badge.y() * height));
            boolean inCorner = middleX + half > x + width - corner && middleY - tall < y + corner;
            double free = inCorner ? y + corner + tall : middleY;
            badge(graphics, font, badge.primitive(), middleX, free, true);
        }
    }

    private static Image image(RegionDrawing drawing) {
        WritableImage image = new WritableImage(drawing.width(), drawing.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        drawing.width(),
                        drawing.height(),
                        PixelFormat.getIntArgbInstance(),
                        drawing.argb(),
                        0,
                        drawing.width());
        return image;
    }
}
