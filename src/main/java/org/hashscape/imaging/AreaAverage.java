package org.hashscape.imaging;

import java.util.Arrays;
import org.hashscape.model.Raster;

/**
 * Shrinks by averaging the area that each new pixel covers, with exact weights at the borders: no pixel is skipped, so
 * nothing aliases. Two passes, columns then rows.
 */
public final class AreaAverage {

    private AreaAverage() {}

    /** @param width new width, 1..the old one @param height new height, 1..the old one */
    public static Raster resize(Raster raster, int width, int height) {
        if (width < 1 || height < 1 || width > raster.width() || height > raster.height()) {
            throw new IllegalArgumentException(
                    "Cannot shrink " + raster.width() + "x" + raster.height() + " to " + width + "x" + height);
        }
        float[] narrow = narrowed(raster, width);
        byte[] rgb = new byte[3 * width * height];
        float[] sum = new float[3 * width];
        double scale = (double) raster.height() / height;
        for (int y = 0; y < height; y++) {
            Arrays.fill(sum, 0);
            double from = y * scale;
            double to = Math.min(raster.height(), (y + 1) * scale);
            for (int row = (int) from; row < to; row++) {
                float weight = (float) (Math.min(to, row + 1) - Math.max(from, row));
                int at = 3 * width * row;
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weight * narrow[at + i];
                }
            }
            float norm = (float) (1 / (to - from));
            for (int i = 0; i < sum.length; i++) {
                rgb[3 * width * y + i] = (byte) Math.min(255, Math.round(sum[i] * norm));
            }
        }
        return new Raster(width, height, rgb);
    }

    /** Every row averaged to the new width: {@code 3 * width * oldHeight} samples 0..255. */
    private static float[] narrowed(Raster raster, int width) {
        byte[] rgb = raster.rgb();
        float[] narrow = new float[3 * width * raster.height()];
        double scale = (double) raster.width() / width;
        for (int x = 0; x < width; x++) {
            double from = x * scale;
            double to = Math.min(raster.width(), (x + 1) * scale);
            float norm = (float) (1 / (to - from));
            for (int column = (int) from; column < to; column++) {
                float weight = norm * (float) (Math.min(to, column + 1) - Math.max(from, column));
                for (int y = 0; y < raster.height(); y++) {
                    int source = 3 * (y * raster.width() + column);
                    int target = 3 * (y * width + x);
                    narrow[target] += weight * (rgb[source] & 0xff);
                    narrow[target + 1] += weight * (rgb[source + 1] & 0xff);
                    narrow[target + 2] += weight * (rgb[source + 2] & 0xff);
                }
            }
        }
        return narrow;
    }
}
