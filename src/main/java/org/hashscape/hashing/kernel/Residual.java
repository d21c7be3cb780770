package org.hashscape.hashing.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hashscape.hashing.algebra.Vectors;

/**
 * What the bits learned so far leave of the target: R = b S - sum_k y_k y_k', with y_k in {-1, 1}^l. Never written out:
 * R x costs l + g^2 + k l.
 */
final class Residual {

    private final LabelSimilarity similarity;
    private final int bits;
    private final List<double[]> learned = new ArrayList<>();

    Residual(LabelSimilarity similarity, int bits) {
        this.similarity = similarity;
        this.bits = bits;
    }

    /** R &lt;- R - y y'. @param y kept, not copied */
    void subtract(double[] y) {
        learned.add(y);
    }

    /** R x. */
    double[] times(double[] x) {
        double[] product = similarity.times(x);
        for (int i = 0; i < product.length; i++) {
            product[i] *= bits;
        }
        for (double[] y : learned) {
            Vectors.addScaled(-Vectors.dot(y, 0, x, 0, x.length), y, 0, product, 0, x.length);
        }
        return product;
    }

    /** x' R x. */
    double quadratic(double[] x) {
        return Vectors.dot(times(x), 0, x, 0, x.length);
    }

    /** B' R B for the residual before any bit, with B of {@code columns} columns, row by row: {@code columns^2}. */
    double[] project(double[] basis, int columns) {
        int groups = similarity.groups();
        double[] sums = new double[groups * columns];
        for (int i = 0; i < similarity.images(); i++) {
            Vectors.addScaled(1, basis, i * columns, sums, similarity.groupOf(i) * columns, columns);
        }
        double[] projected = new double[columns * columns];
        double[] combined = new double[columns];
        for (int a = 0; a < groups; a++) {
            Arrays.fill(combined, 0);
            for (int b = 0; b < groups; b++) {
                Vectors.addScaled(similarity.ofGroups(a, b), sums, b * columns, combined, 0, columns);
            }
            for (int row = 0; row < columns; row++) {
                Vectors.addScaled(bits * sums[a * columns + row], combined, 0, projected, row * columns, columns);
            }
        }
        return projected;
    }
}
