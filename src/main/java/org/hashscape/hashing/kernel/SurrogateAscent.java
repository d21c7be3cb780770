package org.hashscape.hashing.kernel;

import org.hashscape.hashing.algebra.Vectors;
import org.hashscape.model.Progress;

/**
 * Improves the weights a of one bit: maximises s' R s with s = sigma(B a) and the smooth sign sigma(x) = 2 / (1 + e^-x)
 * - 1, by accelerated gradient steps (Nesterov) whose length is found by backtracking; momentum starts afresh where a
 * step makes things worse (O'Donoghue and Candes 2015).
 *
 * <p>As sigma' = (1 - sigma^2) / 2 and R is symmetric, the gradient of -s' R s is -B' ((R s) o (1 - s o s)).
 */
final class SurrogateAscent {

    private final double[] basis;
    private final int images;
    private final int columns;
    private final int steps;
    private final double tolerance;

    /**
     * @param basis B, {@code images x columns}, row by row
     * @param steps at most that many
     * @param tolerance stops where a step changes the objective by less than this share
     */
    SurrogateAscent(double[] basis, int images, int columns, int steps, double tolerance) {
        this.basis = basis;
        this.images = images;
        this.columns = columns;
        this.steps = steps;
        this.tolerance = tolerance;
    }

    /** The best weights seen on the way from the start. */
    double[] improve(double[] start, Residual residual, Progress progress) {
        double[] current = start.clone();
        double[] previous = start;
        double loss = -residual.quadratic(smoothSigns(current));
        double curvature = 0;
        double momentum = 1;
        for (int step = 0; step < steps; step++) {
            progress.checkCancelled();
            double nextMomentum = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
            double[] ahead = current.clone();
            double push = (momentum - 1) / nextMomentum;
            for (int i = 0; i < columns; i++) {
                ahead[i] += push * (current[i] - previous[i]);
            }
            double[] signs = smoothSigns(ahead);
            double[] product = residual.times(signs);
            double lossAhead = -Vectors.dot(product, 0, signs, 0, images);
            double[] gradient = gradient(signs, product);
            double steepness = Vectors.dot(gradient, 0, gradient, 0, columns);
            if (!(steepness > 0)) {
                break;
            }
            if (curvature == 0) {
                curvature = Math.sqrt(steepness) / (FIRST_STEP * Vectors.norm(start));
            }
            double[] next;
            double nextLoss;
            curvature /= RELAX;
            while (true) {
                next = ahead.clone();
                Vectors.addScaled(-1 / curvature, gradient, 0, next, 0, columns);
                nextLoss = -residual.quadratic(smoothSigns(next));
                if (nextLoss <= lossAhead - steepness / (2 * curvature) || curvature > 1e300) {
                    break;
                }
                curvature *= 2;
            }
            if (nextLoss > loss) {
                if (momentum == 1) {
                    break;
                }
                momentum = 1;
                previous = current;
                continue;
            }
            double change = loss - nextLoss;
            previous = current;
            current = next;
            loss = nextLoss;
            momentum = nextMomentum;
            if (change <= tolerance * Math.abs(loss)) {
                break;
            }
        }
        return current;
    }

    private static final double FIRST_STEP = 0.1;
    private static final double RELAX = 1.5;

    private double[] smoothSigns(double[] weights) {
        double[] signs = new double[images];
        for (int i = 0; i < images; i++) {
            signs[i] = 2 / (1 + StrictMath.exp(-Vectors.dot(basis, i * columns, weights, 0, columns))) - 1;
        }
        return signs;
    }

    private double[] gradient(double[] signs, double[] product) {
        double[] gradient = new double[columns];
        for (int i = 0; i < images; i++) {
            Vectors.addScaled(-product[i] * (1 - signs[i] * signs[i]), basis, i * columns, gradient, 0, columns);
        }
        return gradient;
    }
}
