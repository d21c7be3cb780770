package org.hashscape.hashing.kernel;

import org.hashscape.hashing.algebra.Vectors;
import org.hashscape.model.Progress;

/**
 * Improves the weights a of one bit: maximises s' R s with s = sigma(K a) and the smooth sign sigma(x) = 2 / (1 + e^-x)
 * - 1, by accelerated gradient steps (Nesterov) whose length is found by backtracking; momentum starts afresh where a
 * step makes things worse (O'Donoghue and Candès, 2015).
 *
 * <p>As sigma' = (1 - sigma^2) / 2 and R is symmetric, the gradient of the loss -s' R s is -K' ((R s) o (1 - s o s)).
 * Stops after {@value #STEPS} steps, or where the last {@value #WINDOW} changed the loss by no more than {@value
 * #TOLERANCE} of it.
 *
 * <p>The steps are taken in the weights themselves and not, which would need fewer of them, in coordinates in which
 * K'K is the identity: there the directions in which images hardly differ are followed as readily as the others, and
 * unseen images fare worse (UC Merced, SIFT words, 32 bits: AP@20 .68 instead of .71).
 *
 * <p>K a is carried along with a, as both change linearly: each step costs one product with K' (the gradient g) and one
 * with K (for K g), however often its length is halved.
 */
final class SurrogateAscent {

    static final int STEPS = 500;
    static final int WINDOW = 10;
    static final double TOLERANCE = 1e-2;

    /** Length of the first step tried, as a share of the length of the start. */
    private static final double FIRST_STEP = 0.1;
    /** How much longer each step may be than the last. */
    private static final double LONGER = 1.5;

    private static final int MOST_HALVINGS = 200;

    private final double[] kernels;
    /** K', so that products with K too run along rows. */
    private final double[] transposed;

    private final int images;
    private final int anchors;
    private final Residual residual;

    private Point current;
    private Point previous;
    private double momentum = 1;
    /** One over the step length. */
    private double curvature;

    private SurrogateAscent(WhitenedKernel kernel, double[] start, Residual residual) {
        this.kernels = kernel.kernels();
        this.transposed = kernel.transposed();
        this.images = kernel.images();
        this.anchors = start.length;
        this.residual = residual;
        this.current = point(start, timesKernels(start));
        this.previous = current;
    }

    /**
     * The best weights on the way from the start.
     *
     * @param start one weight per anchor, not all zero; only read
     */
    static double[] improve(WhitenedKernel kernel, double[] start, Residual residual, Progress progress) {
        SurrogateAscent ascent = new SurrogateAscent(kernel, start, residual);
        ascent.run(progress);
        return ascent.current.weights;
    }

    private void run(Progress progress) {
        double lossBefore = current.loss;
        for (int step = 1; step <= STEPS; step++) {
            progress.checkCancelled();
            if (!step()) {
                return;
            }
            if (step % WINDOW == 0) {
                if (lossBefore - current.loss <= TOLERANCE * Math.abs(current.loss)) {
                    return;
                }
                lossBefore = current.loss;
            }
        }
    }

    /** Whether there may be more to gain. */
    private boolean step() {
        double nextMomentum = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
        double push = (momentum - 1) / nextMomentum;
        Point next = descend(
                push == 0
                        ? current
                        : point(
                                beyond(previous.weights, current.weights, push),
                                beyond(previous.scores, current.scores, push)));
        if (next.loss < current.loss) {
            previous = current;
            current = next;
            momentum = nextMomentum;
            return true;
        }
        boolean pushed = momentum > 1;
        momentum = 1;
        previous = current;
        return pushed;
    }

    /** One gradient step as long as a parabola of the found curvature vouches for; the same point where none helps. */
    private Point descend(Point from) {
        double[] gradient = gradient(from);
        double steepness = Vectors.dot(gradient, 0, gradient, 0, anchors);
        if (!(steepness > 0)) {
            return from;
        }
        curvature =
                curvature == 0 ? Math.sqrt(steepness) / (FIRST_STEP * Vectors.norm(from.weights)) : curvature / LONGER;
        double[] scoreGradient = timesKernels(gradient);
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            Point next = point(
                    moved(from.weights, -1 / curvature, gradient), moved(from.scores, -1 / curvature, scoreGradient));
            if (next.loss <= from.loss - steepness / (2 * curvature)) {
                return next;
            }
            curvature *= 2;
        }
        return from;
    }

    private Point point(double[] weights, double[] scores) {
        double[] signs = new double[images];
        for (int i = 0; i < images; i++) {
            signs[i] = 2 / (1 + StrictMath.exp(-scores[i])) - 1;
        }
        double[] product = residual.times(signs);
        return new Point(weights, scores, signs, product, -Vectors.dot(product, 0, signs, 0, images));
    }

    private double[] timesKernels(double[] weights) {
        double[] scores = new double[images];
        for (int anchor = 0; anchor < anchors; anchor++) {
            Vectors.addScaled(weights[anchor], transposed, anchor * images, scores, 0, images);
        }
        return scores;
    }

    private static double[] beyond(double[] from, double[] to, double share) {
        double[] beyond = to.clone();
        for (int i = 0; i < beyond.length; i++) {
            beyond[i] += share * (to[i] - from[i]);
        }
        return beyond;
    }

    private static double[] moved(double[] from, double factor, double[] direction) {
        double[] moved = from.clone();
        Vectors.addScaled(factor, direction, 0, moved, 0, moved.length);
        return moved;
    }

    private double[] gradient(Point at) {
        double[] gradient = new double[anchors];
        for (int i = 0; i < images; i++) {
            double slope = -at.product[i] * (1 - at.signs[i] * at.signs[i]);
            Vectors.addScaled(slope, kernels, i * anchors, gradient, 0, anchors);
        }
        return gradient;
    }

    /** Weights a, their scores K a, smooth signs s, R s, and the loss. */
    private record Point(double[] weights, double[] scores, double[] signs, double[] product, double loss) {}
}
