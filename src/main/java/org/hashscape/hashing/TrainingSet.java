package org.hashscape.hashing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;

/**
 * What a hash function is trained on.
 *
 * @param descriptors one row per tile
 * @param labels one entry per row, possibly {@link Labels#NONE}
 * @param views the same tiles in each of their orientations, where that is known
 */
public record TrainingSet(DescriptorMatrix descriptors, List<Labels> labels, Optional<TileViews> views) {

    public TrainingSet {
        labels = List.copyOf(labels);
        if (labels.size() != descriptors.rows()) {
            throw new IllegalArgumentException(descriptors.rows() + " descriptors but labels for " + labels.size());
        }
    }

    /** Without views. */
    public TrainingSet(DescriptorMatrix descriptors, List<Labels> labels) {
        this(descriptors, labels, Optional.empty());
    }

    /** The rows at the given positions, in that order. */
    public TrainingSet select(int[] rows) {
        return new TrainingSet(
                descriptors.select(rows),
                Arrays.stream(rows).mapToObj(labels::get).toList(),
                views.map(all -> new SelectedViews(all, rows.clone())));
    }

    private record SelectedViews(TileViews all, int[] rows) implements TileViews {

        @Override
        public int count() {
            return all.count();
        }

        @Override
        public void copy(int row, int view, float[] to) {
            all.copy(rows[row], view, to);
        }
    }

    public int size() {
        return labels.size();
    }
}
