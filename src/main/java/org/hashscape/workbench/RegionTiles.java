package org.hashscape.workbench;

import java.util.Arrays;
import java.util.List;
import org.hashscape.archive.store.RegionTable.TileRegions;
import org.hashscape.archive.store.StoredDescriptorSet;
import org.hashscape.feature.region.RegionExtractor;
import org.hashscape.hashing.multicode.RegionTrainingSet;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;
import org.hashscape.model.Raster;
import org.hashscape.model.RegionMap;
import org.hashscape.model.TileId;

/**
 * The regions of an archive's tiles in memory, without their maps.
 *
 * @param set the stored set that they belong to
 * @param extractor makes regions of the same kind from any raster
 * @param tiles by ascending tile id
 */
public record RegionTiles(StoredDescriptorSet set, RegionExtractor extractor, List<TileRegions> tiles) {

    /** Descriptors of a tile's regions; none where its original could not be read. */
    public float[][] vectorsOf(TileId tile) {
        int low = 0;
        int high = tiles.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = tiles.get(middle).tile().compareTo(tile);
            if (order == 0) {
                return tiles.get(middle).vectors();
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return new float[0][];
    }

    /** Regions of a raster that need not belong to the archive. */
    public Cut cut(Raster raster) {
        RegionMap map = extractor.segment(raster);
        return new Cut(map, extractor.describe(List.of(raster), List.of(map)).get(0));
    }

    /** A raster in regions, with one row of numbers for each. */
    public record Cut(RegionMap map, float[][] vectors) {}

    /** Regions of the tiles of some rows of descriptors, to train on. */
    public RegionTrainingSet trainingSet(DescribedTiles described, List<Labels> labels, int[] rows) {
        float[][][] all = Arrays.stream(rows)
                .mapToObj(row -> vectorsOf(new TileId(described.tileIds()[row])))
                .toArray(float[][][]::new);
        int[] starts = new int[all.length + 1];
        for (int i = 0; i < all.length; i++) {
            starts[i + 1] = starts[i] + all[i].length;
        }
        int dimension = extractor.dimension();
        float[] values = new float[Math.multiplyExact(starts[all.length], dimension)];
        for (int i = 0; i < all.length; i++) {
            for (int region = 0; region < all[i].length; region++) {
                System.arraycopy(all[i][region], 0, values, (starts[i] + region) * dimension, dimension);
            }
        }
        return new RegionTrainingSet(
                new DescriptorMatrix(starts[all.length], dimension, values),
                starts,
                Arrays.stream(rows).mapToObj(labels::get).toList());
    }
}
