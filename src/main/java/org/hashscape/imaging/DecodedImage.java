package org.hashscape.imaging;

import org.hashscape.model.Raster;

/**
 * What decoding a file gave.
 *
 * @param raster the pixels as shown: red, green, blue
 * @param bands bands in the file
 * @param format "JPEG", "PNG", "TIFF", "BMP" or "GIF"
 */
public record DecodedImage(Raster raster, int bands, String format) {}
