package org.hashscape.model;

/**
 * The pixels of a tile as they are shown and described: red, green and blue, 8 bits each, after band selection and
 * stretch. Immutable by agreement: whoever made the array has let go of it.
 */
public final class Raster {

    private final int width;
    private final int height;
    private final byte[] rgb;

    /**
     * @param width pixels, at least 1
     * @param height pixels, at least 1
     * @param rgb {@code 3 * width * height} samples, row by row, red first; kept, not copied
     */
    public Raster(int width, int height, byte[] rgb) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A raster has at least one pixel, not " + width + "x" + height);
        }
        if (rgb.length != 3L * width * height) {
            throw new IllegalArgumentException(
                    width + "x" + height + " pixels need " + 3L * width * height + " samples, not " + rgb.length);
        }
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The samples themselves (not a copy): {@code rgb()[3 * (y * width + x) + band]}. Do not write to them. */
    public byte[] rgb() {
        return rgb;
    }

    /** One sample, 0..255; {@code band} 0 is red, 1 green, 2 blue. */
    public int sample(int x, int y, int band) {
        return rgb[3 * (y * width + x) + band] & 0xff;
    }

    /** Rec. 601 luma of one pixel, 0..255. */
    public float luma(int x, int y) {
        int at = 3 * (y * width + x);
        return 0.299f * (rgb[at] & 0xff) + 0.587f * (rgb[at + 1] & 0xff) + 0.114f * (rgb[at + 2] & 0xff);
    }

    /** The part inside a rectangle. @throws IllegalArgumentException where it leaves the raster or is empty */
    public Raster crop(int x, int y, int cropWidth, int cropHeight) {
        if (x < 0 || y < 0 || cropWidth < 1 || cropHeight < 1 || x > width - cropWidth || y > height - cropHeight) {
            throw new IllegalArgumentException("The rectangle " + x + "," + y + "," + cropWidth + "," + cropHeight
                    + " does not lie inside the " + width + "x" + height + " image");
        }
        byte[] part = new byte[3 * cropWidth * cropHeight];
        for (int row = 0; row < cropHeight; row++) {
            System.arraycopy(rgb, 3 * ((y + row) * width + x), part, 3 * row * cropWidth, 3 * cropWidth);
        }
        return new Raster(cropWidth, cropHeight, part);
    }
}
