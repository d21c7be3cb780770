/**
 * What a TIFF file says about itself, read without a pixel: directories, tags, and whether they can be true.
 *
 * <p>Start with {@link org.hashscape.imaging.tiff.TiffFile}. Knows nothing else of the program. The format is that of
 * Adobe's TIFF 6.0 (1992), with the 64-bit form of it that is called BigTIFF.
 */
@NullMarked
package org.hashscape.imaging.tiff;

import org.jspecify.annotations.NullMarked;
