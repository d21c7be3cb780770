package org.hashscape.feature;

import org.hashscape.model.Raster;

/**
 * Brings any raster to a size at which descriptors are defined and affordable. Longer sides than {@link #LONGEST}
 * shrink by whole-pixel area averaging; shorter sides than {@link #SHORTEST} grow by mirroring at the edge, which keeps
 * the statistics of colour and texture and adds no contour of its own. Everything between is left as it is.
 */
public final class WorkingSize {

    /** Pixels of the longer side above which a raster is averaged down: bounds time and memory per tile. */
    static final int LONGEST = 512;

    /** Pixels below which a side is mirrored: the largest patch of {@link DenseSift} fits once with room to move. */
    static final int SHORTEST = 64;

    private WorkingSize() {}

    static Raster of(Raster raster) {
        Raster small = atMost(raster, LONGEST);
        return small.width() < SHORTEST || small.height() < SHORTEST ? mirror(small) : small;
    }

    /** The raster averaged down until its longer side is {@code side}; the raster itself where it is no longer. */
    public static Raster atMost(Raster raster, int side) {
        int longest = Math.max(raster.width(), raster.height());
        if (longest <= side) {
            return raster;
        }
        int width = (int) Math.max(1, Math.round((double) raster.width() * side / longest));
        int height = (int) Math.max(1, Math.round((double) raster.height() * side / longest));
        return average(raster, width, height);
    }

    /** Each new pixel is the mean of the old pixels whose centres lie in it; never fewer than one. */
    private static Raster average(Raster raster, int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0, at = 0; y < height; y++) {
            int top = edge(y, raster.height(), height);
            int bottom = Math.max(top + 1, edge(y + 1, raster.height(), height));
            for (int x = 0; x < width; x++, at += 3) {
                int left = edge(x, raster.width(), width);
                int right = Math.max(left + 1, edge(x + 1, raster.width(), width));
                meanInto(raster, left, top, right, bottom, rgb, at);
            }
        }
        return new Raster(width, height, rgb);
    }

    private static int edge(int position, int oldSide, int newSide) {
        return (int) ((long) position * oldSide / newSide);
    }

    private static void meanInto(Raster raster, int left, int top, int right, int bottom, byte[] rgb, int at) {
        byte[] source = raster.rgb();
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            int from = 3 * (y * raster.width() + left);
            for (int x = left; x < right; x++, from += 3) {
                red += source[from] & 0xff;
                green += source[from + 1] & 0xff;
                blue += source[from + 2] & 0xff;
            }
        }
        long pixels = (long) (right - left) * (bottom - top);
        rgb[at] = (byte) ((red + pixels / 2) / pixels);
        rgb[at + 1] = (byte) ((green + pixels / 2) / pixels);
        rgb[at + 2] = (byte) ((blue + pixels / 2) / pixels);
    }

    private static Raster mirror(Raster raster) {
        int width = Math.max(SHORTEST, raster.width());
        int height = Math.max(SHORTEST, raster.height());
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0, at = 0; y < height; y++) {
            int fromY = mirrored(y, raster.height());
            for (int x = 0; x < width; x++, at += 3) {
                int from = 3 * (fromY * raster.width() + mirrored(x, raster.width()));
                System.arraycopy(raster.rgb(), from, rgb, at, 3);
            }
        }
        return new Raster(width, height, rgb);
    }

    /** The position in {@code 0..side-1} after reflecting at both edges (the edge pixel appears twice). */
    private static int mirrored(int position, int side) {
        int inPeriod = position % (2 * side);
        return inPeriod < side ? inPeriod : 2 * side - 1 - inPeriod;
    }
}
