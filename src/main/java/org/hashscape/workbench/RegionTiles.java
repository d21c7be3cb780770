package org.hashscape.workbench;

import java.util.Arrays;
import java.util.List;
import org.hashscape.archive.store.RegionTable.MeasuredRegions;
import org.hashscape.archive.store.StoredDescriptorSet;
import org.hashscape.feature.region.RegionExtractor;
import org.hashscape.hashing.multicode.MultiCodeFunction;
import org.hashscape.hashing.multicode.RegionTrainingSet;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;
import org.hashscape.model.MultiCode;
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
public record RegionTiles(StoredDescriptorSet set, RegionExtractor extractor, List<MeasuredRegions> tiles) {

    /** A tile's regions; none where its original could not be read. */
    public MeasuredRegions of(TileId tile) {
        int low = 0;
        int high = tiles.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = tiles.get(middle).tile().compareTo(tile);
            if (order == 0) {
                return tiles.get(middle);
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return new MeasuredRegions(tile, new int[0], new float[0][]);
    }

    /** The codes of a tile's regions. */
    public MultiCode encode(MultiCodeFunction function, TileId tile) {
        MeasuredRegions regions = of(tile);
        return function.encode(regions.vectors(), regions.sizes());
    }

    /** Regions of a raster that need not belong to the archive. */
    public Cut cut(Raster raster) {
        RegionMap map = extractor.segment(raster);
        return new Cut(map, extractor.describe(List.of(raster), List.of(map)).get(0));
    }

    /** A raster in regions, with one row of numbers for each. */
    public record Cut(RegionMap map, float[][] vectors) {

        /** Its codes. */
        public MultiCode encode(MultiCodeFunction function) {
            return function.encode(vectors, map.sizes());
        }
    }

    /** Regions of the tiles of some rows of descriptors, to train on. */
    public RegionTrainingSet trainingSet(DescribedTiles described, List<Labels> labels, int[] rows) {
        List<MeasuredRegions> all = Arrays.stream(rows)
                .mapToObj(row -> of(new TileId(described.tileIds()[row])))
                .toList();
        int[] starts = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            starts[i + 1] = starts[i] + all.get(i).vectors().length;
        }
        int dimension = extractor.dimension();
        float[] values = new float[Math.multiplyExact(starts[rows.length], dimension)];
        for (int i = 0; i < rows.length; i++) {
            float[][] vectors = all.get(i).vectors();
            for (int region = 0; region < vectors.length; region++) {
                System.arraycopy(vectors[region], 0, values, (starts[i] + region) * dimension, dimension);
            }
        }
        return new RegionTrainingSet(
                new DescriptorMatrix(starts[rows.length], dimension, values),
                all.stream()
                        .flatMapToInt(regions -> Arrays.stream(regions.sizes()))
                        .toArray(),
                starts,
                Arrays.stream(rows).mapToObj(labels::get).toList());
    }
}
