package org.hashscape.imaging.geo;

import java.util.Optional;
import org.hashscape.imaging.tiff.MalformedTiffException;
import org.hashscape.imaging.tiff.TiffDirectory;
import org.hashscape.imaging.tiff.TiffTag;

/**
 * From the corners of pixels to coordinates: {@code x = xc col + xr row + x0}, {@code y = yc col + yr row + y0}, where
 * column 0, row 0 is the upper left corner of the upper left pixel.
 */
public record PixelGrid(double xc, double xr, double x0, double yc, double yr, double y0) {

    double x(double column, double row) {
        return xc * column + xr * row + x0;
    }

    double y(double column, double row) {
        return yc * column + yr * row + y0;
    }

    /** The north-up grid of an image that fills a rectangle. */
    public static PixelGrid filling(double left, double top, double right, double bottom, int width, int height) {
        return new PixelGrid((right - left) / width, 0, left, 0, (bottom - top) / height, top);
    }

    /** The grid that the tags of an image say; empty where they say none, or several points to be fitted. */
    static Optional<PixelGrid> of(TiffDirectory image, boolean pixelIsPoint) throws MalformedTiffException {
        double shift = pixelIsPoint ? -0.5 : 0;
        double[] matrix = image.numbers(TiffTag.MODEL_TRANSFORMATION);
        if (matrix.length >= 8) {
            return usable(new PixelGrid(matrix[0], matrix[1], matrix[3], matrix[4], matrix[5], matrix[7]), shift);
        }
        double[] scale = image.numbers(TiffTag.MODEL_PIXEL_SCALE);
        double[] tie = image.numbers(TiffTag.MODEL_TIEPOINT);
        if (scale.length < 2 || tie.length < 6) {
            return Optional.empty();
        }
        return usable(
                new PixelGrid(scale[0], 0, tie[3] - tie[0] * scale[0], 0, -scale[1], tie[4] + tie[1] * scale[1]),
                shift);
    }

    private static Optional<PixelGrid> usable(PixelGrid grid, double shift) {
        PixelGrid shifted =
                new PixelGrid(grid.xc, grid.xr, grid.x(shift, shift), grid.yc, grid.yr, grid.y(shift, shift));
        double area = shifted.xc * shifted.yr - shifted.xr * shifted.yc;
        boolean usable =
                Double.isFinite(area) && area != 0 && Double.isFinite(shifted.x0) && Double.isFinite(shifted.y0);
        return usable ? Optional.of(shifted) : Optional.empty();
    }
}
