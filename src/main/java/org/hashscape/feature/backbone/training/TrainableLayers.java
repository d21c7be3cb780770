package org.hashscape.feature.backbone.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/**
 * Layers with variables. Convolutions start by He et al. (2015), normal with variance 2/fan-in; batch normalisation
 * (Ioffe &amp; Szegedy 2015) uses the statistics of the batch and keeps running ones, which {@link FoldedLayers} uses.
 */
final class TrainableLayers implements Layers {

    /** Added to variances before the root is taken. */
    static final float EPSILON = 1e-3f;

    static final String WEIGHTS = "/weights";
    static final String BIAS = "/bias";
    static final String SCALE = "/scale";
    static final String MEAN = "/mean";
    static final String VARIANCE = "/variance";

    /** A running statistic and its value on this batch. */
    record Statistic(Variable<TFloat32> running, Operand<TFloat32> now) {}

    private final Ops tf;
    private final SplittableRandom random;
    private final Map<String, Variable<TFloat32>> variables = new LinkedHashMap<>();
    private final List<Statistic> statistics = new ArrayList<>();

    TrainableLayers(Ops tf, long seed) {
        this.tf = tf;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public Ops tf() {
        return tf;
    }

    @Override
    public Operand<TFloat32> convolve(String name, Operand<TFloat32> x, Kernel kernel) {
        int side = kernel.side();
        int out = kernel.out();
        double deviation = Math.sqrt(2.0 / (side * side * kernel.in()));
        Variable<TFloat32> weights =
                variable(name + WEIGHTS, Shape.of(side, side, kernel.in(), out), random(kernel.weights(), deviation));
        Operand<TFloat32> y =
                tf.nn.conv2d(x, weights, List.of(1L, (long) kernel.stride(), (long) kernel.stride(), 1L), "SAME");
        Variable<TFloat32> scale = variable(name + SCALE, Shape.of(out), filled(out, 1));
        Variable<TFloat32> bias = variable(name + BIAS, Shape.of(out), filled(out, 0));
        Variable<TFloat32> mean = variable(name + MEAN, Shape.of(out), filled(out, 0));
        Variable<TFloat32> variance = variable(name + VARIANCE, Shape.of(out), filled(out, 1));
        Operand<TFloat32> none = tf.constant(new float[0]);
        FusedBatchNorm<TFloat32, TFloat32> normal = tf.nn.fusedBatchNorm(
                y, scale, bias, none, none, FusedBatchNorm.epsilon(EPSILON), FusedBatchNorm.isTraining(true));
        statistics.add(new Statistic(mean, normal.batchMean()));
        statistics.add(new Statistic(variance, normal.batchVariance()));
        return tf.nn.relu(normal.y());
    }

    @Override
    public Operand<TFloat32> project(String name, Operand<TFloat32> x, int in, int out) {
        Variable<TFloat32> weights =
                variable(name + WEIGHTS, Shape.of(in, out), random((long) in * out, Math.sqrt(1.0 / in)));
        Variable<TFloat32> bias = variable(name + BIAS, Shape.of(out), filled(out, 0));
        return tf.nn.biasAdd(tf.linalg.matMul(x, weights), bias);
    }

    /** A matrix without bias. */
    Variable<TFloat32> matrix(String name, int in, int out) {
        return variable(name + WEIGHTS, Shape.of(in, out), random((long) in * out, Math.sqrt(1.0 / in)));
    }

    /** All that has a value, in the order of the layers. */
    Map<String, Variable<TFloat32>> variables() {
        return variables;
    }

    /** Those of them that follow a gradient. */
    Map<String, Variable<TFloat32>> trained() {
        Map<String, Variable<TFloat32>> trained = new LinkedHashMap<>(variables);
        trained.keySet().removeIf(name -> name.endsWith(MEAN) || name.endsWith(VARIANCE));
        return trained;
    }

    List<Statistic> statistics() {
        return statistics;
    }

    private Variable<TFloat32> variable(String name, Shape shape, float[] first) {
        Variable<TFloat32> variable = tf.variable(tf.constant(shape, DataBuffers.of(first)));
        if (variables.putIfAbsent(name, variable) != null) {
            throw new IllegalArgumentException("Two layers are named " + name);
        }
        return variable;
    }

    private float[] random(long count, double deviation) {
        float[] values = new float[Math.toIntExact(count)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }

    private static float[] filled(int count, float value) {
        float[] values = new float[count];
        java.util.Arrays.fill(values, value);
        return values;
    }
}
