package org.hashscape.feature;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.hashscape.model.DescriptorMatrix;

/**
 * Brings every column of a descriptor to mean 0 and deviation 1 over the archive: {@code (x - mean) / deviation}, with
 * the deviation over all n rows (not n - 1). A column that never changes says nothing and becomes 0. Immutable.
 */
public final class Standardiser {

    /** Deviations below this part of the column's own size are rounding, not variety. */
    private static final double LEAST_DEVIATION = 1e-6;

    private final double[] mean;
    private final double[] inverseDeviation;

    private Standardiser(double[] mean, double[] inverseDeviation) {
        this.mean = mean;
        this.inverseDeviation = inverseDeviation;
    }

    /** @throws IllegalArgumentException where there is no row */
    public static Standardiser fit(DescriptorMatrix descriptors) {
        if (descriptors.rows() == 0) {
            throw new IllegalArgumentException(
                    "Standardising needs at least one descriptor; describe the archive first");
        }
        double[] mean = descriptors.columnMeans();
        double[] inverse = new double[mean.length];
        float[] values = descriptors.values();
        for (int at = 0, column = 0; at < values.length; at++, column = column + 1 == mean.length ? 0 : column + 1) {
            double difference = values[at] - mean[column];
            inverse[column] += difference * difference;
        }
        for (int column = 0; column < mean.length; column++) {
            double deviation = Math.sqrt(inverse[column] / descriptors.rows());
            inverse[column] = deviation > LEAST_DEVIATION * Math.abs(mean[column]) ? 1 / deviation : 0;
        }
        return new Standardiser(mean, inverse);
    }

    public int dimension() {
        return mean.length;
    }

    /** A new array. @throws IllegalArgumentException where the length is not {@link #dimension} */
    public float[] apply(float[] descriptor) {
        if (descriptor.length != mean.length) {
            throw new IllegalArgumentException(
                    "A descriptor of " + descriptor.length + " floats where " + mean.length + " are expected");
        }
        float[] standard = new float[mean.length];
        for (int column = 0; column < mean.length; column++) {
            standard[column] = (float) ((descriptor[column] - mean[column]) * inverseDeviation[column]);
        }
        return standard;
    }

    /** Writes the dimension, then all means, then all inverse deviations. */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(mean.length);
        for (double value : mean) {
            out.writeDouble(value);
        }
        for (double value : inverseDeviation) {
            out.writeDouble(value);
        }
    }

    /** What {@link #writeTo} wrote. @throws IllegalArgumentException where it cannot be that */
    public static Standardiser readFrom(DataInput in, int availableBytes) throws IOException {
        int dimension = in.readInt();
        if (dimension < 1 || 16L * dimension > availableBytes) {
            throw new IllegalArgumentException("A standardiser of " + dimension + " columns is damaged");
        }
        return new Standardiser(readFinite(in, dimension), readFinite(in, dimension));
    }

    private static double[] readFinite(DataInput in, int count) throws IOException {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readDouble();
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("A standardiser is damaged: it holds " + values[i]);
            }
        }
        return values;
    }
}
