package org.hashscape.feature.backbone.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hashscape.model.Raster;
import org.hashscape.tensorflow.TensorFlowRuntime;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;

/** Batch normalisation folded into the convolutions against batch normalisation as an operation of its own. */
class FoldingTest {

    @Test
    void foldingChangesNoFeatureByMoreThanATenThousandth() {
        TensorFlowRuntime.start();
        Recipe recipe = new Recipe(32, 0.2, 16, 8, 1, 0, 3);
        Map<String, float[]> state = lively(recipe);
        List<Raster> tiles = List.of(BackboneTrainingTest.tile(0, 1), BackboneTrainingTest.tile(1, 2));

        float[][] folded = features(new TrainedNet(recipe, state, 1).graph(false), 32, tiles);
        float[][] plain = features(unfolded(recipe, state), 32, tiles);

        for (int tile = 0; tile < tiles.size(); tile++) {
            float largest = 0;
            for (float feature : plain[tile]) {
                largest = Math.max(largest, Math.abs(feature));
            }
            assertThat(largest).isGreaterThan(0.01f);
            for (int i = 0; i < 16; i++) {
                assertThat(folded[tile][i]).isCloseTo(plain[tile][i], within(1e-4f * largest));
            }
        }
    }

    /** First weights, and running statistics unlike those of an untrained network. */
    private static Map<String, float[]> lively(Recipe recipe) {
        SplittableRandom random = new SplittableRandom(5);
        Map<String, float[]> state = new LinkedHashMap<>();
        try (Student student = new Student(recipe.net(), 2, 3, 4, 1)) {
            student.state().forEach((name, values) -> {
                boolean statistic = name.endsWith("/mean") || name.endsWith("/bias");
                for (int i = 0; i < values.length; i++) {
                    if (name.endsWith("/variance") || name.endsWith("/scale")) {
                        values[i] = (float) random.nextDouble(0.5, 2);
                    } else if (statistic) {
                        values[i] = (float) random.nextDouble(-0.5, 0.5);
                    }
                }
                state.put(name, values);
            });
        }
        return state;
    }

    private static GraphDef unfolded(Recipe recipe, Map<String, float[]> state) {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Placeholder<TFloat32> images =
                    tf.withName("images").placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 32, 32, 3)));
            Operand<TFloat32> features = recipe.net().features(new Unfolded(tf, state), images);
            tf.withName("features").identity(features);
            return graph.toGraphDef();
        }
    }

    static float[][] features(GraphDef definition, int size, List<Raster> tiles) {
        float[] pixels = new float[tiles.size() * size * size * 3];
        for (int i = 0; i < pixels.length; i++) {
            int each = size * size * 3;
            pixels[i] = (tiles.get(i / each).rgb()[i % each] & 0xff) / 127.5f - 1;
        }
        try (Graph graph = new Graph()) {
            graph.importGraphDef(definition);
            try (Session session = new Session(graph);
                    TFloat32 fed = TFloat32.tensorOf(Shape.of(tiles.size(), size, size, 3), DataBuffers.of(pixels));
                    Result result = session.runner()
                            .feed("images", fed)
                            .fetch("features")
                            .run()) {
                TFloat32 tensor = (TFloat32) result.get(0);
                int width = (int) tensor.shape().get(1);
                float[] all = new float[tiles.size() * width];
                tensor.copyTo(DataBuffers.of(all));
                float[][] rows = new float[tiles.size()][];
                for (int i = 0; i < rows.length; i++) {
                    rows[i] = java.util.Arrays.copyOfRange(all, i * width, (i + 1) * width);
                }
                return rows;
            }
        }
    }

    /** The slow way. */
    private record Unfolded(Ops tf, Map<String, float[]> state) implements Layers {

        private Operand<TFloat32> constant(String name, long... shape) {
            return tf.constant(Shape.of(shape), DataBuffers.of(state.get(name)));
        }

        @Override
        public Operand<TFloat32> convolve(String name, Operand<TFloat32> x, Kernel kernel) {
            Operand<TFloat32> weights =
                    constant(name + "/weights", kernel.side(), kernel.side(), kernel.in(), kernel.out());
            Operand<TFloat32> y =
                    tf.nn.conv2d(x, weights, List.of(1L, (long) kernel.stride(), (long) kernel.stride(), 1L), "SAME");
            return tf.nn.relu(tf.nn.fusedBatchNorm(
                            y,
                            constant(name + "/scale", kernel.out()),
                            constant(name + "/bias", kernel.out()),
                            constant(name + "/mean", kernel.out()),
                            constant(name + "/variance", kernel.out()),
                            FusedBatchNorm.epsilon(TrainableLayers.EPSILON),
                            FusedBatchNorm.isTraining(false))
                    .y());
        }

        @Override
        public Operand<TFloat32> project(String name, Operand<TFloat32> x, int in, int out) {
            return tf.nn.biasAdd(
                    tf.linalg.matMul(x, constant(name + "/weights", in, out)), constant(name + "/bias", out));
        }
    }
}
