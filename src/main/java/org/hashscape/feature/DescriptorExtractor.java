package org.hashscape.feature;

import org.hashscape.model.Raster;

/**
 * Turns one raster into one descriptor. Immutable and safe to call from several threads at once; the same raster gives
 * the same floats, bit for bit, on every call.
 */
public interface DescriptorExtractor {

    /** The family's id, as {@code sift-words}. */
    String id();

    /** Floats per descriptor. */
    int dimension();

    /** A new array of {@link #dimension} finite floats. Any raster of at least one pixel is accepted. */
    float[] describe(Raster raster);

    /**
     * What was learned, to be given back to {@link DescriptorFamily#load}: a documented little format with magic,
     * version and checksum. Empty where nothing is learned.
     */
    byte[] toBytes();
}
