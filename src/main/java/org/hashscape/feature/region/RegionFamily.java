package org.hashscape.feature.region;

import java.util.List;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;

/** A way to cut tiles into regions and to describe these, that the user can choose. */
public interface RegionFamily {

    /** Id of the descriptor of whole tiles that goes with it: {@code regions}, or a network's. */
    String id();

    /** How many sample rasters {@link #learn} can make use of. */
    int sampleSize();

    /**
     * Learns what the extractor needs from a sample of the archive.
     *
     * @param sample up to {@link #sampleSize} rasters, in a stable order
     * @throws IllegalArgumentException where the sample is too small, with what to do about it
     */
    RegionExtractor learn(List<Raster> sample, long seed, Progress progress);

    /** The extractor that wrote these bytes. @throws IllegalArgumentException where they are damaged or another's */
    RegionExtractor load(byte[] learned);
}
