package org.hashscape.ui.common;

import org.hashscape.model.Raster;

/** Makes rasters small enough for a screen. */
public final class RasterScaling {

    private RasterScaling() {}

    /**
     * The raster itself where its longer side is no longer than {@code longest} pixels, else a smaller one of that size,
     * each pixel the mean of those it stands for.
     */
    public static Raster atMost(int longest, Raster raster) {
        int longer = Math.max(raster.width(), raster.height());
        if (longer <= longest) {
            return raster;
        }
        int width = Math.max(1, (int) Math.round((double) raster.width() * longest / longer));
        int height = Math.max(1, (int) Math.round((double) raster.height() * longest / longer));
        byte[] rgb = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            int top = (int) ((long) y * raster.height() / height);
            int bottom = Math.max(top + 1, (int) ((long) (y + 1) * raster.height() / height));
            for (int x = 0; x < width; x++) {
                int left = (int) ((long) x * raster.width() / width);
                int right = Math.max(left + 1, (int) ((long) (x + 1) * raster.width() / width));
                for (int band = 0; band < 3; band++) {
                    rgb[3 * (y * width + x) + band] = (byte) mean(raster, left, top, right, bottom, band);
                }
            }
        }
        return new Raster(width, height, rgb);
    }

    private static int mean(Raster raster, int left, int top, int right, int bottom, int band) {
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += raster.sample(x, y, band);
            }
        }
        return (int) Math.round((double) sum / ((long) (right - left) * (bottom - top)));
    }
}
