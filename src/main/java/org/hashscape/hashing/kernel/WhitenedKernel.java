package org.hashscape.hashing.kernel;

import org.hashscape.hashing.algebra.SymmetricEigen;
import org.hashscape.hashing.algebra.Vectors;

/**
 * A centred kernel matrix K (l images x m anchors) together with coordinates in which K'K is the identity. With K'K = U
 * D U' and W = U D^(-1/2) over the r eigenvalues that are not zero, a = W z turns the generalised problem K'SK a =
 * lambda K'K a into the plain one V'SV z = lambda z with V = K W: decomposed once, used for every bit.
 */
final class WhitenedKernel {

    /** Eigenvalues of K'K up to this share of the largest count as zero. */
    private static final double NULL_SPACE = 1e-9;

    private final int images;
    private final int anchors;
    private final int rank;
    private final double[] kernels;
    /** K', m x l. */
    private final double[] transposed;
    /** W', r x m. */
    private final double[] back;
    /** V, l x r. */
    private final double[] white;

    /** @param kernels K, one row per image; kept, not copied */
    WhitenedKernel(double[] kernels, int anchors) {
        this.kernels = kernels;
        this.anchors = anchors;
        this.images = kernels.length / anchors;
        this.transposed = new double[kernels.length];
        for (int at = 0; at < kernels.length; at++) {
            transposed[at % anchors * images + at / anchors] = kernels[at];
        }
        SymmetricEigen eigen = SymmetricEigen.of(gram(kernels, anchors), anchors);
        this.rank = eigen.rank(NULL_SPACE);
        this.back = new double[rank * anchors];
        for (int j = 0; j < rank; j++) {
            double factor = 1 / Math.sqrt(eigen.values()[j]);
            Vectors.addScaled(factor, eigen.vectors(), j * anchors, back, j * anchors, anchors);
        }
        this.white = new double[images * rank];
        for (int i = 0; i < images; i++) {
            for (int j = 0; j < rank; j++) {
                white[i * rank + j] = Vectors.dot(kernels, i * anchors, back, j * anchors, anchors);
            }
        }
    }

    private static double[] gram(double[] kernels, int anchors) {
        double[] gram = new double[anchors * anchors];
        for (int row = 0; row < kernels.length; row += anchors) {
            for (int j = 0; j < anchors; j++) {
                Vectors.addScaled(kernels[row + j], kernels, row, gram, j * anchors, anchors);
            }
        }
        return gram;
    }

    int images() {
        return images;
    }

    /** r; 0 where the kernel tells no two images apart. */
    int rank() {
        return rank;
    }

    /** K, one row per image. Do not write to it. */
    double[] kernels() {
        return kernels;
    }

    /** K', one row per anchor. Do not write to it. */
    double[] transposed() {
        return transposed;
    }

    /** V, one row of {@link #rank} per image. Do not write to it. */
    double[] white() {
        return white;
    }

    /** The weights over anchors of white coordinates: W z. */
    double[] weights(double[] z) {
        double[] weights = new double[anchors];
        for (int j = 0; j < rank; j++) {
            Vectors.addScaled(z[j], back, j * anchors, weights, 0, anchors);
        }
        return weights;
    }

    /** +1 where an image's weighted kernels add up to more than 0, else -1. */
    double[] signs(double[] weights) {
        double[] signs = new double[images];
        for (int i = 0; i < images; i++) {
            signs[i] = Vectors.dot(kernels, i * anchors, weights, 0, anchors) > 0 ? 1 : -1;
        }
        return signs;
    }

    /** V'y. */
    double[] project(double[] y) {
        double[] projected = new double[rank];
        for (int i = 0; i < images; i++) {
            Vectors.addScaled(y[i], white, i * rank, projected, 0, rank);
        }
        return projected;
    }
}
