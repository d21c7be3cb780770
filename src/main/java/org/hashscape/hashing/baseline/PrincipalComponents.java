package org.hashscape.hashing.baseline;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.hashscape.hashing.algebra.SymmetricEigen;
import org.hashscape.hashing.algebra.Vectors;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Progress;

/**
 * The directions in which descriptors vary most.
 *
 * @param mean of the descriptors
 * @param count how many directions there are, at least 1
 * @param vectors one unit direction per row, largest variance first; at least {@code count * mean.length} entries
 */
record PrincipalComponents(double[] mean, int count, double[] vectors) {

    /** @param most how many directions at the most; those whose variance is at most {@code nullSpace} of the largest are left out */
    static PrincipalComponents of(DescriptorMatrix rows, int most, double nullSpace, Progress progress) {
        int dimension = rows.dimension();
        double[] mean = rows.columnMeans();
        double[] scatter = new double[Math.multiplyExact(dimension, dimension)];
        double[] centred = new double[dimension];
        for (int row = 0; row < rows.rows(); row++) {
            if (row % 256 == 0) {
                progress.checkCancelled();
            }
            centre(rows, row, mean, centred);
            for (int i = 0; i < dimension; i++) {
                Vectors.addScaled(centred[i], centred, 0, scatter, i * dimension, i + 1);
            }
        }
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < i; j++) {
                scatter[j * dimension + i] = scatter[i * dimension + j];
            }
        }
        progress.checkCancelled();
        SymmetricEigen eigen = SymmetricEigen.of(scatter, dimension);
        int usable = Math.max(1, Math.min(eigen.rank(nullSpace), rows.rows() - 1));
        return new PrincipalComponents(mean, Math.min(most, usable), eigen.vectors());
    }

    /** The first {@code wanted} directions, one per row. */
    DMatrixRMaj directions(int wanted) {
        return new DMatrixRMaj(wanted, mean.length, true, Arrays.copyOf(vectors, wanted * mean.length));
    }

    /** Coordinates of centred rows along the first {@code wanted} directions: {@code rows x wanted}. */
    DMatrixRMaj project(DescriptorMatrix rows, int wanted) {
        DMatrixRMaj projected = new DMatrixRMaj(rows.rows(), wanted);
        double[] centred = new double[mean.length];
        for (int row = 0; row < rows.rows(); row++) {
            centre(rows, row, mean, centred);
            for (int j = 0; j < wanted; j++) {
                projected.data[row * wanted + j] = Vectors.dot(vectors, j * mean.length, centred, 0, mean.length);
            }
        }
        return projected;
    }

    private static void centre(DescriptorMatrix rows, int row, double[] mean, double[] centred) {
        for (int i = 0; i < centred.length; i++) {
            centred[i] = rows.at(row, i) - mean[i];
        }
    }
}
