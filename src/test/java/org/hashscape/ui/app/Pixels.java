package org.hashscape.ui.app;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import org.hashscape.ui.common.Contrast;

/** Looks at what was painted. Parts that reach beyond the picture are cut off there. */
final class Pixels {

    /** Sum of the differences in red, green and blue up to which two colours are the same. */
    private static final int ALIKE = 8;

    private final int width;
    private final int height;
    private final int[] argb;

    Pixels(Image picture) {
        width = (int) picture.getWidth();
        height = (int) picture.getHeight();
        argb = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    }

    /** The colour that most pixels of a part have. */
    Color mostCommon(Bounds part) {
        return mostCommon(part, false);
    }

    /** The colour that most pixels of the edge of a part have. */
    Color mostCommonOnEdge(Bounds part) {
        return mostCommon(part, true);
    }

    /** The pixel of a part that stands out most from a ground: the core of the strokes of what is written there. */
    Color mostUnlike(Color ground, Bounds part) {
        return histogram(part, false).keySet().stream()
                .map(Pixels::colour)
                .max((one, other) -> Double.compare(Contrast.ratio(one, ground), Contrast.ratio(other, ground)))
                .orElse(ground);
    }

    /** How many pixels of a part have a colour. */
    int count(Color colour, Bounds part) {
        int red = (int) Math.round(255 * colour.getRed());
        int green = (int) Math.round(255 * colour.getGreen());
        int blue = (int) Math.round(255 * colour.getBlue());
        return histogram(part, false).entrySet().stream()
                .filter(each -> Math.abs((each.getKey() >> 16 & 0xff) - red)
                                + Math.abs((each.getKey() >> 8 & 0xff) - green)
                                + Math.abs((each.getKey() & 0xff) - blue)
                        < ALIKE)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private Color mostCommon(Bounds part, boolean edgeOnly) {
        return histogram(part, edgeOnly).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(each -> colour(each.getKey()))
                .orElseThrow();
    }

    private Map<Integer, Integer> histogram(Bounds part, boolean edgeOnly) {
        int left = (int) Math.max(0, Math.floor(part.getMinX()));
        int top = (int) Math.max(0, Math.floor(part.getMinY()));
        int right = (int) Math.min(width, Math.ceil(part.getMaxX()));
        int bottom = (int) Math.min(height, Math.ceil(part.getMaxY()));
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (!edgeOnly || x == left || y == top || x == right - 1 || y == bottom - 1) {
                    counts.merge(argb[y * width + x], 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }
}
