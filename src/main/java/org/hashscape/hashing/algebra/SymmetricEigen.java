package org.hashscape.hashing.algebra;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.eig.SymmetricQRAlgorithmDecomposition_DDRM;
import org.ejml.dense.row.decomposition.hessenberg.TridiagonalDecompositionHouseholder_DDRM;

/**
 * All eigenvalues and eigenvectors of a symmetric matrix, largest value first. The back end (EJML's symmetric QR, one
 * thread) is fixed, and so is the sign: the entry of largest magnitude, the first of equals, is positive. Two equal
 * matrices therefore give equal bytes.
 *
 * @param values descending
 * @param vectors row j is the unit eigenvector of value j, back to back
 */
public record SymmetricEigen(double[] values, double[] vectors) {

    /**
     * Decomposes a matrix.
     *
     * @param matrix n x n finite numbers, row by row; only read
     */
    public static SymmetricEigen of(double[] matrix, int n) {
        var decomposition =
                new SymmetricQRAlgorithmDecomposition_DDRM(new TridiagonalDecompositionHouseholder_DDRM(), true);
        if (!decomposition.decompose(new DMatrixRMaj(n, n, true, matrix.clone()))) {
            throw new ArithmeticException("The eigenvalues of a " + n + "x" + n + " matrix did not converge");
        }
        double[] found = IntStream.range(0, n)
                .mapToDouble(i -> decomposition.getEigenvalue(i).getReal())
                .toArray();
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -found[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] values = new double[n];
        double[] vectors = new double[n * n];
        for (int j = 0; j < n; j++) {
            values[j] = found[order[j]];
            System.arraycopy(decomposition.getEigenVector(order[j]).data, 0, vectors, j * n, n);
            fixSign(vectors, j * n, n);
        }
        return new SymmetricEigen(values, vectors);
    }

    /** How many leading eigenvalues exceed the given share of the largest; 0 where none is positive. */
    public int rank(double relativeTolerance) {
        int rank = 0;
        while (rank < values.length && values[rank] > 0 && values[rank] > relativeTolerance * values[0]) {
            rank++;
        }
        return rank;
    }

    /** Turns a vector so that its entry of largest magnitude is positive. */
    static void fixSign(double[] vectors, int from, int length) {
        int largest = from;
        for (int i = from + 1; i < from + length; i++) {
            if (Math.abs(vectors[i]) > Math.abs(vectors[largest])) {
                largest = i;
            }
        }
        if (vectors[largest] < 0) {
            for (int i = from; i < from + length; i++) {
                vectors[i] = -vectors[i];
            }
        }
    }
}
