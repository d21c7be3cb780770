package org.hashscape.hashing.kernel;

import org.hashscape.hashing.algebra.Vectors;
import org.hashscape.model.DescriptorMatrix;

/**
 * The descriptors that others are compared with.
 *
 * @param kernel how they are compared
 * @param gamma width of the RBF kernel, 0 for the others
 * @param descriptors one anchor per row
 */
record Anchors(Kernel kernel, double gamma, DescriptorMatrix descriptors) {

    int count() {
        return descriptors.rows();
    }

    int dimension() {
        return descriptors.dimension();
    }

    /** gamma = 1 / (2 m), m = mean squared distance of every row to every other anchor; 1/2 where all are equal. */
    static double gammaFor(DescriptorMatrix rows, DescriptorMatrix anchors) {
        int dimension = rows.dimension();
        double sum = 0;
        long pairs = 0;
        for (int row = 0; row < rows.rows(); row++) {
            double sumOfRow = 0;
            for (int anchor = 0; anchor < anchors.rows(); anchor++) {
                sumOfRow += Vectors.squaredDistance(
                        rows.values(), row * dimension, anchors.values(), anchor * dimension, dimension);
            }
            sum += sumOfRow;
            pairs += anchors.rows();
        }
        double mean = pairs == 0 ? 0 : sum / pairs;
        return mean > 0 && Double.isFinite(1 / (2 * mean)) ? 1 / (2 * mean) : 0.5;
    }

    /** Writes k(anchor_i, descriptor) for every i. */
    void compare(float[] descriptor, int from, double[] to, int toFrom) {
        int dimension = dimension();
        float[] values = descriptors.values();
        for (int anchor = 0; anchor < count(); anchor++) {
            to[toFrom + anchor] = kernel.of(values, anchor * dimension, descriptor, from, dimension, gamma);
        }
    }

    /** The kernel of every row with every anchor: {@code rows x count}, row by row. */
    double[] compareAll(DescriptorMatrix rows) {
        double[] kernels = new double[Math.multiplyExact(rows.rows(), count())];
        for (int row = 0; row < rows.rows(); row++) {
            compare(rows.values(), row * rows.dimension(), kernels, row * count());
        }
        return kernels;
    }

    /** Mean over the rows of each column of what {@link #compareAll} gave. */
    static double[] columnMeans(double[] kernels, int rows, int columns) {
        double[] means = new double[columns];
        for (int row = 0; row < rows; row++) {
            Vectors.addScaled(1, kernels, row * columns, means, 0, columns);
        }
        for (int column = 0; column < columns; column++) {
            means[column] /= rows;
        }
        return means;
    }
}
