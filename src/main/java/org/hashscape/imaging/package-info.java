/**
 * From image files to rasters and thumbnails, safely: sizes are looked at before pixels are decoded.
 *
 * <p>Start with {@link org.hashscape.imaging.ImageDecoder}. Knows {@code model} only.
 */
@NullMarked
package org.hashscape.imaging;

import org.jspecify.annotations.NullMarked;
