package org.hashscape.hashing.multicode;

import java.util.Arrays;
import java.util.List;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;

/**
 * Regions of many tiles.
 *
 * @param regions one row per region, tile by tile
 * @param starts where each tile's regions begin, and at last how many regions there are: one more entry than tiles
 * @param labels one entry per tile
 */
public record RegionTrainingSet(DescriptorMatrix regions, int[] starts, List<Labels> labels) {

    public RegionTrainingSet {
        labels = List.copyOf(labels);
        if (starts.length != labels.size() + 1 || starts[starts.length - 1] != regions.rows()) {
            throw new IllegalArgumentException(
                    "Regions of " + (starts.length - 1) + " tiles do not go with labels of " + labels.size());
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
                chosenStarts,
                Arrays.stream(tiles).mapToObj(labels::get).toList());
    }
}
