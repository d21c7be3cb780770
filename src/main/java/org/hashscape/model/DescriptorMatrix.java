package org.hashscape.model;

import java.util.Arrays;

/**
 * Descriptors of many tiles: one row of {@code dimension} floats per tile, all rows in one array. Row order is the
 * owner's (an archive gives ascending tile id).
 */
public final class DescriptorMatrix implements DescriptorRows {

    private final int rows;
    private final int dimension;
    private final float[] values;

    /** @param values {@code rows * dimension} finite floats, row by row; kept, not copied */
    public DescriptorMatrix(int rows, int dimension, float[] values) {
        if (rows < 0 || dimension < 1) {
            throw new IllegalArgumentException("Not a matrix: " + rows + " rows of " + dimension);
        }
        if (values.length != (long) rows * dimension) {
            throw new IllegalArgumentException(rows + " rows of " + dimension + " need " + (long) rows * dimension
                    + " floats, not " + values.length);
        }
        this.rows = rows;
        this.dimension = dimension;
        this.values = values;
    }

    /** All rows of another, in memory. */
    public static DescriptorMatrix copyOf(DescriptorRows all) {
        float[] values = new float[Math.multiplyExact(all.rows(), all.dimension())];
        all.forEachBlock((first, block) ->
                System.arraycopy(block.values(), 0, values, first * all.dimension(), block.rows() * all.dimension()));
        return new DescriptorMatrix(all.rows(), all.dimension(), values);
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    public float at(int row, int column) {
        return values[row * dimension + column];
    }

    @Override
    public float[] row(int row) {
        return Arrays.copyOfRange(values, row * dimension, (row + 1) * dimension);
    }

    /** The array behind it (not a copy). Do not write to it. */
    public float[] values() {
        return values;
    }

    @Override
    public DescriptorMatrix select(int[] positions) {
        float[] chosen = new float[positions.length * dimension];
        for (int i = 0; i < positions.length; i++) {
            System.arraycopy(values, positions[i] * dimension, chosen, i * dimension, dimension);
        }
        return new DescriptorMatrix(positions.length, dimension, chosen);
    }

    @Override
    public void forEachBlock(BlockReader reader) {
        reader.read(0, this);
    }

    /** Mean of every column; zeros where there is no row. */
    public double[] columnMeans() {
        double[] mean = new double[dimension];
        for (int row = 0, at = 0; row < rows; row++) {
            for (int column = 0; column < dimension; column++, at++) {
                mean[column] += values[at];
            }
        }
        for (int column = 0; column < dimension && rows > 0; column++) {
            mean[column] /= rows;
        }
        return mean;
    }
}
