package org.hashscape.hashing.kernel;

import org.hashscape.hashing.algebra.TopEigenvector;
import org.hashscape.hashing.algebra.Vectors;
import org.hashscape.model.Progress;

/**
 * Learns the weights of supervised kernel hashing bit by bit. Each bit starts from the top eigenvector of V'RV (the
 * best that bits could do were they any real numbers), is improved by {@link SurrogateAscent}, kept only where the
 * signs themselves gain y' R y by it, and then taken out of the target: R &lt;- R - y y', so V'RV &lt;- V'RV - (V'y)(V'y)'.
 */
final class GreedyBits {

    private final WhitenedKernel kernel;
    private final Residual residual;
    /** V'RV, kept up by one rank-one update per bit. */
    private final double[] reduced;

    GreedyBits(WhitenedKernel kernel, LabelSimilarity similarity, int bits) {
        this.kernel = kernel;
        this.residual = new Residual(similarity, bits);
        this.reduced = residual.project(kernel.white(), kernel.rank());
    }

    /** The weights of the next bit, one per anchor. */
    double[] learn(Progress progress) {
        int rank = kernel.rank();
        double[] z = TopEigenvector.of(reduced, rank);
        for (int j = 0; j < rank; j++) {
            z[j] *= Math.sqrt(kernel.images());
        }
        double[] weights = kernel.weights(z);
        double[] signs = kernel.signs(weights);
        double[] improved = SurrogateAscent.improve(kernel, weights, residual, progress);
        double[] improvedSigns = kernel.signs(improved);
        if (residual.quadratic(improvedSigns) > residual.quadratic(signs)) {
            weights = improved;
            signs = improvedSigns;
        }
        residual.subtract(signs);
        double[] projected = kernel.project(signs);
        for (int j = 0; j < rank; j++) {
            Vectors.addScaled(-projected[j], projected, 0, reduced, j * rank, rank);
        }
        return weights;
    }

    Residual residual() {
        return residual;
    }

    /** V'RV as of now. Do not write to it. */
    double[] reduced() {
        return reduced;
    }
}
