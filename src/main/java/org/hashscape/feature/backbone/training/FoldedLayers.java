package org.hashscape.feature.backbone.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;

/**
 * Layers with constants. Batch normalisation by the running mean m and variance v, with scale s and bias b, is part of
 * the convolution: with {@code g = s / sqrt(v + EPSILON)} the weights of each output channel are multiplied by g, and
 * what is added is {@code b - g m}.
 */
final class FoldedLayers implements Layers {

    private final Ops tf;
    private final Map<String, float[]> state;
    private final boolean halves;

    /**
     * @param state of a {@link Student}
     * @param halves whether weights are kept in 16 bits each, which changes features by about one part in a thousand
     */
    FoldedLayers(Ops tf, Map<String, float[]> state, boolean halves) {
        this.tf = tf;
        this.state = state;
        this.halves = halves;
    }

    @Override
    public Ops tf() {
        return tf;
    }

    @Override
    public Operand<TFloat32> convolve(String name, Operand<TFloat32> x, Kernel kernel) {
        int out = kernel.out();
        float[] weights =
                array(name + TrainableLayers.WEIGHTS, kernel.weights()).clone();
        float[] bias = array(name + TrainableLayers.BIAS, out).clone();
        float[] scale = array(name + TrainableLayers.SCALE, out);
        float[] mean = array(name + TrainableLayers.MEAN, out);
        float[] variance = array(name + TrainableLayers.VARIANCE, out);
        for (int channel = 0; channel < out; channel++) {
            double factor = scale[channel] / Math.sqrt(variance[channel] + TrainableLayers.EPSILON);
            bias[channel] = (float) (bias[channel] - factor * mean[channel]);
            for (int i = channel; i < weights.length; i += out) {
                weights[i] = (float) (factor * weights[i]);
            }
        }
        Shape shape = Shape.of(kernel.side(), kernel.side(), kernel.in(), out);
        long stride = kernel.stride();
        Operand<TFloat32> y = tf.nn.conv2d(x, constant(shape, weights), List.of(1L, stride, stride, 1L), "SAME");
        return tf.nn.relu(tf.nn.biasAdd(y, tf.constant(bias)));
    }

    @Override
    public Operand<TFloat32> project(String name, Operand<TFloat32> x, int in, int out) {
        Operand<TFloat32> weights = constant(Shape.of(in, out), array(name + TrainableLayers.WEIGHTS, (long) in * out));
        return tf.nn.biasAdd(tf.linalg.matMul(x, weights), tf.constant(array(name + TrainableLayers.BIAS, out)));
    }

    private Operand<TFloat32> constant(Shape shape, float[] values) {
        if (!halves) {
            return tf.constant(shape, DataBuffers.of(values));
        }
        try (TFloat16 tensor = TFloat16.tensorOf(shape, DataBuffers.of(values))) {
            return tf.dtypes.cast(tf.constantOf(tensor), TFloat32.class);
        }
    }

    private float[] array(String name, long length) {
        return Optional.ofNullable(state.get(name))
                .filter(array -> array.length == length)
                .orElseThrow(() -> new IllegalArgumentException("The state has no " + length + " numbers for " + name));
    }
}
