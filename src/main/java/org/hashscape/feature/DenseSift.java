package org.hashscape.feature;

import boofcv.abst.filter.derivative.ImageGradient;
import boofcv.alg.feature.dense.DescribeDenseSiftAlg;
import boofcv.factory.filter.derivative.FactoryDerivative;
import boofcv.struct.feature.TupleDesc_F64;
import boofcv.struct.image.GrayF32;

final class DenseSift {

    static final int LENGTH = 128;
    static final int PATCH = 16;

    /**
     * @param values LENGTH floats per patch
     * @param contrast root mean square gradient of each patch
     */
    record Patches(int count, float[] values, float[] contrast) {}

    private DenseSift() {}

    static Patches describe(GrayF32 plane, double step) {
        ImageGradient<GrayF32, GrayF32> gradient = FactoryDerivative.three(GrayF32.class, GrayF32.class);
        GrayF32 dx = new GrayF32(plane.width, plane.height);
        GrayF32 dy = new GrayF32(plane.width, plane.height);
        gradient.process(plane, dx, dy);
        DescribeDenseSiftAlg<GrayF32> sift = new DescribeDenseSiftAlg<>(4, 4, 8, 0.5, 0.2, step, step, GrayF32.class);
        sift.setImageGradient(dx, dy);
        double[] energy = integralEnergy(dx, dy);
        int columns = Math.max(1, (int) ((plane.width - PATCH) / step) + 1);
        int rows = Math.max(1, (int) ((plane.height - PATCH) / step) + 1);
        float[] values = new float[rows * columns * LENGTH];
        float[] contrast = new float[rows * columns];
        TupleDesc_F64 patch = new TupleDesc_F64(LENGTH);
        int n = 0;
        for (int row = 0; row < rows; row++) {
            int y = centre(row, rows, plane.height);
            for (int column = 0; column < columns; column++, n++) {
                int x = centre(column, columns, plane.width);
                contrast[n] = contrast(energy, plane.width, x, y);
                if (contrast[n] > 0) {
                    sift.computeDescriptor(x, y, patch);
                    for (int i = 0; i < LENGTH; i++) {
                        values[n * LENGTH + i] = (float) Math.sqrt(patch.data[i]);
                    }
                }
            }
        }
        return new Patches(n, values, contrast);
    }

    private static int centre(int index, int count, int side) {
        return PATCH / 2 + (count == 1 ? (side - PATCH) / 2 : (int) ((long) (side - PATCH) * index / (count - 1)));
    }

    private static float contrast(double[] energy, int width, int x, int y) {
        int stride = width + 1;
        int half = PATCH / 2;
        double sum = energy[(y + half) * stride + x + half]
                - energy[(y - half) * stride + x + half]
                - energy[(y + half) * stride + x - half]
                + energy[(y - half) * stride + x - half];
        return (float) Math.sqrt(Math.max(0, sum) / (PATCH * PATCH));
    }

    private static double[] integralEnergy(GrayF32 dx, GrayF32 dy) {
        int stride = dx.width + 1;
        double[] sum = new double[stride * (dx.height + 1)];
        for (int y = 0; y < dx.height; y++) {
            double row = 0;
            for (int x = 0; x < dx.width; x++) {
                float gx = dx.data[y * dx.width + x];
                float gy = dy.data[y * dx.width + x];
                row += gx * gx + gy * gy;
                sum[(y + 1) * stride + x + 1] = sum[y * stride + x + 1] + row;
            }
        }
        return sum;
    }
}
