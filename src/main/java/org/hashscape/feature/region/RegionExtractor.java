package org.hashscape.feature.region;

import java.util.List;
import org.hashscape.model.Raster;
import org.hashscape.model.RegionMap;

/** Cuts rasters into regions and describes each. Immutable and safe to call from several threads at once. */
public interface RegionExtractor {

    /** Floats per region. */
    int dimension();

    /** The regions of any raster of at least one pixel. */
    default RegionMap segment(Raster raster) {
        return RegionSegmentation.CHOSEN.of(raster);
    }

    /** How many rasters {@link #describe} takes at best; 1 where each is described on its own. */
    default int batch() {
        return 1;
    }

    /**
     * One array per raster, with one row of {@link #dimension} finite floats per region.
     *
     * @param maps what {@link #segment} gave for each
     */
    List<float[][]> describe(List<Raster> rasters, List<RegionMap> maps);

    /** What was learned, to be given back to {@link RegionFamily#load}. */
    byte[] toBytes();
}
