package org.hashscape.hashing.multicode;

import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.hashscape.hashing.algebra.Draws;
import org.hashscape.model.CodeReading;
import org.hashscape.model.MultiCode;

/**
 * Learns how to read codes: for each primitive the ridge regression from the signs of a code's bits to the vector y that the
 * code stands for, over the tiles that show the primitive. With Z the centred signs, one row per tile, and Y the centred
 * vectors,
 *
 * <pre>w = (Z'Z + {@value #RIDGE} I)^(-1) Z'Y,    o = mean y - sum over r of (mean s_r) w_r</pre>
 *
 * by way of Z' (ZZ' + {@value #RIDGE} I)^(-1) Y where there are fewer tiles than bits. A bit that says nothing gets steps near 0, so
 * that noise in the codes does not become distance; a primitive of no tile reads as a vector of its own. Learns from {@value #MOST_ROWS} tiles at most.
 */
final class ReadingTrainer {

    static final double RIDGE = 20;
    static final int MOST_ROWS = 4_000;

    private static final int PAIRS = 2_000;

    private final int bits;
    private final int dimension;
    private final double[] offsets;
    private final double[] steps;

    ReadingTrainer(int bits, int primitives, int dimension) {
        this.bits = bits;
        this.dimension = dimension;
        this.offsets = new double[primitives * dimension];
        this.steps = new double[Math.multiplyExact(Math.multiplyExact(primitives, bits), dimension)];
    }

    /** @param fallback what it reads as where no tile shows it */
    void fit(int primitive, List<byte[]> codes, List<float[]> vectors, float[] fallback, long seed) {
        int all = vectors.size();
        if (all == 0) {
            for (int i = 0; i < dimension; i++) {
                offsets[primitive * dimension + i] = fallback[i];
            }
            return;
        }
        int[] rows = Draws.distinct(all, Math.min(all, MOST_ROWS), Draws.of(seed));
        DMatrixRMaj z = new DMatrixRMaj(rows.length, bits);
        DMatrixRMaj y = new DMatrixRMaj(rows.length, dimension);
        for (int row = 0; row < rows.length; row++) {
            byte[] code = codes.get(rows[row]);
            for (int bit = 0; bit < bits; bit++) {
                z.data[row * bits + bit] = (code[bit / 8] >>> bit % 8 & 1) != 0 ? 1 : -1;
            }
            for (int i = 0; i < dimension; i++) {
                y.data[row * dimension + i] = vectors.get(rows[row])[i];
            }
        }
        double[] meanSigns = centre(z);
        double[] meanVector = centre(y);
        double[] weights = ridge(z, y);
        System.arraycopy(weights, 0, steps, primitive * bits * dimension, weights.length);
        for (int i = 0; i < dimension; i++) {
            double offset = meanVector[i];
            for (int bit = 0; bit < bits; bit++) {
                offset -= meanSigns[bit] * weights[bit * dimension + i];
            }
            offsets[primitive * dimension + i] = offset;
        }
    }

    private static double[] centre(DMatrixRMaj rows) {
        double[] means = new double[rows.numCols];
        for (int i = 0; i < rows.data.length; i++) {
            means[i % rows.numCols] += rows.data[i] / rows.numRows;
        }
        for (int i = 0; i < rows.data.length; i++) {
            rows.data[i] -= means[i % rows.numCols];
        }
        return means;
    }

    /** Plain loops: the same sums in the same order on every machine. */
    private static double[] ridge(DMatrixRMaj z, DMatrixRMaj y) {
        int bits = z.numCols;
        boolean few = z.numRows < bits;
        DMatrixRMaj design = few ? z : transposed(z);
        int n = design.numRows;
        DMatrixRMaj gram = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k <= i; k++) {
                double sum = 0;
                for (int at = 0; at < design.numCols; at++) {
                    sum += design.data[i * design.numCols + at] * design.data[k * design.numCols + at];
                }
                gram.data[i * n + k] = sum;
                gram.data[k * n + i] = sum;
            }
            gram.data[i * n + i] += RIDGE;
        }
        DMatrixRMaj right = few ? y : product(design, y);
        DMatrixRMaj solved = new DMatrixRMaj(n, y.numCols);
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(n);
        if (!solver.setA(gram)) {
            throw new ArithmeticException("The codes of a primitive cannot be read back: no positive matrix");
        }
        solver.solve(right, solved);
        return few ? product(transposed(z), solved).data : solved.data;
    }

    private static DMatrixRMaj transposed(DMatrixRMaj matrix) {
        DMatrixRMaj other = new DMatrixRMaj(matrix.numCols, matrix.numRows);
        for (int row = 0; row < matrix.numRows; row++) {
            for (int column = 0; column < matrix.numCols; column++) {
                other.data[column * matrix.numRows + row] = matrix.data[row * matrix.numCols + column];
            }
        }
        return other;
    }

    private static DMatrixRMaj product(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj product = new DMatrixRMaj(a.numRows, b.numCols);
        for (int i = 0; i < a.numRows; i++) {
            for (int k = 0; k < a.numCols; k++) {
                double factor = a.data[i * a.numCols + k];
                for (int j = 0; j < b.numCols; j++) {
                    product.data[i * b.numCols + j] += factor * b.data[k * b.numCols + j];
                }
            }
        }
        return product;
    }

    /** In whole numbers, as large as they may be; {@link CodeReading#unit} still 1. */
    CodeReading reading() {
        double most = 1e-9;
        for (int at = 0; at < offsets.length; at++) {
            double reach = Math.abs(offsets[at]);
            int from = at / dimension * bits * dimension + at % dimension;
            for (int bit = 0; bit < bits; bit++) {
                reach += Math.abs(steps[from + bit * dimension]);
            }
            most = Math.max(most, reach);
        }
        double scale = Math.max(1, CodeReading.bound(dimension) - bits - 1) / most;
        return new CodeReading(bits, dimension, rounded(offsets, scale), rounded(steps, scale), 1);
    }

    private static int[] rounded(double[] values, double scale) {
        int[] rounded = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (int) Math.rint(scale * values[i]);
        }
        return rounded;
    }

    /** The reading with its unit: the mean distance of pairs drawn from the tiles that show a primitive. */
    static CodeReading withUnit(CodeReading reading, List<MultiCode> codes, long seed) {
        List<MultiCode> showing =
                codes.stream().filter(code -> code.presence() != 0).toList();
        Random random = Draws.of(seed);
        double sum = 0;
        for (int i = 0; i < PAIRS && !showing.isEmpty(); i++) {
            MultiCode one = showing.get(random.nextInt(showing.size()));
            sum += reading.apart(one, showing.get(random.nextInt(showing.size()))) / PAIRS;
        }
        long unit = Math.max(1, Math.round(sum));
        return new CodeReading(reading.bits(), reading.dimension(), reading.offsets(), reading.steps(), unit);
    }
}
