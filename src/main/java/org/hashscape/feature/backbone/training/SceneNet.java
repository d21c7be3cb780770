package org.hashscape.feature.backbone.training;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Slice;
import org.tensorflow.types.TFloat32;

/**
 * A compact network after Inception (Szegedy et al. 2015, fig. 2b; the 5x5 branch as two 3x3 as in Szegedy et al. 2016,
 * section 3.1): two strided convolutions, then blocks of parallel branches at a quarter, an eighth, a sixteenth and a
 * thirty-second of the input's side, with maximum pooling between, the mean over the last map and one linear layer.
 *
 * <p>The first 1x1 convolution of all three branches is one convolution whose output is cut in three: the same numbers,
 * read once. There is no pooling branch; it costs a fifth of the time and adds next to nothing at this size.
 *
 * @param size pixels of the square input, a multiple of 16
 * @param width multiplies all channel counts; 1 gives 3.4 million weights
 * @param dimension features
 */
record SceneNet(int size, double width, int dimension) {

    private static final int SMALLEST_INPUT = 32;

    /** Branch widths at width 1: 1x1; 1x1 then 3x3; 1x1 then twice 3x3. A {@code null}-free marker row pools. */
    private record Block(String name, int one, int reduce3, int three, int reduce5, int five, boolean poolsFirst) {}

    private static final List<Block> BLOCKS = List.of(
            new Block("a1", 24, 24, 40, 12, 16, false),
            new Block("b1", 64, 48, 96, 16, 32, true),
            new Block("b2", 80, 64, 128, 24, 48, false),
            new Block("c1", 128, 96, 192, 32, 64, true),
            new Block("c2", 144, 112, 208, 32, 80, false),
            new Block("c3", 160, 112, 224, 40, 96, false),
            new Block("d1", 224, 144, 288, 48, 128, true),
            new Block("d2", 256, 160, 320, 48, 128, false));

    SceneNet {
        if (size < SMALLEST_INPUT || size % 16 != 0) {
            throw new IllegalArgumentException(
                    "The network's input is a multiple of 16 pixels wide, at least 32, not " + size);
        }
        if (!(width > 0 && width <= 2) || dimension < 1) {
            throw new IllegalArgumentException("A network of width " + width + " with " + dimension + " features");
        }
    }

    /** Features [N, dimension] of images [N, size, size, 3] in -1..1. */
    Operand<TFloat32> features(Layers layers, Operand<TFloat32> images) {
        Ops tf = layers.tf();
        Operand<TFloat32> x = layers.convolve("stem1", images, new Layers.Kernel(3, 2, 3, wide(24)));
        x = layers.convolve("stem2", x, new Layers.Kernel(3, 2, wide(24), wide(48)));
        int channels = wide(48);
        for (Block block : BLOCKS) {
            if (block.poolsFirst()) {
                x = pooled(tf, x);
            }
            x = block(layers, block, x, channels);
            channels = wide(block.one()) + wide(block.three()) + wide(block.five());
        }
        return layers.project("features", tf.math.mean(x, tf.constant(new int[] {1, 2})), channels, dimension);
    }

    private Operand<TFloat32> block(Layers layers, Block block, Operand<TFloat32> x, int in) {
        int one = wide(block.one());
        int reduce3 = wide(block.reduce3());
        int reduce5 = wide(block.reduce5());
        String name = block.name();
        Operand<TFloat32> first =
                layers.convolve(name + "/1x1", x, new Layers.Kernel(1, 1, in, one + reduce3 + reduce5));
        Ops tf = layers.tf();
        Operand<TFloat32> three = layers.convolve(
                name + "/3x3", cut(tf, first, one, reduce3), new Layers.Kernel(3, 1, reduce3, wide(block.three())));
        Operand<TFloat32> five = layers.convolve(
                name + "/5x5a",
                cut(tf, first, one + reduce3, reduce5),
                new Layers.Kernel(3, 1, reduce5, wide(block.five())));
        five = layers.convolve(name + "/5x5b", five, new Layers.Kernel(3, 1, wide(block.five()), wide(block.five())));
        List<Operand<TFloat32>> branches = new ArrayList<>(List.of(cut(tf, first, 0, one), three, five));
        return tf.concat(branches, tf.constant(3));
    }

    private static Operand<TFloat32> pooled(Ops tf, Operand<TFloat32> x) {
        return tf.nn.maxPool(x, tf.constant(new int[] {1, 2, 2, 1}), tf.constant(new int[] {1, 2, 2, 1}), "SAME");
    }

    /** Channels {@code from} to {@code from + count - 1}. */
    private static Slice<TFloat32> cut(Ops tf, Operand<TFloat32> x, int from, int count) {
        return tf.slice(x, tf.constant(new int[] {0, 0, 0, from}), tf.constant(new int[] {-1, -1, -1, count}));
    }

    /** A channel count at this width: a multiple of 4, at least 4. */
    private int wide(int channels) {
        return Math.max(4, 4 * (int) Math.round(channels * width / 4));
    }
}
