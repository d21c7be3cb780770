package org.hashscape.feature;

import org.hashscape.model.Raster;

/**
 * A joint histogram of hue, saturation and value with soft bins, tolerant of illumination.
 *
 * <p>Hue means nothing where there is no saturation, so every pixel is shared between a grey histogram over value and
 * a chromatic one over hue x saturation x value, by how saturated it is. In each dimension a pixel falls linearly onto
 * the two nearest bins, so a small change of light moves a little weight and never a whole pixel.
 */
final class ColourHistogram {

    private static final int HUES = 12;
    private static final int SATURATIONS = 3;
    private static final int VALUES = 4;
    private static final int GREYS = 8;
    static final int LENGTH = GREYS + HUES * SATURATIONS * VALUES;

    /** Saturations up to the first are grey, from the second on chromatic, between them both. */
    private static final float GREY_BELOW = 0.05f;

    private static final float COLOUR_ABOVE = 0.20f;

    private final float[] bins = new float[LENGTH];

    private ColourHistogram() {}

    /** Sums to the number of pixels counted. */
    static float[] of(Raster raster) {
        ColourHistogram histogram = new ColourHistogram();
        byte[] rgb = raster.rgb();
        float gain = gain(raster);
        for (int at = 0; at < rgb.length; at += 3) {
            histogram.add(rgb[at] & 0xff, rgb[at + 1] & 0xff, rgb[at + 2] & 0xff, gain);
        }
        return histogram.bins;
    }

    /** Brings the tile's mean value halfway (in stops) to the middle of the scale. */
    private static float gain(Raster raster) {
        byte[] rgb = raster.rgb();
        long sum = 0;
        for (int at = 0; at < rgb.length; at += 3) {
            sum += Math.max(rgb[at] & 0xff, Math.max(rgb[at + 1] & 0xff, rgb[at + 2] & 0xff));
        }
        double mean = Math.max(8, 3.0 * sum / rgb.length);
        return (float) Math.sqrt(128 / mean);
    }

    private void add(int red, int green, int blue, float gain) {
        int most = Math.max(red, Math.max(green, blue));
        int least = Math.min(red, Math.min(green, blue));
        int spread = most - least;
        float value = Math.min(1, most * gain / 255f);
        float saturation = most == 0 ? 0 : (float) spread / most;
        float chromatic = Math.max(0, Math.min(1, (saturation - GREY_BELOW) / (COLOUR_ABOVE - GREY_BELOW)));
        if (chromatic < 1) {
            addGrey(value, 1 - chromatic);
        }
        if (chromatic > 0) {
            addChromatic(hue(red, green, blue, most, spread), saturation, value, chromatic);
        }
    }

    private static float hue(int red, int green, int blue, int most, int spread) {
        float sixth;
        if (most == red) {
            sixth = (float) (green - blue) / spread;
        } else if (most == green) {
            sixth = 2 + (float) (blue - red) / spread;
        } else {
            sixth = 4 + (float) (red - green) / spread;
        }
        return sixth < 0 ? sixth + 6 : sixth;
    }

    private void addGrey(float value, float weight) {
        float at = value * (GREYS - 1);
        int low = Math.min(GREYS - 2, (int) at);
        float high = at - low;
        bins[low] += weight * (1 - high);
        bins[low + 1] += weight * high;
    }

    private void addChromatic(float hue, float saturation, float value, float weight) {
        float hueAt = hue * (HUES / 6f);
        int hueLow = (int) hueAt;
        float hueHigh = hueAt - hueLow;
        addSaturation(hueLow % HUES, saturation, value, weight * (1 - hueHigh));
        addSaturation((hueLow + 1) % HUES, saturation, value, weight * hueHigh);
    }

    private void addSaturation(int hueBin, float saturation, float value, float weight) {
        float at = saturation * (SATURATIONS - 1);
        int low = Math.min(SATURATIONS - 2, (int) at);
        float high = at - low;
        int row = GREYS + (hueBin * SATURATIONS + low) * VALUES;
        addValue(row, value, weight * (1 - high));
        addValue(row + VALUES, value, weight * high);
    }

    private void addValue(int row, float value, float weight) {
        float at = value * (VALUES - 1);
        int low = Math.min(VALUES - 2, (int) at);
        float high = at - low;
        bins[row + low] += weight * (1 - high);
        bins[row + low + 1] += weight * high;
    }
}
