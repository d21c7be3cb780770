package org.hashscape.model;

/**
 * A rectangle of pixels of an image.
 *
 * @param x left column, from 0
 * @param y upper row, from 0
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record PixelWindow(int x, int y, int width, int height) {

    public PixelWindow {
        if (x < 0 || y < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "No window: " + width + "x" + height + " pixels at column " + x + ", row " + y);
        }
    }

    /** Whether it lies in an image of this size. */
    public boolean isInside(int imageWidth, int imageHeight) {
        return (long) x + width <= imageWidth && (long) y + height <= imageHeight;
    }
}
