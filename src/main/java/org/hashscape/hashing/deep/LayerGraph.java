package org.hashscape.hashing.deep;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.hashscape.tensorflow.TensorFlowRuntime;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * A TensorFlow graph of fully connected layers with the updates that train them (Adam, Kingma &amp; Ba 2015, with
 * decoupled weight decay). Not thread-safe; memory outside Java's heap is held until it is closed.
 *
 * <p>Every update waits for every gradient. TensorFlow changes variables in place and by itself lets a layer's update
 * run before the backward pass has read that layer's weights for the layer below: results then differ from run to run,
 * even on one thread.
 */
final class LayerGraph implements AutoCloseable {

    /** beta1, beta2 and weight decay (per step, times the rate) of Adam. */
    record Adam(float beta1, float beta2, float decay) {}

    final Ops tf;
    final Placeholder<TFloat32> rate;

    private final Graph graph = new Graph();
    private final int[] widths;
    private final List<Variable<TFloat32>> variables = new ArrayList<>();
    private final List<Op> updates = new ArrayList<>();
    private final Session session;

    /** @param widths inputs, hidden layers, bits */
    LayerGraph(int[] widths, Random random) {
        this.widths = widths.clone();
        tf = Ops.create(graph);
        session = new Session(graph, TensorFlowRuntime.sessionConfig());
        rate = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
        for (int i = 1; i < widths.length; i++) {
            boolean last = i + 1 == widths.length;
            double deviation = Math.sqrt((last ? 1.0 : 2.0) / widths[i - 1]);
            float[] weights = new float[Math.multiplyExact(widths[i - 1], widths[i])];
            for (int k = 0; k < weights.length; k++) {
                weights[k] = (float) (deviation * random.nextGaussian());
            }
            variables.add(tf.variable(tf.constant(Shape.of(widths[i - 1], widths[i]), DataBuffers.of(weights))));
            variables.add(tf.variable(tf.constant(Shape.of(widths[i]), DataBuffers.of(new float[widths[i]]))));
        }
    }

    Placeholder<TFloat32> input(int... shape) {
        long[] sides = new long[shape.length];
        for (int i = 0; i < shape.length; i++) {
            sides[i] = shape[i];
        }
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(sides)));
    }

    Operand<TFloat32> number(double value) {
        return tf.constant((float) value);
    }

    /** The last layer's sums. @param hidden what is done to the outputs of each hidden layer, as dropout */
    Operand<TFloat32> forward(Operand<TFloat32> inputs, Function<Operand<TFloat32>, Operand<TFloat32>> hidden) {
        Operand<TFloat32> h = inputs;
        for (int i = 0; i < variables.size(); i += 2) {
            h = tf.nn.biasAdd(tf.linalg.matMul(h, variables.get(i)), variables.get(i + 1));
            if (i + 2 < variables.size()) {
                h = hidden.apply(tf.math.maximum(h, tf.math.mul(number(HashLayers.LEAK), h)));
            }
        }
        return h;
    }

    /** Adds the updates that lower the loss, and gives the variables their first values. */
    void minimise(Operand<TFloat32> loss, Adam adam) {
        Gradients gradients = tf.gradients(loss, variables);
        List<Op> computed = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            computed.add(gradients.<TFloat32>dy(i));
        }
        computed.add(loss);
        Ops gated = tf.withControlDependencies(computed.toArray(new Op[0]));
        Variable<TFloat32> power1 = tf.variable(number(adam.beta1()));
        Variable<TFloat32> power2 = tf.variable(number(adam.beta2()));
        Operand<TFloat32> beta1 = number(adam.beta1());
        Operand<TFloat32> beta2 = number(adam.beta2());
        List<Op> moved = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            Variable<TFloat32> variable = variables.get(i);
            Operand<TFloat32> zeros = tf.zeros(tf.constant(variable.shape()), TFloat32.class);
            moved.add(gated.train.applyAdam(
                    variable,
                    tf.variable(zeros),
                    tf.variable(zeros),
                    power1,
                    power2,
                    rate,
                    beta1,
                    beta2,
                    number(1e-8),
                    gradients.<TFloat32>dy(i)));
        }
        Ops after = tf.withControlDependencies(moved.toArray(new Op[0]));
        updates.addAll(moved);
        updates.add(after.assign(power1, after.math.mul(power1, beta1)));
        updates.add(after.assign(power2, after.math.mul(power2, beta2)));
        for (int i = 0; i < variables.size() && adam.decay() > 0; i += 2) {
            Operand<TFloat32> part = after.math.mul(rate, number(adam.decay()));
            updates.add(after.assignSub(variables.get(i), after.math.mul(part, variables.get(i))));
        }
        session.initialize();
    }

    /** One run that the caller feeds. */
    Session.Runner runner() {
        return session.runner();
    }

    /** Runs one step of training. Results are the caller's to close. */
    Result step(Session.Runner fed) {
        updates.forEach(fed::addTarget);
        return fed.run();
    }

    /** The layers as they are now. */
    List<HashLayers.Layer> layers() {
        Session.Runner runner = session.runner();
        variables.forEach(runner::fetch);
        List<HashLayers.Layer> layers = new ArrayList<>();
        try (Result result = runner.run()) {
            for (int i = 1; i < widths.length; i++) {
                float[] weights = new float[widths[i - 1] * widths[i]];
                float[] bias = new float[widths[i]];
                ((TFloat32) result.get(2 * i - 2)).copyTo(DataBuffers.of(weights));
                ((TFloat32) result.get(2 * i - 1)).copyTo(DataBuffers.of(bias));
                layers.add(new HashLayers.Layer(widths[i - 1], widths[i], weights, bias));
            }
        }
        return layers;
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
