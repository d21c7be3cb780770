package org.hashscape.ui.app;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.hashscape.ui.common.Contrast;

/** Looks at what was painted. */
record Pixels(Image picture) {

    /** The colour that most pixels of a part have. */
    Color mostCommon(Bounds part) {
        return mostCommon(part, 0);
    }

    /** The colour that most pixels of the edge of a part have. */
    Color mostCommonOnEdge(Bounds part) {
        return mostCommon(part, 1);
    }

    /** The pixel of a part that stands out most from a ground: the core of the strokes of what is written there. */
    Color mostUnlike(Color ground, Bounds part) {
        Bounds inside = inside(part);
        Color found = ground;
        for (int y = (int) inside.getMinY(); y < inside.getMaxY(); y++) {
            for (int x = (int) inside.getMinX(); x < inside.getMaxX(); x++) {
                Color colour = picture.getPixelReader().getColor(x, y);
                found = Contrast.ratio(colour, ground) > Contrast.ratio(found, ground) ? colour : found;
            }
        }
        return found;
    }

    /** How many pixels of a part have a colour, give or take what anti-aliasing does. */
    int count(Color colour, Bounds part) {
        Bounds inside = inside(part);
        int hits = 0;
        for (int y = (int) inside.getMinY(); y < inside.getMaxY(); y++) {
            for (int x = (int) inside.getMinX(); x < inside.getMaxX(); x++) {
                Color here = picture.getPixelReader().getColor(x, y);
                double away = Math.abs(here.getRed() - colour.getRed())
                        + Math.abs(here.getGreen() - colour.getGreen())
                        + Math.abs(here.getBlue() - colour.getBlue());
                hits += away < 0.03 ? 1 : 0;
            }
        }
        return hits;
    }

    private Color mostCommon(Bounds part, int edge) {
        Bounds inside = inside(part);
        Map<Color, Integer> counts = new HashMap<>();
        int left = (int) inside.getMinX();
        int top = (int) inside.getMinY();
        for (int y = top; y < inside.getMaxY(); y++) {
            for (int x = left; x < inside.getMaxX(); x++) {
                boolean onEdge = x < left + edge
                        || y < top + edge
                        || x >= inside.getMaxX() - edge
                        || y >= inside.getMaxY() - edge;
                if (edge == 0 || onEdge) {
                    counts.merge(picture.getPixelReader().getColor(x, y), 1, Integer::sum);
                }
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private Bounds inside(Bounds part) {
        double left = Math.max(0, Math.floor(part.getMinX()));
        double top = Math.max(0, Math.floor(part.getMinY()));
        double right = Math.min(picture.getWidth(), Math.ceil(part.getMaxX()));
        double bottom = Math.min(picture.getHeight(), Math.ceil(part.getMaxY()));
        return new BoundingBox(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }
}
