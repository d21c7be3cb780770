package org.hashscape.hashing.kernel;

import java.util.Optional;
import org.hashscape.hashing.algebra.Vectors;
import org.hashscape.model.DescriptorMatrix;

/** How alike two descriptors are. The order of the constants is part of the model format: append only. */
public enum Kernel {
    /** exp(-gamma ||x - y||^2), gamma = 1 / (2 mean squared distance). For any descriptor. */
    RBF,
    /** x . y. For any descriptor. */
    LINEAR,
    /** Additive chi-squared: sum of 2 x_i y_i / (x_i + y_i), 0/0 = 0. For histograms (no negative entry). */
    CHI2,
    /** Histogram intersection: sum of min(x_i, y_i). For histograms (no negative entry). */
    INTERSECTION;

    /**
     * The kernel of two runs of {@code length} floats.
     *
     * @param gamma width of {@link #RBF}; the others ignore it
     */
    double of(float[] a, int aFrom, float[] b, int bFrom, int length, double gamma) {
        return switch (this) {
            case RBF -> StrictMath.exp(-gamma * Vectors.squaredDistance(a, aFrom, b, bFrom, length));
            case LINEAR -> linear(a, aFrom, b, bFrom, length);
            case CHI2 -> chiSquared(a, aFrom, b, bFrom, length);
            case INTERSECTION -> intersection(a, aFrom, b, bFrom, length);
        };
    }

    /** Why descriptors cannot be compared by this kernel; empty where they can. */
    Optional<String> objectionTo(DescriptorMatrix descriptors) {
        if (this == CHI2 || this == INTERSECTION) {
            for (float value : descriptors.values()) {
                if (value < 0) {
                    return Optional.of("The " + this + " kernel compares histograms, but a descriptor holds " + value
                            + ". Use the RBF kernel for descriptors with negative entries.");
                }
            }
        }
        return Optional.empty();
    }

    private static double linear(float[] a, int aFrom, float[] b, int bFrom, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += (double) a[aFrom + i] * b[bFrom + i];
        }
        return sum;
    }

    private static double chiSquared(float[] a, int aFrom, float[] b, int bFrom, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            double x = a[aFrom + i];
            double y = b[bFrom + i];
            if (x + y > 0) {
                sum += 2 * x * y / (x + y);
            }
        }
        return sum;
    }

    private static double intersection(float[] a, int aFrom, float[] b, int bFrom, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += Math.min(a[aFrom + i], b[bFrom + i]);
        }
        return sum;
    }
}
