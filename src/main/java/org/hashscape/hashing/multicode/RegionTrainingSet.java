package org.hashscape.hashing.multicode;

import java.util.Arrays;
import java.util.List;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;

/**
 * Regions of many tiles.
 *
 * @param regions one row per region, tile by tile
 * @param sizes pixels of each region, one entry per row
 * @param starts where each tile's regions begin, and at last how many regions there are: one more entry than tiles
 * @param labels one entry per tile
 */
public record RegionTrainingSet(DescriptorMatrix regions, int[] sizes, int[] starts, List<Labels> labels) {

    public RegionTrainingSet {
        labels = List.copyOf(labels);
        if (starts.length != labels.size() + 1 || starts[starts.length - 1] != regions.rows()) {
            throw new IllegalArgumentException(
                    "Regions of " + (starts.length - 1) + " tiles do not go with labels of " + labels.size());
        }
        if (sizes.length != regions.rows()) {
            throw new IllegalArgumentException(regions.rows() + " regions do not have " + sizes.length + " sizes");
        }
    }

    public int tiles() {
        return labels.size();
    }

    /** The regions of one tile, copied. */
    public float[][] regionsOf(int tile) {
        float[][] rows = new float[starts[tile + 1] - starts[tile]][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = regions.row(starts[tile] + i);
        }
        return rows;
    }

    /** Pixels of the regions of one tile, copied. */
    public int[] sizesOf(int tile) {
        return Arrays.copyOfRange(sizes, starts[tile], starts[tile + 1]);
    }

    /** How much of its tile a region covers. */
    double shareOf(int tile, int row) {
        double pixels = 0;
        for (int other = starts[tile]; other < starts[tile + 1]; other++) {
            pixels += sizes[other];
        }
        return pixels > 0 ? sizes[row] / pixels : 0;
    }

    /** Mean of a tile's regions by area; zeros where it has none. */
    double[] meanOf(int tile) {
        double[] mean = new double[regions.dimension()];
        for (int row = starts[tile]; row < starts[tile + 1]; row++) {
            double share = shareOf(tile, row);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += share * regions.at(row, i);
            }
        }
        return mean;
    }

    /** The same tiles with other descriptors. */
    RegionTrainingSet with(DescriptorMatrix others) {
        return new RegionTrainingSet(others, sizes, starts, labels);
    }

    /** The tiles at the given positions, in that order. */
    public RegionTrainingSet select(int[] tiles) {
        int[] chosenStarts = new int[tiles.length + 1];
        for (int i = 0; i < tiles.length; i++) {
            chosenStarts[i + 1] = chosenStarts[i] + starts[tiles[i] + 1] - starts[tiles[i]];
        }
        int[] rows = new int[chosenStarts[tiles.length]];
        for (int i = 0; i < tiles.length; i++) {
            for (int row = chosenStarts[i]; row < chosenStarts[i + 1]; row++) {
                rows[row] = starts[tiles[i]] + row - chosenStarts[i];
            }
        }
        return new RegionTrainingSet(
                regions.select(rows),
                Arrays.stream(rows).map(row -> sizes[row]).toArray(),
                chosenStarts,
                Arrays.stream(tiles).mapToObj(labels::get).toList());
    }
}
