package org.hashscape.hashing.baseline;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.svd.SvdImplicitQrDecompose_DDRM;
import org.hashscape.model.Progress;

/**
 * The rotation R that minimises the quantisation error ||sgn(V R) - V R||^2, by turns: B = sgn(V R) for R fixed, then the
 * orthogonal Procrustes problem for B fixed (V'B = U S W', R = U W'). Neither turn can make the error larger.
 */
final class ItqRotation {

    static final int ITERATIONS = 50;

    private final DMatrixRMaj projected;
    private final int bits;

    /** @param projected V, one row per image, one column per bit */
    ItqRotation(DMatrixRMaj projected) {
        this.projected = projected;
        this.bits = projected.numCols;
    }

    DMatrixRMaj learn(Random random, Progress progress) {
        DMatrixRMaj rotation = randomRotation(random);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            progress.checkCancelled();
            progress.report((double) iteration / ITERATIONS, "Rotating, step " + (iteration + 1) + " of " + ITERATIONS);
            rotation = improve(rotation);
        }
        return rotation;
    }

    /** One turn: the best rotation for the signs that the given one produces. */
    DMatrixRMaj improve(DMatrixRMaj rotation) {
        DMatrixRMaj signs = rotated(rotation);
        for (int i = 0; i < signs.data.length; i++) {
            signs.data[i] = signs.data[i] >= 0 ? 1 : -1;
        }
        DMatrixRMaj correlation = new DMatrixRMaj(bits, bits);
        CommonOps_DDRM.multTransA(projected, signs, correlation);
        return closestRotation(correlation);
    }

    /** ||sgn(V R) - V R||^2. */
    double quantisationError(DMatrixRMaj rotation) {
        double error = 0;
        for (double value : rotated(rotation).data) {
            double off = Math.abs(value) - 1;
            error += off * off;
        }
        return error;
    }

    /** A rotation (or reflection) drawn from the orthogonal group: the polar factor of a Gaussian matrix. */
    DMatrixRMaj randomRotation(Random random) {
        DMatrixRMaj gaussian = new DMatrixRMaj(bits, bits);
        for (int i = 0; i < gaussian.data.length; i++) {
            gaussian.data[i] = random.nextGaussian();
        }
        return closestRotation(gaussian);
    }

    private DMatrixRMaj rotated(DMatrixRMaj rotation) {
        DMatrixRMaj rotated = new DMatrixRMaj(projected.numRows, bits);
        CommonOps_DDRM.mult(projected, rotation, rotated);
        return rotated;
    }

    private static DMatrixRMaj closestRotation(DMatrixRMaj matrix) {
        SvdImplicitQrDecompose_DDRM svd = new SvdImplicitQrDecompose_DDRM(false, true, true, false);
        if (!svd.decompose(matrix.copy())) {
            throw new ArithmeticException("The singular values of a rotation step did not converge");
        }
        DMatrixRMaj rotation = new DMatrixRMaj(matrix.numRows, matrix.numCols);
        CommonOps_DDRM.mult(svd.getU(null, false), svd.getV(null, true), rotation);
        return rotation;
    }
}
