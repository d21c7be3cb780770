package org.hashscape.hashing;

/**
 * Descriptors of training tiles in each of their orientations: a tile seen from above has no upper side, so a hash
 * function may be trained on any of them. Rows are those of the {@link TrainingSet}; the mean of a row's views is its
 * descriptor.
 */
public interface TileViews {

    /** Orientations per tile, at least 1. Orientation i is the same for every row. */
    int count();

    /**
     * Writes the descriptor of one tile in one orientation to {@code to[0...]}, or the tile's own descriptor where
     * nothing is known of its orientations.
     *
     * @param view 0..count-1
     */
    void copy(int row, int view, float[] to);
}
