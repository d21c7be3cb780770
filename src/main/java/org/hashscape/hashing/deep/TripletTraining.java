package org.hashscape.hashing.deep;

import java.util.List;
import java.util.Random;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.hashing.algebra.Draws;
import org.hashscape.model.Progress;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/** One training by triplets: see {@link MhclnTrainer} for the loss. */
final class TripletTraining {

    private static final int TRIPLETS = 30;
    private static final int HIDDEN_1 = 1024;
    private static final int HIDDEN_2 = 512;
    private static final double MARGIN = 0.2;
    private static final double PUSH = 0.001;
    private static final double BALANCE = 1;
    private static final float RATE = 1e-4f;
    private static final LayerGraph.Adam ADAM = new LayerGraph.Adam(0.5f, 0.9f, 0);

    private final TrainingSet set;
    private final int bits;
    private final int steps;
    private final Random random;
    private final LabelledRows labelled;
    private final List<int[]> classes;
    private final InputScale scale;
    private final int dimension;

    TripletTraining(TrainingSet set, int bits, long seed, int steps) {
        this.set = set;
        this.bits = bits;
        this.steps = steps;
        this.random = Draws.of(seed);
        this.labelled = new LabelledRows(set);
        this.classes = labelled.pairable();
        this.scale = InputScale.unitPower(set.descriptors());
        this.dimension = set.descriptors().dimension();
    }

    HashFunction run(Progress progress) {
        TrainingDiary diary = new TrainingDiary("deep hashing as published, " + bits + " bits", progress);
        try (Loss loss = new Loss()) {
            for (int step = 1; step <= steps; step++) {
                progress.checkCancelled();
                diary.note(step, steps, loss.step(draw()));
            }
            return new HashLayers(MhclnTrainer.METHOD, scale, loss.graph.layers());
        }
    }

    /** Anchors, then positives, then negatives. */
    private int[] draw() {
        int[] rows = new int[3 * TRIPLETS];
        int positiveClass = random.nextInt(classes.size());
        int negativeClass = (positiveClass + 1 + random.nextInt(classes.size() - 1)) % classes.size();
        int[] positives = classes.get(positiveClass);
        int[] negatives = classes.get(negativeClass);
        for (int i = 0; i < TRIPLETS; i++) {
            int anchor = random.nextInt(positives.length);
            int other = (anchor + 1 + random.nextInt(positives.length - 1)) % positives.length;
            rows[i] = positives[anchor];
            rows[TRIPLETS + i] = positives[other];
            rows[2 * TRIPLETS + i] = unlike(rows[i], negatives);
        }
        return rows;
    }

    /** A random row that shares no label with the anchor; after many misses, one that shares some. */
    private int unlike(int anchor, int[] rows) {
        int row = rows[random.nextInt(rows.length)];
        for (int miss = 0; miss < 100 && labelled.share(anchor, row); miss++) {
            row = rows[random.nextInt(rows.length)];
        }
        return row;
    }

    /** The graph of the loss and the array that feeds it. */
    private final class Loss implements AutoCloseable {

        private final LayerGraph graph = new LayerGraph(new int[] {dimension, HIDDEN_1, HIDDEN_2, bits}, random);
        private final int n = 3 * TRIPLETS;
        private final Placeholder<TFloat32> images = graph.input(n, dimension);
        private final Operand<TFloat32> loss;
        private final float[] rows = new float[n * dimension];

        Loss() {
            Ops tf = graph.tf;
            Operand<TFloat32> f = tf.math.sigmoid(graph.forward(images, hidden -> hidden));
            Operand<TFloat32> squares = tf.reduceSum(tf.math.square(f), tf.constant(1), ReduceSum.keepDims(true));
            Operand<TFloat32> g = tf.math.mul(f, tf.math.rsqrt(tf.math.add(squares, graph.number(1e-12))));
            Operand<TFloat32> near = distance(part(g, 0), part(g, 1));
            Operand<TFloat32> far = distance(part(g, 0), part(g, 2));
            Operand<TFloat32> triplets = mean(tf.nn.relu(tf.math.add(tf.math.sub(near, far), graph.number(MARGIN))), 0);
            Operand<TFloat32> centred = tf.math.sub(f, graph.number(0.5));
            Operand<TFloat32> extent = mean(tf.reduceSum(tf.math.square(centred), tf.constant(1)), 0);
            Operand<TFloat32> uneven = mean(tf.math.square(mean(centred, 1)), 0);
            loss = tf.math.add(
                    tf.math.sub(triplets, tf.math.mul(graph.number(PUSH / bits), extent)),
                    tf.math.mul(graph.number(BALANCE), uneven));
            graph.minimise(loss, ADAM);
        }

        private Operand<TFloat32> part(Operand<TFloat32> matrix, int number) {
            Ops tf = graph.tf;
            return tf.slice(
                    matrix, tf.constant(new int[] {number * TRIPLETS, 0}), tf.constant(new int[] {TRIPLETS, bits}));
        }

        private Operand<TFloat32> distance(Operand<TFloat32> a, Operand<TFloat32> b) {
            return graph.tf.reduceSum(graph.tf.math.squaredDifference(a, b), graph.tf.constant(1));
        }

        private Operand<TFloat32> mean(Operand<TFloat32> values, int axis) {
            return graph.tf.math.mean(values, graph.tf.constant(axis));
        }

        float step(int[] batch) {
            for (int i = 0; i < n; i++) {
                scale.applyTo(set.descriptors(), batch[i], rows, i * dimension);
            }
            try (TFloat32 x = TFloat32.tensorOf(Shape.of(n, dimension), DataBuffers.of(rows));
                    TFloat32 r = TFloat32.scalarOf(RATE);
                    Result result = graph.step(
                            graph.runner().feed(images, x).feed(graph.rate, r).fetch(loss))) {
                return ((TFloat32) result.get(0)).getFloat();
            }
        }

        @Override
        public void close() {
            graph.close();
        }
    }
}
