package org.hashscape.imaging;

/**
 * Measured values of some bands of a rectangle, before any stretch: {@code planes[band][y * width + x]}, NaN where the
 * file says that nothing was measured. A float holds integers of up to 24 bits exactly; wider ones are rounded to that.
 */
record Samples(int width, int height, float[][] planes) {

    /** Enlarged to another size by repeating pixels; itself where it has that size. */
    Samples enlarged(int toWidth, int toHeight) {
        if (toWidth == width && toHeight == height) {
            return this;
        }
        float[][] large = new float[planes.length][toWidth * toHeight];
        for (int y = 0; y < toHeight; y++) {
            int row = (int) ((long) y * height / toHeight) * width;
            for (int x = 0; x < toWidth; x++) {
                int from = row + (int) ((long) x * width / toWidth);
                for (int band = 0; band < planes.length; band++) {
                    large[band][y * toWidth + x] = planes[band][from];
                }
            }
        }
        return new Samples(toWidth, toHeight, large);
    }

    /** Share of the pixels at which no band has a value, 0..1. */
    double emptyShare() {
        int empty = 0;
        int pixels = width * height;
        for (int i = 0; i < pixels; i++) {
            boolean any = false;
            for (float[] plane : planes) {
                any |= !Float.isNaN(plane[i]);
            }
            empty += any ? 0 : 1;
        }
        return (double) empty / pixels;
    }
}
