package org.hashscape.hashing.algebra;

import java.util.Arrays;
import java.util.Random;

/**
 * The eigenvector of the largest (not: largest in magnitude) eigenvalue of a symmetric matrix, by Lanczos iteration
 * with full re-orthogonalisation from a fixed start; where that has not converged within {@value #STEPS} steps, by the
 * full decomposition. An order of magnitude faster than the latter for the hundreds of rows that supervised kernel
 * hashing decomposes once per bit.
 *
 * <p>Paige, <i>Computational variants of the Lanczos method for the eigenproblem</i>, 1972.
 */
public final class TopEigenvector {

    private static final int STEPS = 96;
    private static final int CHECK_EVERY = 16;
    /** Residual of the eigenvector, relative to the eigenvalue. */
    private static final double TOLERANCE = 1e-10;
    /** A new direction this short, relatively, means that the start lies in an invariant subspace. */
    private static final double EXHAUSTED = 1e-13;
    /** Below this size the full decomposition is as quick. */
    private static final int SMALL = 48;

    private TopEigenvector() {}

    /**
     * The unit eigenvector, its sign fixed as in {@link SymmetricEigen}.
     *
     * @param matrix n x n finite numbers, row by row; only read
     */
    public static double[] of(double[] matrix, int n) {
        double[] vector = n <= SMALL ? new double[0] : lanczos(matrix, n);
        if (vector.length == 0) {
            vector = Arrays.copyOf(SymmetricEigen.of(matrix, n).vectors(), n);
        }
        SymmetricEigen.fixSign(vector, 0, n);
        return vector;
    }

    /** The eigenvector, or an empty array where the iteration did not converge. */
    private static double[] lanczos(double[] matrix, int n) {
        int most = Math.min(STEPS, n - 1);
        double[][] basis = new double[most][];
        double[] diagonal = new double[most];
        double[] offDiagonal = new double[most];
        double[] next = start(n);
        for (int step = 0; step < most; step++) {
            basis[step] = next;
            next = times(matrix, next, n);
            diagonal[step] = Vectors.dot(next, 0, basis[step], 0, n);
            orthogonalise(next, basis, step + 1);
            orthogonalise(next, basis, step + 1);
            offDiagonal[step] = Vectors.norm(next);
            boolean exhausted = !(offDiagonal[step] > EXHAUSTED * (Math.abs(diagonal[0]) + offDiagonal[0]));
            if ((step + 1) % CHECK_EVERY == 0 || exhausted) {
                double[] ritz = ritzVector(diagonal, offDiagonal, step + 1);
                double scale = Math.abs(ritz[step + 1]) + Math.abs(diagonal[0]);
                if (offDiagonal[step] * Math.abs(ritz[step]) <= TOLERANCE * scale) {
                    return combine(basis, ritz, step + 1, n);
                }
            }
            scale(next, 1 / offDiagonal[step]);
        }
        return new double[0];
    }

    private static double[] start(int n) {
        Random random = Draws.of(n);
        double[] start = new double[n];
        for (int i = 0; i < n; i++) {
            start[i] = random.nextGaussian();
        }
        scale(start, 1 / Vectors.norm(start));
        return start;
    }

    private static double[] times(double[] matrix, double[] vector, int n) {
        double[] product = new double[n];
        for (int i = 0; i < n; i++) {
            product[i] = Vectors.dot(matrix, i * n, vector, 0, n);
        }
        return product;
    }

    private static void orthogonalise(double[] vector, double[][] basis, int count) {
        for (int i = 0; i < count; i++) {
            double along = Vectors.dot(vector, 0, basis[i], 0, vector.length);
            Vectors.addScaled(-along, basis[i], 0, vector, 0, vector.length);
        }
    }

    /** Top eigenvector of the tridiagonal matrix, followed by its eigenvalue. */
    private static double[] ritzVector(double[] diagonal, double[] offDiagonal, int size) {
        double[] tridiagonal = new double[size * size];
        for (int i = 0; i < size; i++) {
            tridiagonal[i * size + i] = diagonal[i];
            if (i + 1 < size) {
                tridiagonal[i * size + i + 1] = offDiagonal[i];
                tridiagonal[(i + 1) * size + i] = offDiagonal[i];
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(tridiagonal, size);
        double[] ritz = Arrays.copyOf(eigen.vectors(), size + 1);
        ritz[size] = eigen.values()[0];
        return ritz;
    }

    private static double[] combine(double[][] basis, double[] weights, int count, int n) {
        double[] vector = new double[n];
        for (int i = 0; i < count; i++) {
            Vectors.addScaled(weights[i], basis[i], 0, vector, 0, n);
        }
        scale(vector, 1 / Vectors.norm(vector));
        return vector;
    }

    private static void scale(double[] vector, double factor) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }
}
