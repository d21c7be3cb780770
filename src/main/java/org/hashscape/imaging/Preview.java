package org.hashscape.imaging;

import org.hashscape.model.Raster;

/**
 * A small picture of a tile.
 *
 * @param picture rendered, neither side longer than was asked for
 * @param width pixels of the tile itself
 * @param height pixels of the tile itself
 * @param bands bands of the tile
 * @param format "JPEG", "PNG", "TIFF", "BMP" or "GIF"
 * @param empty share of the pixels where nothing was measured, 0..1
 */
public record Preview(Raster picture, int width, int height, int bands, String format, double empty) {}
