package org.hashscape.workbench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.hashscape.hashing.HashTrainer;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.DescriptorRows;
import org.hashscape.model.Labels;
import org.hashscape.model.Raster;
import org.hashscape.model.TileId;
import org.hashscape.retrieval.DescriptorDistance;
import org.hashscape.retrieval.ExhaustiveSearch;

/**
 * The descriptors of an archive, as it keeps them: rounded to half floats, for training, search and evaluation alike. Few
 * are in memory, many are read from the archive when they are wanted. Row r belongs to {@code tileIds[r]}; ids ascend, so ties by row are ties by
 * tile id.
 *
 * @param descriptor id of the descriptor
 * @param matrix a row per tile
 * @param cosine search by cosine distance, kept since it knows the length of every row
 * @param views reads what the orientations of tiles give, where that is kept
 * @param describe makes a descriptor of the same kind from any raster
 */
public record DescribedTiles(
        String descriptor,
        long[] tileIds,
        DescriptorRows matrix,
        ExhaustiveSearch cosine,
        StoredViews.Reader views,
        Function<Raster, float[]> describe) {

    DescribedTiles(
            String descriptor,
            long[] tileIds,
            DescriptorRows matrix,
            StoredViews.Reader views,
            Function<Raster, float[]> describe) {
        this(descriptor, tileIds, matrix, new ExhaustiveSearch(matrix, DescriptorDistance.COSINE), views, describe);
    }

    /** Training holds its descriptors in memory: at most so many numbers, 128 MB. */
    private static final int MOST_TRAINED = 32 << 20;

    /** Seed of the draw where there are more. */
    private static final long SEED = 1;

    /**
     * Some rows to train on, with their views where the trainer makes use of them. Where their descriptors have more than
     * 33,554,432 numbers together, as many rows as make up that are drawn from them at random, the same ones every time.
     *
     * @param labels of all rows
     */
    public TrainingSet trainingSet(List<Labels> labels, int[] rows, HashTrainer trainer) throws IOException {
        int[] trained = sample(rows, matrix.dimension());
        DescriptorMatrix descriptors = matrix.select(trained);
        List<Labels> theirs = Arrays.stream(trained).mapToObj(labels::get).toList();
        return trainer.learnsFromViews()
                ? new TrainingSet(descriptors, theirs, views.read(trained))
                : new TrainingSet(descriptors, theirs);
    }

    /** As many of the rows as training can hold, in their order. */
    static int[] sample(int[] rows, int dimension) {
        int most = Math.max(1, MOST_TRAINED / dimension);
        if (rows.length <= most) {
            return rows;
        }
        SplittableRandom random = new SplittableRandom(SEED);
        int[] mixed = rows.clone();
        for (int i = 0; i < most; i++) {
            int other = i + random.nextInt(mixed.length - i);
            int row = mixed[other];
            mixed[other] = mixed[i];
            mixed[i] = row;
        }
        return Arrays.stream(mixed).limit(most).sorted().toArray();
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
