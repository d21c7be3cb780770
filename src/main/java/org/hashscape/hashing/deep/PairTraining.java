package org.hashscape.hashing.deep;

import java.util.Random;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.TileViews;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.hashing.algebra.Draws;
import org.hashscape.hashing.algebra.Threshold;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.Progress;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** One training by pairs: see {@link DeepTrainer} for the loss. */
final class PairTraining {

    private static final int HIDDEN = 512;
    private static final double SLOPE = 8;
    private static final double MIDDLE = 0.35;
    private static final double QUANTISATION = 0.1;
    private static final double BALANCE = 0.1;
    private static final double INPUT_DROPOUT = 0.2;
    private static final double HIDDEN_DROPOUT = 0.5;
    private static final double RATE = 1e-3;
    private static final int VALIDATED_EVERY = 100;
    private static final LayerGraph.Adam ADAM = new LayerGraph.Adam(0.9f, 0.999f, 1e-2f);

    private final String method;
    private final TrainingSet set;
    private final int bits;
    private final int steps;
    private final Random random;
    private final int dropoutSeed;
    private final Validation validation;
    private final PairBatches batches;
    private final InputScale scale;
    private final int dimension;

    /** @param stopsEarly whether rows are held out for {@link Validation}, and the training ends where it stands still */
    PairTraining(String method, TrainingSet set, int bits, long seed, int steps, boolean stopsEarly) {
        this.method = method;
        this.set = set;
        this.bits = bits;
        this.steps = steps;
        this.random = Draws.of(seed);
        this.dropoutSeed = random.nextInt();
        LabelledRows labelled = new LabelledRows(set);
        this.validation = stopsEarly ? Validation.of(labelled, random) : Validation.none(labelled);
        this.batches = new PairBatches(labelled, validation.heldOut(), random);
        this.scale = InputScale.standardised(set.descriptors());
        this.dimension = set.descriptors().dimension();
    }

    HashFunction run(Progress progress) {
        TrainingDiary diary = new TrainingDiary("deep hashing, " + bits + " bits", progress);
        Schedule schedule = new Schedule(steps);
        try (Loss loss = new Loss()) {
            for (int step = 1; step <= schedule.last(); step++) {
                progress.checkCancelled();
                float value = loss.step(batches.draw(), step, schedule.done(step));
                if (!validation.isEmpty() && step % VALIDATED_EVERY == 0) {
                    double precision = validation.averagePrecision(loss.codes(validation.rows()));
                    schedule.validated(step, precision);
                    diary.validated(step, precision);
                }
                diary.note(step, schedule.last(), value);
            }
            return new HashLayers(method, scale, loss.graph.layers());
        }
    }

    /** The graph of the loss and the arrays that feed it. */
    private final class Loss implements AutoCloseable {

        private final LayerGraph graph = new LayerGraph(new int[] {dimension, HIDDEN, bits}, random);
        private final int n = batches.size();
        private final Placeholder<TFloat32> images = graph.input(n, dimension);
        private final Placeholder<TFloat32> like = graph.input(n, n);
        private final Placeholder<TFloat32> unlike = graph.input(n, n);
        private final Placeholder<TFloat32> quantisation = graph.input();
        private final Placeholder<TInt32> dropout = graph.tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(2)));
        private final Operand<TFloat32> outputs;
        private final Operand<TFloat32> loss;
        private final float[] rows = new float[n * dimension];
        private final float[] view = new float[dimension];
        private final float[] likes = new float[n * n];
        private final float[] unlikes = new float[n * n];

        Loss() {
            Ops tf = graph.tf;
            Operand<TFloat32> dropped = drop(images, dimension, INPUT_DROPOUT, 0);
            Operand<TFloat32> u =
                    tf.math.tanh(graph.forward(dropped, hidden -> drop(hidden, HIDDEN, HIDDEN_DROPOUT, 1)));
            Operand<TFloat32> dots = tf.linalg.matMul(u, u, MatMul.transposeB(true));
            Operand<TFloat32> z =
                    tf.math.sub(tf.math.mul(dots, graph.number(SLOPE / bits)), graph.number(SLOPE * MIDDLE));
            Operand<TFloat32> pairs = tf.math.add(
                    sum(tf.math.mul(like, tf.math.softplus(tf.math.neg(z)))),
                    sum(tf.math.mul(unlike, tf.math.softplus(z))));
            Operand<TFloat32> distance = tf.math.square(tf.math.sub(tf.math.abs(u), graph.number(1)));
            Operand<TFloat32> uneven = tf.math.square(tf.math.mean(u, tf.constant(0)));
            loss = tf.math.add(
                    tf.math.mul(graph.number(0.5), pairs),
                    tf.math.add(
                            tf.math.mul(quantisation, tf.math.mean(distance, tf.constant(new int[] {0, 1}))),
                            tf.math.mul(graph.number(BALANCE), tf.math.mean(uneven, tf.constant(0)))));
            graph.minimise(loss, ADAM);
            outputs = graph.forward(images, hidden -> hidden);
        }

        /** The codes that the layers as they are now give to rows, a batch at a time. */
        BinaryCode[] codes(int[] wanted) {
            BinaryCode[] codes = new BinaryCode[wanted.length];
            float[] values = new float[n * bits];
            for (int from = 0; from < wanted.length; from += n) {
                for (int i = 0; i < n; i++) {
                    scale.applyTo(
                            set.descriptors(), wanted[Math.min(from + i, wanted.length - 1)], rows, i * dimension);
                }
                try (TFloat32 x = TFloat32.tensorOf(Shape.of(n, dimension), DataBuffers.of(rows));
                        Result result =
                                graph.runner().feed(images, x).fetch(outputs).run()) {
                    ((TFloat32) result.get(0)).copyTo(DataBuffers.of(values));
                }
                for (int i = from; i < Math.min(from + n, wanted.length); i++) {
                    double[] one = new double[bits];
                    for (int bit = 0; bit < bits; bit++) {
                        one[bit] = values[(i - from) * bits + bit];
                    }
                    codes[i] = Threshold.ABOVE_ZERO.code(one);
                }
            }
            return codes;
        }

        private Operand<TFloat32> sum(Operand<TFloat32> matrix) {
            return graph.tf.reduceSum(matrix, graph.tf.constant(new int[] {0, 1}));
        }

        /** Zeroes a share of the values, each step others, and enlarges the rest so that sums stay alike. */
        private Operand<TFloat32> drop(Operand<TFloat32> values, int width, double share, int layer) {
            Ops tf = graph.tf;
            Operand<TInt32> seed = tf.math.add(dropout, tf.constant(new int[] {layer, 0}));
            Operand<TFloat32> drawn = tf.random.statelessRandomUniform(tf.constant(new int[] {n, width}), seed);
            Operand<TFloat32> kept = tf.dtypes.cast(tf.math.greaterEqual(drawn, graph.number(share)), TFloat32.class);
            return tf.math.mul(values, tf.math.mul(kept, graph.number(1 / (1 - share))));
        }

        float step(int[] batch, int step, double done) {
            for (int i = 0; i < n; i++) {
                fill(batch[i], i * dimension);
            }
            batches.weigh(batch, likes, unlikes);
            double rate = RATE * 0.5 * (1 + Math.cos(Math.PI * done));
            try (TFloat32 x = TFloat32.tensorOf(Shape.of(n, dimension), DataBuffers.of(rows));
                    TFloat32 s = TFloat32.tensorOf(Shape.of(n, n), DataBuffers.of(likes));
                    TFloat32 t = TFloat32.tensorOf(Shape.of(n, n), DataBuffers.of(unlikes));
                    TFloat32 q = TFloat32.scalarOf((float) (QUANTISATION * done));
                    TFloat32 r = TFloat32.scalarOf((float) rate);
                    TInt32 d = TInt32.vectorOf(dropoutSeed, step);
                    Result result = graph.step(graph.runner()
                            .feed(images, x)
                            .feed(like, s)
                            .feed(unlike, t)
                            .feed(quantisation, q)
                            .feed(graph.rate, r)
                            .feed(dropout, d)
                            .fetch(loss))) {
                return ((TFloat32) result.get(0)).getFloat();
            }
        }

        /** Writes one scaled tile, as it lies in one of its orientations where these are known. */
        private void fill(int row, int at) {
            if (set.views().isEmpty()) {
                scale.applyTo(set.descriptors(), row, rows, at);
                return;
            }
            TileViews views = set.views().get();
            views.copy(row, random.nextInt(views.count()), view);
            scale.applyTo(view, rows, at);
        }

        @Override
        public void close() {
            graph.close();
        }
    }
}
