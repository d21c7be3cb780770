package org.hashscape.ui.common;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Shortens text to a width, for canvases: a list to the items that fit and how many more there are ("smoke, trees +2"),
 * other text with an ellipsis. JavaFX thread only; remembers what it has measured.
 */
final class TextFit {

    private record Asked(String text, Font font, int width) {}

    private final Cache<Asked, String> fitted =
            Caffeine.newBuilder().maximumSize(5_000).build();
    private final Text ruler = new Text();

    String fit(String text, Font font, double width) {
        return fitted.get(new Asked(text, font, (int) width), asked -> shorten(text, font, width));
    }

    double lineHeight(Font font) {
        ruler.setFont(font);
        ruler.setText("Ag");
        return Math.ceil(ruler.getLayoutBounds().getHeight());
    }

    private String shorten(String text, Font font, double width) {
        if (width(text, font) <= width) {
            return text;
        }
        String[] items = text.split(", ", -1);
        for (int whole = items.length - 1; whole > 0; whole--) {
            String list = String.join(", ", Arrays.copyOf(items, whole)) + " +" + (items.length - whole);
            if (width(list, font) <= width) {
                return list;
            }
        }
        if (items.length > 1 && width(items[0], font) <= width) {
            return items[0];
        }
        int fits = 0;
        int tooMany = text.length();
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) / 2;
            if (width(text.substring(0, middle) + "…", font) <= width) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        boolean splitsPair = fits > 0 && Character.isHighSurrogate(text.charAt(fits - 1));
        return text.substring(0, splitsPair ? fits - 1 : fits).stripTrailing() + "…";
    }

    private double width(String text, Font font) {
        ruler.setFont(font);
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }
}
