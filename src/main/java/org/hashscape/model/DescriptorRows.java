package org.hashscape.model;

import java.io.UncheckedIOException;

/**
 * Descriptors of many tiles, one row of {@code dimension} floats each, in memory or not. Reading all of them goes block by
 * block, so that no more than a block has to be in memory. Safe for many threads; methods throw {@link
 * UncheckedIOException} where rows cannot be read.
 */
public interface DescriptorRows {

    /** Takes a block of consecutive rows. */
    @FunctionalInterface
    interface BlockReader {

        /** @param first row of the archive that row 0 of the block is */
        void read(int first, DescriptorMatrix block);
    }

    int rows();

    int dimension();

    /** A copy of one row. */
    float[] row(int row);

    /** The rows at the given positions, in that order, copied. */
    DescriptorMatrix select(int[] positions);

    /** Hands over all rows in order, block by block, in the caller's thread. */
    void forEachBlock(BlockReader reader);
}
