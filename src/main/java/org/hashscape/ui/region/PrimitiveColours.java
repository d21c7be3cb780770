package org.hashscape.ui.region;

/** A colour for each primitive, the same wherever it shows. Beside each colour stands the primitive's number. */
final class PrimitiveColours {

    /** Neighbouring numbers differ in hue and in lightness. */
    private static final int[] COLOURS = {
        0xffe6194b,
        0xff3cb44b,
        0xffffe119,
        0xff4363d8,
        0xfff58231,
        0xff911eb4,
        0xff46f0f0,
        0xfff032e6,
        0xffbcf60c,
        0xfffabebe,
        0xff008080,
        0xffd9b3ff,
        0xff9a6324,
        0xfffffac8,
        0xff800000,
        0xffaaffc3,
        0xff808000,
        0xffff8fa3,
        0xff1b6b3a,
        0xffffd580,
        0xff000075,
        0xffb45f06,
        0xffc77dff,
        0xff0b7a99,
        0xffa61e8c,
        0xff7fd13b,
        0xff8c6d7a,
        0xff66c2a5,
        0xff5b3fd6,
        0xff4a3000,
        0xffd8d8d8,
        0xffff4500
    };

    /** Relative luminance (WCAG) with the same contrast to both. */
    private static final double AS_FAR_FROM_BLACK_AS_FROM_WHITE = 0.179;

    private PrimitiveColours() {}

    /** Opaque, as 0xAARRGGBB. */
    static int argb(int primitive) {
        return COLOURS[primitive % COLOURS.length];
    }

    /** "#e6194b". */
    static String web(int primitive) {
        return String.format("#%06x", argb(primitive) & 0xffffff);
    }

    /** Whether words on this colour are black, else white: whichever has the greater contrast, so at least 4.5 : 1. */
    static boolean isLight(int primitive) {
        int colour = argb(primitive);
        double luminance = 0.2126 * linear(colour >> 16 & 0xff)
                + 0.7152 * linear(colour >> 8 & 0xff)
                + 0.0722 * linear(colour & 0xff);
        return luminance > AS_FAR_FROM_BLACK_AS_FROM_WHITE;
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
