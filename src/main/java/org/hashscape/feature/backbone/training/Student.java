package org.hashscape.feature.backbone.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hashscape.tensorflow.TensorFlowRuntime;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Assign;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * The graph that trains a {@link SceneNet}. With f the features of a view, t its teachers' features (centred, unit
 * length), W a matrix, p_c one vector per class and cos the cosine, a view of class y contributes
 *
 * <pre>
 *   DISTILLATION (1 - cos(W f, t)) - sum_c q_c log softmax_c(SHARPNESS cos(f, p_c))
 * </pre>
 *
 * where q gives {@code 1 - SMOOTHING} to y and the rest to the other classes of the same data set, over which alone the
 * softmax goes. The first part is distillation (Hinton et al. 2015) of features (Romero et al. 2015), the second a
 * normalised softmax (Wang et al. 2017): both speak of cosines, by which tiles are compared later.
 *
 * <p>Adam with decoupled weight decay (Loshchilov &amp; Hutter 2019) on weights. Every update waits for every gradient,
 * as in hash layers: TensorFlow changes variables in place. Not thread-safe; holds memory outside Java's heap.
 */
final class Student implements AutoCloseable {

    private static final float DISTILLATION = 4;
    private static final float SHARPNESS = 16;
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float DECAY = 0.05f;

    /** Share of a running statistic that a batch replaces. */
    private static final float FRESH = 0.02f;

    private static final String MOMENT1 = "/moment1";
    private static final String MOMENT2 = "/moment2";
    private static final String POWER1 = "adam/power1";
    private static final String POWER2 = "adam/power2";

    /** The two parts of the loss, means over a batch. */
    record Losses(float distillation, float classes) {}

    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Session session = new Session(graph, TensorFlowRuntime.sessionConfig());
    private final int batch;
    private final int size;
    private final int classes;
    private final int targets;
    private final Placeholder<TFloat32> images;
    private final Placeholder<TFloat32> wanted;
    private final Placeholder<TFloat32> labels;
    private final Placeholder<TFloat32> excluded;
    private final Placeholder<TFloat32> rate;
    private final Operand<TFloat32> distillation;
    private final Operand<TFloat32> classification;
    private final Map<String, Variable<TFloat32>> state = new LinkedHashMap<>();
    private final Map<String, Placeholder<TFloat32>> restored = new LinkedHashMap<>();
    private final Map<String, Assign<TFloat32>> restoring = new LinkedHashMap<>();
    private final List<Op> updates = new ArrayList<>();

    /**
     * @param classes of all data sets together
     * @param targets floats of the teachers' features
     */
    Student(SceneNet net, int batch, int classes, int targets, long seed) {
        this.batch = batch;
        this.size = net.size();
        this.classes = classes;
        this.targets = targets;
        images = floats(batch, size, size, 3);
        wanted = floats(batch, targets);
        labels = floats(batch, classes);
        excluded = floats(batch, classes);
        rate = floats();
        TrainableLayers layers = new TrainableLayers(tf, seed);
        Operand<TFloat32> features = net.features(layers, images);
        Operand<TFloat32> unit = unitRows(features);
        distillation = distillation(layers, unit, net.dimension());
        classification = classification(layers, unit, net.dimension());
        train(layers);
        makeRestorable();
        session.initialize();
    }

    private Placeholder<TFloat32> floats(long... shape) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
    }

    private Operand<TFloat32> number(double value) {
        return tf.constant((float) value);
    }

    /** Not by {@code square}: the gradient of a variable's square ends the process (TensorFlow 2.16). */
    private Operand<TFloat32> unitRows(Operand<TFloat32> rows) {
        Operand<TFloat32> squares = tf.reduceSum(tf.math.mul(rows, rows), tf.constant(1), ReduceSum.keepDims(true));
        return tf.math.mul(rows, tf.math.rsqrt(tf.math.add(squares, number(1e-6))));
    }

    private Operand<TFloat32> distillation(TrainableLayers layers, Operand<TFloat32> unit, int dimension) {
        Operand<TFloat32> guess = unitRows(tf.linalg.matMul(unit, layers.matrix("teachers", dimension, targets)));
        Operand<TFloat32> cosines = tf.reduceSum(tf.math.mul(guess, wanted), tf.constant(1));
        return tf.math.sub(number(1), tf.math.mean(cosines, tf.constant(0)));
    }

    private Operand<TFloat32> classification(TrainableLayers layers, Operand<TFloat32> unit, int dimension) {
        Variable<TFloat32> matrix = layers.matrix("classes", classes, dimension);
        Operand<TFloat32> transposed = tf.linalg.transpose(unitRows(matrix), tf.constant(new int[] {1, 0}));
        Operand<TFloat32> cosines = tf.linalg.matMul(unit, transposed);
        Operand<TFloat32> logits = tf.math.add(tf.math.mul(number(SHARPNESS), cosines), excluded);
        Operand<TFloat32> each =
                tf.nn.softmaxCrossEntropyWithLogits(logits, labels).loss();
        return tf.math.mean(each, tf.constant(0));
    }

    private void train(TrainableLayers layers) {
        Map<String, Variable<TFloat32>> trained = layers.trained();
        Operand<TFloat32> loss = tf.math.add(tf.math.mul(number(DISTILLATION), distillation), classification);
        Gradients gradients = tf.gradients(loss, trained.values());
        List<Op> computed = new ArrayList<>(List.of(distillation, classification));
        for (int i = 0; i < trained.size(); i++) {
            computed.add(gradients.<TFloat32>dy(i));
        }
        layers.statistics().forEach(statistic -> computed.add(statistic.now()));
        Ops gated = tf.withControlDependencies(computed.toArray(new Op[0]));
        Variable<TFloat32> power1 = tf.variable(number(BETA1));
        Variable<TFloat32> power2 = tf.variable(number(BETA2));
        state.putAll(layers.variables());
        state.put(POWER1, power1);
        state.put(POWER2, power2);
        List<Op> moved = new ArrayList<>();
        int i = 0;
        for (Map.Entry<String, Variable<TFloat32>> each : trained.entrySet()) {
            Operand<TFloat32> zeros = tf.zeros(tf.constant(each.getValue().shape()), TFloat32.class);
            Variable<TFloat32> moment1 = tf.variable(zeros);
            Variable<TFloat32> moment2 = tf.variable(zeros);
            state.put(each.getKey() + MOMENT1, moment1);
            state.put(each.getKey() + MOMENT2, moment2);
            moved.add(gated.train.applyAdam(
                    each.getValue(),
                    moment1,
                    moment2,
                    power1,
                    power2,
                    rate,
                    number(BETA1),
                    number(BETA2),
                    number(1e-7),
                    gradients.<TFloat32>dy(i++)));
        }
        for (TrainableLayers.Statistic statistic : layers.statistics()) {
            Operand<TFloat32> step =
                    gated.math.mul(number(FRESH), gated.math.sub(statistic.now(), statistic.running()));
            moved.add(gated.assignAdd(statistic.running(), step));
        }
        Ops after = tf.withControlDependencies(moved.toArray(new Op[0]));
        updates.addAll(moved);
        updates.add(after.assign(power1, after.math.mul(power1, number(BETA1))));
        updates.add(after.assign(power2, after.math.mul(power2, number(BETA2))));
        trained.forEach((name, variable) -> {
            if (name.endsWith(TrainableLayers.WEIGHTS)) {
                Operand<TFloat32> part = after.math.mul(rate, number(DECAY));
                updates.add(after.assignSub(variable, after.math.mul(part, variable)));
            }
        });
    }

    private void makeRestorable() {
        state.forEach((name, variable) -> {
            Placeholder<TFloat32> value = tf.placeholder(TFloat32.class, Placeholder.shape(variable.shape()));
            restored.put(name, value);
            restoring.put(name, tf.assign(variable, value));
        });
    }

    /** One step of training. */
    Losses step(Batch fed, double learningRate) {
        try (TFloat32 x = TFloat32.tensorOf(Shape.of(batch, size, size, 3), DataBuffers.of(fed.images()));
                TFloat32 t = TFloat32.tensorOf(Shape.of(batch, targets), DataBuffers.of(fed.targets()));
                TFloat32 y = TFloat32.tensorOf(Shape.of(batch, classes), DataBuffers.of(fed.labels()));
                TFloat32 e = TFloat32.tensorOf(Shape.of(batch, classes), DataBuffers.of(fed.excluded()));
                TFloat32 r = TFloat32.scalarOf((float) learningRate)) {
            Session.Runner runner = session.runner()
                    .feed(images, x)
                    .feed(wanted, t)
                    .feed(labels, y)
                    .feed(excluded, e)
                    .feed(rate, r)
                    .fetch(distillation)
                    .fetch(classification);
            updates.forEach(runner::addTarget);
            try (Result result = runner.run()) {
                return new Losses(((TFloat32) result.get(0)).getFloat(), ((TFloat32) result.get(1)).getFloat());
            }
        }
    }

    /** Everything that a training changes: weights, running statistics and Adam's moments. */
    Map<String, float[]> state() {
        Session.Runner runner = session.runner();
        state.values().forEach(runner::fetch);
        Map<String, float[]> values = new LinkedHashMap<>();
        try (Result result = runner.run()) {
            int i = 0;
            for (String name : state.keySet()) {
                TFloat32 tensor = (TFloat32) result.get(i++);
                float[] floats = new float[Math.toIntExact(tensor.size())];
                tensor.copyTo(DataBuffers.of(floats));
                values.put(name, floats);
            }
        }
        return values;
    }

    /** Goes on from what {@link #state} gave. @throws IllegalArgumentException where it belongs to another network */
    void restore(Map<String, float[]> values) {
        if (!values.keySet().equals(state.keySet())) {
            throw new IllegalArgumentException("The state belongs to another network");
        }
        List<TFloat32> tensors = new ArrayList<>();
        try {
            Session.Runner runner = session.runner();
            state.forEach((name, variable) -> {
                float[] floats = values.getOrDefault(name, new float[0]);
                Shape shape = variable.shape();
                if (shape.size() != floats.length) {
                    throw new IllegalArgumentException("The state of " + name + " is of another size");
                }
                TFloat32 tensor = TFloat32.tensorOf(shape, DataBuffers.of(floats));
                tensors.add(tensor);
                runner.feed(restored.get(name), tensor).addTarget(restoring.get(name));
            });
            runner.run().close();
        } finally {
            tensors.forEach(TFloat32::close);
        }
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
