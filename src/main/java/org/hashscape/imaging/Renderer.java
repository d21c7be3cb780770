package org.hashscape.imaging;

import java.io.IOException;
import java.util.Arrays;
import org.hashscape.model.Raster;
import org.hashscape.model.Rendering;
import org.hashscape.model.Stretch;

/** Turns measured values into red, green and blue levels, as a {@link Rendering} says. What was not measured is black. */
final class Renderer {

    /** Percentiles are taken of at most about so many values: of every n-th where there are more. */
    private static final int MOST_RANKED = 1 << 20;

    /** Bands of larger images are decoded one after the other. */
    private static final int MOST_TOGETHER = 4_000_000;

    private static final int MOST_COUNTED_BITS = 16;

    private static final Stretch USUAL = new Stretch.Percentile(2, 98);

    private Renderer() {}

    /** What the values of an image mean. */
    interface Source {

        /** Pixels of what is read. */
        int width();

        int height();

        /** Bands there are. */
        int bands();

        int bits();

        boolean isUnsigned();

        boolean isWhiteZero();

        /** 0xRRGGBB by index; empty where it is no palette image. */
        int[] palette();

        Samples read(int[] bands) throws IOException;
    }

    /** Bands (from 0) that are shown of such an image: one or three. */
    static int[] shownBands(Source source, Rendering rendering) {
        if (source.palette().length > 0) {
            return new int[] {0};
        }
        if (!rendering.bands().isEmpty() && rendering.fits(source.bands())) {
            return rendering.bands().stream().mapToInt(band -> band - 1).toArray();
        }
        return source.bands() >= 3 ? new int[] {0, 1, 2} : new int[] {0};
    }

    static Raster render(Source source, Rendering rendering) throws IOException {
        int[] shown = shownBands(source, rendering);
        int pixels = source.width() * source.height();
        byte[] rgb = new byte[3 * pixels];
        if (source.palette().length > 0) {
            colour(source.read(shown).planes()[0], source.palette(), rgb);
            return new Raster(source.width(), source.height(), rgb);
        }
        Stretch stretch = stretchFor(source, rendering);
        int[] distinct = Arrays.stream(shown).distinct().toArray();
        float[][] planes = pixels <= MOST_TOGETHER ? source.read(distinct).planes() : new float[0][];
        for (int i = 0; i < distinct.length; i++) {
            float[] plane = planes.length > 0
                    ? planes[i]
                    : source.read(new int[] {distinct[i]}).planes()[0];
            for (int channel = 0; channel < 3; channel++) {
                if (shown[shown.length == 1 ? 0 : channel] == distinct[i]) {
                    stretchInto(plane, source, stretch, rgb, channel);
                }
            }
        }
        return new Raster(source.width(), source.height(), rgb);
    }

    /** What is asked for where it suits; else what is usual. */
    private static Stretch stretchFor(Source source, Rendering rendering) {
        boolean bytes = source.isUnsigned() && source.bits() <= 8;
        Stretch asked = rendering.stretch();
        boolean unsuited = !rendering.fits(source.bands())
                || bytes && asked instanceof Stretch.Range range && (range.high() > 255 || range.low() < 0);
        if (unsuited || asked instanceof Stretch.Automatic) {
            return bytes ? new Stretch.Range(0, (1 << source.bits()) - 1) : USUAL;
        }
        return asked;
    }

    private static void colour(float[] indexes, int[] palette, byte[] rgb) {
        for (int i = 0; i < indexes.length; i++) {
            int index = Float.isNaN(indexes[i]) ? -1 : (int) indexes[i];
            int colour = index >= 0 && index < palette.length ? palette[index] : 0;
            rgb[3 * i] = (byte) (colour >> 16);
            rgb[3 * i + 1] = (byte) (colour >> 8);
            rgb[3 * i + 2] = (byte) colour;
        }
    }

    private static void stretchInto(float[] plane, Source source, Stretch stretch, byte[] rgb, int channel) {
        double low;
        double high;
        if (stretch instanceof Stretch.Range range) {
            low = range.low();
            high = range.high();
        } else {
            Stretch.Percentile percentile = (Stretch.Percentile) stretch;
            double[] limits = source.bits() <= MOST_COUNTED_BITS
                    ? counted(plane, percentile, source.isUnsigned() ? 0 : 1 << MOST_COUNTED_BITS - 1)
                    : sorted(plane, percentile);
            low = limits[0];
            high = limits[1];
        }
        float from = (float) low;
        float scale = high > low ? (float) (255 / (high - low)) : 0;
        boolean inverted = source.isWhiteZero();
        for (int i = 0; i < plane.length; i++) {
            float value = plane[i];
            float level = Float.isFinite(value) ? (value - from) * scale : 0;
            int rounded = Math.round(Math.min(255, Math.max(0, level)));
            rgb[3 * i + channel] = (byte) (inverted && Float.isFinite(value) ? 255 - rounded : rounded);
        }
    }

    /** Two percentiles of the finite values, by sorting; 0 and 1 where there are none. */
    private static double[] sorted(float[] plane, Stretch.Percentile percentile) {
        int step = step(plane);
        float[] ranked = new float[(plane.length + step - 1) / step];
        int count = 0;
        for (int i = 0; i < plane.length; i += step) {
            if (Float.isFinite(plane[i])) {
                ranked[count++] = plane[i];
            }
        }
        if (count == 0) {
            return new double[] {0, 1};
        }
        Arrays.sort(ranked, 0, count);
        return new double[] {ranked[rank(percentile.low(), count)], ranked[rank(percentile.high(), count)]};
    }

    /** The same of integers of up to 16 bits, by counting: ten times as fast. */
    private static double[] counted(float[] plane, Stretch.Percentile percentile, int offset) {
        int[] counts = new int[1 << MOST_COUNTED_BITS];
        int count = 0;
        int step = step(plane);
        for (int i = 0; i < plane.length; i += step) {
            if (Float.isFinite(plane[i])) {
                counts[(int) plane[i] + offset]++;
                count++;
            }
        }
        if (count == 0) {
            return new double[] {0, 1};
        }
        return new double[] {
            valueOfRank(counts, rank(percentile.low(), count)) - offset,
            valueOfRank(counts, rank(percentile.high(), count)) - offset
        };
    }

    private static int valueOfRank(int[] counts, int rank) {
        int below = 0;
        int value = 0;
        while (below + counts[value] <= rank) {
            below += counts[value++];
        }
        return value;
    }

    private static int rank(double percent, int count) {
        return (int) (percent / 100 * (count - 1));
    }

    private static int step(float[] plane) {
        return Math.max(1, plane.length / MOST_RANKED);
    }
}
