package org.hashscape.hashing.kernel;

import java.io.DataOutput;
import java.io.IOException;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.ModelInput;
import org.hashscape.hashing.algebra.Threshold;
import org.hashscape.hashing.algebra.Vectors;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.DescriptorMatrix;

/**
 * Codes from weighted kernels: bit r = [sum_i w_r(i) (k(a_i, x) - m_i) > 0] with anchors a_i and stored means m_i.
 *
 * <p>Parameters in a model: kernel (int, place in {@link Kernel}), gamma (double), number of anchors p (int, 1..
 * {@value #MOST_ANCHORS}), anchors ({@code p * dimension} floats), means (p doubles), weights w_0, w_1, ... ({@code
 * bits * p} doubles).
 */
final class KernelHash implements HashFunction {

    static final int MOST_ANCHORS = 1 << 16;

    private final String method;
    private final Anchors anchors;
    private final double[] means;
    private final int bits;
    private final double[] weights;

    /** All arrays are kept, not copied. */
    KernelHash(String method, Anchors anchors, double[] means, int bits, double[] weights) {
        BinaryCode.wordsFor(bits);
        if (means.length != anchors.count() || weights.length != (long) bits * anchors.count()) {
            throw new IllegalArgumentException(anchors.count() + " anchors and " + bits + " bits do not go with "
                    + means.length + " means and " + weights.length + " weights");
        }
        this.method = method;
        this.anchors = anchors;
        this.means = means;
        this.bits = bits;
        this.weights = weights;
    }

    static KernelHash read(String method, int bits, int dimension, ModelInput in) {
        Kernel kernel = Kernel.values()[in.integer("kernel", 0, Kernel.values().length - 1)];
        double gamma = in.number("kernel width");
        if (gamma < 0) {
            throw new IllegalArgumentException("The model's kernel width is " + gamma + "; it must not be negative");
        }
        int count = in.integer("number of anchors", 1, MOST_ANCHORS);
        DescriptorMatrix rows = new DescriptorMatrix(count, dimension, in.floats(count, dimension, "anchors"));
        double[] means = in.doubles(count, "kernel means");
        double[] weights = in.doubles(Math.multiplyExact(bits, count), "weights");
        return new KernelHash(method, new Anchors(kernel, gamma, rows), means, bits, weights);
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public int bits() {
        return bits;
    }

    @Override
    public int dimension() {
        return anchors.dimension();
    }

    /** The weighted sums, one per bit, before they are cut at zero. */
    double[] project(float[] descriptor) {
        if (descriptor.length != dimension()) {
            throw new IllegalArgumentException(
                    "This model hashes descriptors of " + dimension() + " floats, not " + descriptor.length);
        }
        int count = anchors.count();
        double[] kernels = new double[count];
        anchors.compare(descriptor, 0, kernels, 0);
        for (int i = 0; i < count; i++) {
            kernels[i] -= means[i];
        }
        double[] sums = new double[bits];
        for (int bit = 0; bit < bits; bit++) {
            sums[bit] = Vectors.dot(weights, bit * count, kernels, 0, count);
        }
        return sums;
    }

    @Override
    public BinaryCode encode(float[] descriptor) {
        return Threshold.ABOVE_ZERO.code(project(descriptor));
    }

    @Override
    public void writeParameters(DataOutput out) throws IOException {
        out.writeInt(anchors.kernel().ordinal());
        out.writeDouble(anchors.gamma());
        out.writeInt(anchors.count());
        for (float value : anchors.descriptors().values()) {
            out.writeFloat(value);
        }
        for (double value : means) {
            out.writeDouble(value);
        }
        for (double value : weights) {
            out.writeDouble(value);
        }
    }
}
