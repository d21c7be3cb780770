package org.hashscape.feature.backbone.training;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Makes a network's layers in a graph: with variables where it is trained, with constants where it is finished. The
 * network asks for its layers in one fixed order and under the same names both times.
 */
interface Layers {

    Ops tf();

    /**
     * A convolution over [N, h, w, in] without padding loss ("SAME"), normalised by batch, then rectified.
     *
     * @param name unique within the network
     */
    Operand<TFloat32> convolve(String name, Operand<TFloat32> x, Kernel kernel);

    /** A linear layer on [N, in]. */
    Operand<TFloat32> project(String name, Operand<TFloat32> x, int in, int out);

    /**
     * A convolution's shape.
     *
     * @param side 1 or 3
     * @param stride 1 or 2
     */
    record Kernel(int side, int stride, int in, int out) {

        long weights() {
            return (long) side * side * in * out;
        }
    }
}
