package org.hashscape.workbench;

import java.util.Arrays;
import java.util.function.Function;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Raster;
import org.hashscape.model.TileId;

/**
 * The descriptors of an archive in memory. Row r belongs to {@code tileIds[r]}; ids ascend, so ties by row are ties by
 * tile id.
 *
 * @param descriptor id of the descriptor
 * @param describe makes a descriptor of the same kind from any raster
 */
record DescribedTiles(String descriptor, long[] tileIds, DescriptorMatrix matrix, Function<Raster, float[]> describe) {

    int rowOf(TileId tile) {
        return Arrays.binarySearch(tileIds, tile.value());
    }

    int size() {
        return tileIds.length;
    }
}
