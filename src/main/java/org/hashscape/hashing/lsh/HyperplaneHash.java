package org.hashscape.hashing.lsh;

import java.io.DataOutput;
import java.io.IOException;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.ModelInput;
import org.hashscape.hashing.algebra.Threshold;
import org.hashscape.hashing.algebra.Vectors;
import org.hashscape.model.BinaryCode;

/**
 * Codes that say on which side of b hyperplanes a centred descriptor lies: bit r = [v_r . (x - mean) >= 0].
 *
 * <p>Parameters in a model: the mean ({@code dimension} doubles), then the normals v_0, v_1, ... ({@code bits *
 * dimension} floats).
 */
public final class HyperplaneHash implements HashFunction {

    private final String method;
    private final double[] mean;
    private final int bits;
    private final float[] normals;

    /**
     * @param mean one entry per dimension; kept, not copied
     * @param normals {@code bits * mean.length} floats, one hyperplane after the other; kept, not copied
     */
    public HyperplaneHash(String method, double[] mean, int bits, float[] normals) {
        BinaryCode.wordsFor(bits);
        if (mean.length < 1 || normals.length != (long) bits * mean.length) {
            throw new IllegalArgumentException(
                    bits + " hyperplanes in " + mean.length + " dimensions cannot have " + normals.length + " entries");
        }
        this.method = method;
        this.mean = mean;
        this.bits = bits;
        this.normals = normals;
    }

    /** Reads what {@link #writeParameters} wrote. */
    public static HyperplaneHash read(String method, int bits, int dimension, ModelInput in) {
        double[] mean = in.doubles(dimension, "mean");
        return new HyperplaneHash(method, mean, bits, in.floats(bits, dimension, "hyperplanes"));
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
        return mean.length;
    }

    /** Signed heights above the hyperplanes, one per bit (scaled by the length of their normals). */
    public double[] project(float[] descriptor) {
        if (descriptor.length != mean.length) {
            throw new IllegalArgumentException(
                    "This model hashes descriptors of " + mean.length + " floats, not " + descriptor.length);
        }
        double[] centred = new double[mean.length];
        for (int i = 0; i < centred.length; i++) {
            centred[i] = descriptor[i] - mean[i];
        }
        double[] heights = new double[bits];
        for (int bit = 0; bit < bits; bit++) {
            heights[bit] = Vectors.dot(normals, bit * centred.length, centred);
        }
        return heights;
    }

    @Override
    public BinaryCode encode(float[] descriptor) {
        return Threshold.AT_LEAST_ZERO.code(project(descriptor));
    }

    @Override
    public void writeParameters(DataOutput out) throws IOException {
        for (double value : mean) {
            out.writeDouble(value);
        }
        for (float value : normals) {
            out.writeFloat(value);
        }
    }
}
