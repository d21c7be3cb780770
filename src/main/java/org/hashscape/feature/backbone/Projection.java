package org.hashscape.feature.backbone;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Descriptors on the directions in which a sample of them varies most.
 *
 * <p>The directions are found by orthogonal iteration: {@value #STEPS} times the covariance is applied to a few more
 * vectors than are wanted, and these are made orthonormal again. That is exact enough for directions that only have to
 * be good ones, and costs a fraction of a full decomposition of a thousand columns.
 */
final class Projection {

    private static final int STEPS = 8;
    private static final double LEAST_VARIANCE = 1e-12;

    private final float[] mean;
    /** One direction per row. */
    private final float[][] directions;

    private Projection(float[] mean, float[][] directions) {
        this.mean = mean;
        this.directions = directions;
    }

    int components() {
        return directions.length;
    }

    /** @param rows at least one; fewer than {@code components} give directions that say nothing, which become 0 */
    static Projection learn(List<float[]> rows, int components, long seed) {
        int dimension = rows.get(0).length;
        int wanted = Math.min(components, dimension);
        float[] mean = new float[dimension];
        for (float[] row : rows) {
            for (int i = 0; i < dimension; i++) {
                mean[i] += row[i] / rows.size();
            }
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[][] basis = new double[wanted][dimension];
        for (double[] vector : basis) {
            for (int i = 0; i < dimension; i++) {
                vector[i] = random.nextDouble() - 0.5;
            }
        }
        double[] variances = new double[wanted];
        for (int step = 0; step < STEPS; step++) {
            orthonormalise(basis);
            basis = timesCovariance(rows, mean, basis, variances);
        }
        orthonormalise(basis);
        timesCovariance(rows, mean, basis, variances);
        float[][] directions = new float[wanted][dimension];
        for (int j = 0; j < wanted; j++) {
            double factor = variances[j] > LEAST_VARIANCE ? 1 : 0;
            for (int i = 0; i < dimension; i++) {
                directions[j][i] = (float) (factor * basis[j][i]);
            }
        }
        return new Projection(mean, directions);
    }

    /** C v for each vector; {@code variances} gets v' C v. */
    private static double[][] timesCovariance(List<float[]> rows, float[] mean, double[][] basis, double[] variances) {
        double[][] product = new double[basis.length][mean.length];
        Arrays.fill(variances, 0);
        double[] centred = new double[mean.length];
        for (float[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                centred[i] = row[i] - mean[i];
            }
            for (int j = 0; j < basis.length; j++) {
                double along = dot(basis[j], centred);
                variances[j] += along * along / rows.size();
                for (int i = 0; i < mean.length; i++) {
                    product[j][i] += along * centred[i] / rows.size();
                }
            }
        }
        return product;
    }

    /** Gram-Schmidt, twice for the digits; a vector that lies in those before it becomes 0. */
    private static void orthonormalise(double[][] basis) {
        for (int j = 0; j < basis.length; j++) {
            double before = Math.sqrt(dot(basis[j], basis[j]));
            for (int pass = 0; pass < 2; pass++) {
                for (int other = 0; other < j; other++) {
                    double along = dot(basis[j], basis[other]);
                    for (int i = 0; i < basis[j].length; i++) {
                        basis[j][i] -= along * basis[other][i];
                    }
                }
            }
            double length = Math.sqrt(dot(basis[j], basis[j]));
            double factor = length > 1e-10 * before && length > 0 ? 1 / length : 0;
            for (int i = 0; i < basis[j].length; i++) {
                basis[j][i] *= factor;
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    float[] apply(float[] row) {
        float[] projected = new float[directions.length];
        for (int j = 0; j < projected.length; j++) {
            double sum = 0;
            for (int i = 0; i < mean.length; i++) {
                sum += (double) directions[j][i] * (row[i] - mean[i]);
            }
            projected[j] = (float) sum;
        }
        return projected;
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(mean.length);
        out.writeInt(directions.length);
        write(mean, out);
        for (float[] direction : directions) {
            write(direction, out);
        }
    }

    private static void write(float[] values, DataOutput out) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    static Projection readFrom(DataInput in, int availableBytes) throws IOException {
        int dimension = in.readInt();
        int components = in.readInt();
        if (dimension < 1 || components < 1 || 4L * dimension * (components + 1L) > availableBytes) {
            throw new IllegalArgumentException("A projection is damaged");
        }
        float[] mean = read(in, dimension);
        float[][] directions = new float[components][];
        for (int j = 0; j < components; j++) {
            directions[j] = read(in, dimension);
        }
        return new Projection(mean, directions);
    }

    private static float[] read(DataInput in, int count) throws IOException {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readFloat();
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException("A projection is damaged: it holds " + values[i]);
            }
        }
        return values;
    }
}
