package org.hashscape.ui.common;

import javafx.scene.paint.Color;

/** The contrast of two colours as WCAG 2 defines it: 1 for the same luminance, 21 for black on white. */
public final class Contrast {

    /** What WCAG asks of words (AA). */
    public static final double OF_WORDS = 4.5;

    /** What WCAG asks of large words, icons and marks. */
    public static final double OF_MARKS = 3;

    private Contrast() {}

    public static double ratio(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
