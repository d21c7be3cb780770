package org.hashscape.hashing;

import java.util.Arrays;
import java.util.List;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;

/**
 * What a hash function is trained on.
 *
 * @param descriptors one row per tile
 * @param labels one entry per row, possibly {@link Labels#NONE}
 */
public record TrainingSet(DescriptorMatrix descriptors, List<Labels> labels) {

    public TrainingSet {
        labels = List.copyOf(labels);
        if (labels.size() != descriptors.rows()) {
            throw new IllegalArgumentException(descriptors.rows() + " descriptors but labels for " + labels.size());
        }
    }

    /** The rows at the given positions, in that order. */
    public TrainingSet select(int[] rows) {
        return new TrainingSet(
                descriptors.select(rows),
                Arrays.stream(rows).mapToObj(labels::get).toList());
    }

    public int size() {
        return labels.size();
    }
}
