package org.hashscape.hashing.deep;

import java.util.Arrays;
import org.hashscape.model.DescriptorMatrix;

/**
 * How descriptors are brought to the size that layers train well on: {@code (x - mean) * scale}, per column.
 *
 * @param mean kept, not copied
 * @param scale kept, not copied; 0 for a column that never changes
 */
record InputScale(float[] mean, float[] scale) {

    /** Deviations below this part of the column's own size are rounding, not variety. */
    private static final double LEAST_DEVIATION = 1e-6;

    /** Every column to mean 0 and deviation 1. */
    static InputScale standardised(DescriptorMatrix descriptors) {
        double[] means = descriptors.columnMeans();
        double[] squares = new double[means.length];
        for (int row = 0; row < descriptors.rows(); row++) {
            for (int column = 0; column < means.length; column++) {
                double difference = descriptors.at(row, column) - means[column];
                squares[column] += difference * difference;
            }
        }
        float[] mean = new float[means.length];
        float[] scale = new float[means.length];
        for (int column = 0; column < means.length; column++) {
            double deviation = Math.sqrt(squares[column] / descriptors.rows());
            mean[column] = (float) means[column];
            scale[column] = inverse(deviation, LEAST_DEVIATION * Math.abs(means[column]));
        }
        return new InputScale(mean, scale);
    }

    /** All columns by one number, so that entries have a mean square of 1, as a network's pooled activations have. */
    static InputScale unitPower(DescriptorMatrix descriptors) {
        double squares = 0;
        for (float value : descriptors.values()) {
            squares += (double) value * value;
        }
        float[] scale = new float[descriptors.dimension()];
        Arrays.fill(scale, inverse(Math.sqrt(squares / descriptors.values().length), 0));
        return new InputScale(new float[scale.length], scale);
    }

    private static float inverse(double size, double least) {
        float inverse = (float) (1 / size);
        return size > least && Float.isFinite(inverse) ? inverse : 0;
    }

    /** Writes one scaled row to {@code to[at...]}: the same numbers as {@link #apply}. */
    void applyTo(DescriptorMatrix descriptors, int row, float[] to, int at) {
        for (int i = 0; i < mean.length; i++) {
            to[at + i] = (descriptors.at(row, i) - mean[i]) * scale[i];
        }
    }

    /** Writes one scaled descriptor to {@code to[at...]}. */
    void applyTo(float[] descriptor, float[] to, int at) {
        for (int i = 0; i < mean.length; i++) {
            to[at + i] = (descriptor[i] - mean[i]) * scale[i];
        }
    }

    /** A new array. */
    float[] apply(float[] descriptor) {
        float[] scaled = new float[descriptor.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (descriptor[i] - mean[i]) * scale[i];
        }
        return scaled;
    }
}
