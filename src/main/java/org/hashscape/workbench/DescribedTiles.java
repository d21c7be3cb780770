package org.hashscape.workbench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.hashscape.hashing.HashTrainer;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;
import org.hashscape.model.Raster;
import org.hashscape.model.TileId;
import org.hashscape.retrieval.DescriptorDistance;
import org.hashscape.retrieval.ExhaustiveSearch;

/**
 * The descriptors of an archive in memory. Row r belongs to {@code tileIds[r]}; ids ascend, so ties by row are ties by
 * tile id.
 *
 * @param descriptor id of the descriptor
 * @param cosine search by cosine distance, kept since it knows the length of every row
 * @param views reads what the orientations of tiles give, where that is kept
 * @param describe makes a descriptor of the same kind from any raster
 */
public record DescribedTiles(
        String descriptor,
        long[] tileIds,
        DescriptorMatrix matrix,
        ExhaustiveSearch cosine,
        StoredViews.Reader views,
        Function<Raster, float[]> describe) {

    DescribedTiles(
            String descriptor,
            long[] tileIds,
            DescriptorMatrix matrix,
            StoredViews.Reader views,
            Function<Raster, float[]> describe) {
        this(descriptor, tileIds, matrix, new ExhaustiveSearch(matrix, DescriptorDistance.COSINE), views, describe);
    }

    /**
     * Some rows to train on, with their views where the trainer makes use of them.
     *
     * @param labels of all rows
     */
    public TrainingSet trainingSet(List<Labels> labels, int[] rows, HashTrainer trainer) throws IOException {
        TrainingSet chosen = new TrainingSet(matrix, labels).select(rows);
        return trainer.learnsFromViews()
                ? new TrainingSet(chosen.descriptors(), chosen.labels(), views.read(rows))
                : chosen;
    }

    /** Search of all rows. */
    ExhaustiveSearch exhaustive(DescriptorDistance distance) {
        return distance == DescriptorDistance.COSINE ? cosine : new ExhaustiveSearch(matrix, distance);
    }

    public int rowOf(TileId tile) {
        return Arrays.binarySearch(tileIds, tile.value());
    }

    /** Labels of the rows, as a catalogue has them; none for a tile that it does not hold. */
    public List<Labels> labels(TileCatalogue catalogue) {
        List<Labels> labels = new ArrayList<>(tileIds.length);
        for (long id : tileIds) {
            int row = catalogue.rowOf(new TileId(id));
            labels.add(row < 0 ? Labels.NONE : catalogue.labels(row));
        }
        return labels;
    }

    public int size() {
        return tileIds.length;
    }
}
