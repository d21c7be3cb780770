package org.hashscape.feature;

import org.hashscape.model.Raster;

/**
 * One band of floats, row by row: {@code values[y * width + x]}.
 *
 * @param values kept, not copied
 */
record FloatPlane(int width, int height, float[] values) {

    /** Rec. 601 luma, 0..255. */
    static FloatPlane luma(Raster raster) {
        float[] luma = new float[raster.width() * raster.height()];
        byte[] rgb = raster.rgb();
        for (int i = 0, at = 0; i < luma.length; i++, at += 3) {
            luma[i] = 0.299f * (rgb[at] & 0xff) + 0.587f * (rgb[at + 1] & 0xff) + 0.114f * (rgb[at + 2] & 0xff);
        }
        return new FloatPlane(raster.width(), raster.height(), luma);
    }

    /** Half as wide and high: means of 2x2 pixels; an odd last row or column is left out. Sides must be at least 2. */
    FloatPlane half() {
        int w = width / 2;
        int h = height / 2;
        float[] half = new float[w * h];
        for (int y = 0; y < h; y++) {
            int above = 2 * y * width;
            int below = above + width;
            for (int x = 0; x < w; x++) {
                half[y * w + x] = (values[above + 2 * x]
                                + values[above + 2 * x + 1]
                                + values[below + 2 * x]
                                + values[below + 2 * x + 1])
                        * 0.25f;
            }
        }
        return new FloatPlane(w, h, half);
    }
}
