package org.hashscape.feature.backbone.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hashscape.tensorflow.TensorFlowRuntime;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * Undoes what {@link FoldedLayers} did, so that a finished network can be trained on. What a folded convolution adds is
 * its bias; batch normalisation is put back between the two. Its mean m and variance v are those of some batches, its
 * scale is {@code sqrt(v + EPSILON)} and its bias the folded one plus m: so the network gives what it gave.
 */
final class StartingLayers implements Layers {

    private final Ops tf;
    private final Deque<float[]> weights;
    private final Deque<float[]> biases;
    private final Map<String, float[]> state = new LinkedHashMap<>();
    private final Map<String, FusedBatchNorm<TFloat32, TFloat32>> statistics = new LinkedHashMap<>();

    private StartingLayers(Ops tf, Deque<float[]> weights, Deque<float[]> biases) {
        this.tf = tf;
        this.weights = weights;
        this.biases = biases;
    }

    /**
     * The state of a {@link Student}'s layers, of which a finished network was made.
     *
     * @param finished made by {@link TrainedNet}, with the same net
     * @param examples what the statistics of batch normalisation are taken from
     * @throws IllegalArgumentException where the graph is not of this net
     */
    static Map<String, float[]> of(GraphDef finished, SceneNet net, int batch, List<Supplier<Batch>> examples) {
        Deque<float[]> weights = new ArrayDeque<>();
        Deque<float[]> biases = new ArrayDeque<>();
        readConstants(finished, weights, biases);
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Shape shape = Shape.of(batch, net.size(), net.size(), 3);
            Placeholder<TFloat32> images = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
            StartingLayers layers = new StartingLayers(tf, weights, biases);
            net.features(layers, images);
            if (!weights.isEmpty() || !biases.isEmpty()) {
                throw otherNet();
            }
            try (Session session = new Session(graph, TensorFlowRuntime.sessionConfig())) {
                layers.measure(session, images, shape, examples);
            }
            return layers.state;
        }
    }

    /** Weights are halves or have several sides, biases are rows of floats, each in the order of the layers. */
    private static void readConstants(GraphDef finished, Deque<float[]> weights, Deque<float[]> biases) {
        try (Graph graph = new Graph()) {
            graph.importGraphDef(finished);
            try (Session session = new Session(graph)) {
                for (NodeDef node : finished.getNodeList()) {
                    DataType type = node.getAttrMap().containsKey("dtype")
                            ? node.getAttrOrThrow("dtype").getType()
                            : DataType.DT_INVALID;
                    boolean numbers = type == DataType.DT_FLOAT || type == DataType.DT_HALF;
                    if (!node.getOp().equals("Const") || !numbers) {
                        continue;
                    }
                    try (Result result = session.runner().fetch(node.getName()).run()) {
                        TType tensor = (TType) result.get(0);
                        (tensor.shape().numDimensions() > 1 ? weights : biases).add(floats(tensor));
                    }
                }
            }
        }
    }

    private static float[] floats(TType tensor) {
        float[] values = new float[Math.toIntExact(tensor.size())];
        if (tensor instanceof TFloat16 halves) {
            halves.copyTo(DataBuffers.of(values));
        } else {
            ((TFloat32) tensor).copyTo(DataBuffers.of(values));
        }
        return values;
    }

    private static IllegalArgumentException otherNet() {
        return new IllegalArgumentException("The network to begin with was not made by 'backbone train' with this width"
                + " and this number of features. Name another one, or say --width and --features as it was made.");
    }

    private static float[] next(Deque<float[]> from, long length) {
        float[] values = from.poll();
        if (values == null || values.length != length) {
            throw otherNet();
        }
        return values;
    }

    @Override
    public Ops tf() {
        return tf;
    }

    @Override
    public Operand<TFloat32> convolve(String name, Operand<TFloat32> x, Kernel kernel) {
        int out = kernel.out();
        float[] kept = next(weights, kernel.weights());
        float[] bias = next(biases, out);
        state.put(name + TrainableLayers.WEIGHTS, kept);
        state.put(name + TrainableLayers.BIAS, bias);
        Shape shape = Shape.of(kernel.side(), kernel.side(), kernel.in(), out);
        long stride = kernel.stride();
        Operand<TFloat32> y =
                tf.nn.conv2d(x, tf.constant(shape, DataBuffers.of(kept)), List.of(1L, stride, stride, 1L), "SAME");
        Operand<TFloat32> none = tf.constant(new float[0]);
        float[] ones = new float[out];
        Arrays.fill(ones, 1);
        statistics.put(
                name,
                tf.nn.fusedBatchNorm(
                        y,
                        tf.constant(ones),
                        tf.constant(new float[out]),
                        none,
                        none,
                        FusedBatchNorm.epsilon(TrainableLayers.EPSILON),
                        FusedBatchNorm.isTraining(true)));
        return tf.nn.relu(tf.nn.biasAdd(y, tf.constant(bias)));
    }

    @Override
    public Operand<TFloat32> project(String name, Operand<TFloat32> x, int in, int out) {
        float[] kept = next(weights, (long) in * out);
        float[] bias = next(biases, out);
        state.put(name + TrainableLayers.WEIGHTS, kept);
        state.put(name + TrainableLayers.BIAS, bias);
        return tf.nn.biasAdd(
                tf.linalg.matMul(x, tf.constant(Shape.of(in, out), DataBuffers.of(kept))), tf.constant(bias));
    }

    /** Means and variances over the examples, and what follows from them. */
    private void measure(Session session, Operand<TFloat32> images, Shape shape, List<Supplier<Batch>> examples) {
        List<Output<TFloat32>> wanted = new ArrayList<>();
        statistics.forEach((name, normal) -> {
            wanted.add(normal.batchMean());
            wanted.add(normal.batchVariance());
            int out = state.get(name + TrainableLayers.BIAS).length;
            state.put(name + TrainableLayers.MEAN, new float[out]);
            state.put(name + TrainableLayers.VARIANCE, new float[out]);
        });
        for (Supplier<Batch> example : examples) {
            try (TFloat32 fed =
                    TFloat32.tensorOf(shape, DataBuffers.of(example.get().images()))) {
                Session.Runner runner = session.runner().feed(images.asOutput(), fed);
                wanted.forEach(runner::fetch);
                try (Result result = runner.run()) {
                    int i = 0;
                    for (String name : statistics.keySet()) {
                        add(state.get(name + TrainableLayers.MEAN), (TFloat32) result.get(i++), examples.size());
                        add(state.get(name + TrainableLayers.VARIANCE), (TFloat32) result.get(i++), examples.size());
                    }
                }
            }
        }
        for (String name : statistics.keySet()) {
            float[] mean = state.get(name + TrainableLayers.MEAN);
            float[] variance = state.get(name + TrainableLayers.VARIANCE);
            float[] bias = state.get(name + TrainableLayers.BIAS);
            float[] scale = new float[mean.length];
            for (int i = 0; i < scale.length; i++) {
                scale[i] = (float) Math.sqrt(variance[i] + TrainableLayers.EPSILON);
                bias[i] += mean[i];
            }
            state.put(name + TrainableLayers.SCALE, scale);
        }
    }

    private static void add(float[] sums, TFloat32 tensor, int parts) {
        float[] values = floats(tensor);
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i] / parts;
        }
    }
}
