package org.hashscape.imaging;

/**
 * What an import wants to know of an image file.
 *
 * @param width pixels
 * @param height pixels
 * @param bands bands in the file
 * @param format "JPEG", "PNG", "TIFF", "BMP" or "GIF"
 * @param thumbnailJpeg the picture at most {@link Thumbnails#SIDE} pixels wide and high, as JPEG
 * @param empty share of the pixels where nothing was measured, 0..1
 */
public record ImagePreview(int width, int height, int bands, String format, byte[] thumbnailJpeg, double empty) {}
