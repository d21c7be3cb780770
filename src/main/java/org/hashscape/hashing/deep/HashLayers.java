package org.hashscape.hashing.deep;

import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.ModelInput;
import org.hashscape.hashing.algebra.Threshold;
import org.hashscape.model.BinaryCode;

/**
 * Trained hash layers. A descriptor x is scaled to {@code (x - mean) * scale}, then goes through fully connected layers
 * {@code h <- W'h + bias}, with leaky ReLU {@code max(h, 0.2 h)} after all but the last; bit k = [h_k > 0], which is
 * [tanh(h_k) > 0] and [sigmoid(h_k) > 1/2].
 *
 * <p>Computed in Java floats in one order, so that a code is the same on every machine, in every thread, and after
 * reading the layers back.
 *
 * <p>Parameters as written: number of layers (int); outputs of each (ints, the last one is b); mean (d floats), scale
 * (d floats); for each layer its weights (inputs x outputs floats, one row per input) and bias (outputs floats).
 */
final class HashLayers implements HashFunction {

    static final float LEAK = 0.2f;

    private static final int MOST_LAYERS = 8;
    private static final int WIDEST = 1 << 14;

    /**
     * One fully connected layer.
     *
     * @param weights {@code weights[input * outputs + output]}
     */
    record Layer(int inputs, int outputs, float[] weights, float[] bias) {}

    private final String method;
    private final float[] mean;
    private final float[] scale;
    private final List<Layer> layers;

    /** Arrays are kept, not copied. */
    HashLayers(String method, InputScale inputs, List<Layer> layers) {
        this.method = method;
        this.mean = inputs.mean();
        this.scale = inputs.scale();
        this.layers = List.copyOf(layers);
    }

    static HashLayers read(String method, int bits, int dimension, ModelInput in) {
        int[] outputs = new int[in.integer("number of layers", 1, MOST_LAYERS)];
        for (int i = 0; i < outputs.length; i++) {
            boolean last = i + 1 == outputs.length;
            outputs[i] = in.integer("width of layer " + (i + 1), last ? bits : 1, last ? bits : WIDEST);
        }
        InputScale inputs =
                new InputScale(in.floats(1, dimension, "input mean"), in.floats(1, dimension, "input scale"));
        List<Layer> layers = new ArrayList<>();
        int from = dimension;
        for (int width : outputs) {
            float[] weights = in.floats(from, width, "weights");
            layers.add(new Layer(from, width, weights, in.floats(1, width, "bias")));
            from = width;
        }
        return new HashLayers(method, inputs, layers);
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public int bits() {
        return layers.get(layers.size() - 1).outputs();
    }

    @Override
    public int dimension() {
        return mean.length;
    }

    @Override
    public BinaryCode encode(float[] descriptor) {
        float[] values = outputs(descriptor);
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return Threshold.ABOVE_ZERO.code(wide);
    }

    /** tanh of the last layer; for {@code deep-mhcln}, whose layer ends in a sigmoid, 2 sigmoid - 1 = tanh(h / 2). */
    @Override
    public Optional<float[]> realCode(float[] descriptor) {
        float[] values = outputs(descriptor);
        double steepness = method.equals(MhclnTrainer.METHOD) ? 0.5 : 1;
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) StrictMath.tanh(steepness * values[i]);
        }
        return Optional.of(values);
    }

    /** What the last layer gives before it becomes bits. */
    float[] outputs(float[] descriptor) {
        if (descriptor.length != mean.length) {
            throw new IllegalArgumentException(
                    "A descriptor of " + mean.length + " numbers is needed, not of " + descriptor.length);
        }
        float[] values = new InputScale(mean, scale).apply(descriptor);
        for (int i = 0; i < layers.size(); i++) {
            values = forward(layers.get(i), values, i + 1 < layers.size());
        }
        return values;
    }

    private static float[] forward(Layer layer, float[] inputs, boolean leaky) {
        float[] sums = layer.bias().clone();
        float[] weights = layer.weights();
        int width = sums.length;
        for (int i = 0; i < inputs.length; i++) {
            float input = inputs[i];
            int row = i * width;
            for (int j = 0; j < width; j++) {
                sums[j] += input * weights[row + j];
            }
        }
        if (leaky) {
            for (int j = 0; j < width; j++) {
                sums[j] = Math.max(sums[j], LEAK * sums[j]);
            }
        }
        return sums;
    }

    @Override
    public void writeParameters(DataOutput out) throws IOException {
        out.writeInt(layers.size());
        for (Layer layer : layers) {
            out.writeInt(layer.outputs());
        }
        write(mean, out);
        write(scale, out);
        for (Layer layer : layers) {
            write(layer.weights(), out);
            write(layer.bias(), out);
        }
    }

    private static void write(float[] values, DataOutput out) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }
}
