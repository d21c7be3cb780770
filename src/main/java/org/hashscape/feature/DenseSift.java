package org.hashscape.feature;

import boofcv.abst.filter.derivative.ImageGradient;
import boofcv.factory.filter.derivative.FactoryDerivative;
import boofcv.struct.image.GrayF32;
import java.util.Arrays;

/**
 * SIFT descriptors on a regular grid of one plane, {@value #PATCH} pixels wide, all upright.
 *
 * <p>Lowe, "Distinctive image features from scale-invariant keypoints", IJCV 60 (2004), section 6. A patch has 4 x 4
 * cells of 8 orientation bins. A pixel at (x, y) of the patch with gradient magnitude m and direction theta adds
 * {@code m g(x) g(y) t(x/4 - i) t(y/4 - j) t(theta/45deg - b)} to bin b of cell (i, j), with the triangle {@code t(u) =
 * max(0, 1-|u|)} and a Gaussian g of half the patch width. The whole is brought to unit length, clipped at 0.2, and
 * brought to unit sum; its square roots are the descriptor, of unit length again (RootSIFT: Arandjelovic and Zisserman,
 * CVPR 2012), so that Euclidean distance compares histograms fairly.
 *
 * <p>This is BoofCV's dense SIFT on BoofCV's gradient. Where BoofCV visits all 256 pixels of every patch, the sum is
 * separated here: first along y for a whole row of patches, then along x, about seven times as fast; the tests hold one
 * against the other. One difference is chosen: BoofCV's cells sit a cell's half towards the upper left ({@link
 * #BOOFCV_CELLS}); here they are centred, so that a mirrored patch has the mirrored descriptor.
 *
 * <p>Values are {@code values[((patch * 4 + cellRow) * 4 + cellColumn) * 8 + bin]}; bin 0 points right, bin 2 down.
 */
final class DenseSift {

    static final int CELLS = 4;
    static final int BINS = 8;
    static final int LENGTH = CELLS * CELLS * BINS;
    static final int CELL = 4;
    static final int PATCH = CELLS * CELL;

    /** Position of the first cell's centre in the patch, in pixels, so that cells lie evenly about the middle. */
    static final float CENTRED_CELLS = (CELL - 1) / 2f;

    /** The same in BoofCV. */
    static final float BOOFCV_CELLS = 0;

    private static final float CLIP = 0.2f;

    private final int width;
    private final int height;
    private final float[] oriented;
    private final float[][] kernel;
    private final float kernelSum;

    /**
     * Descriptors of a grid, row by row.
     *
     * @param values {@link #LENGTH} floats per patch; zeros where there is no gradient at all
     * @param contrast of each patch: weighted mean of its gradient magnitudes, grey levels per pixel
     */
    record Patches(int count, float[] values, float[] contrast) {}

    private DenseSift(FloatPlane plane, float firstCell) {
        width = plane.width();
        height = plane.height();
        kernel = cellKernels(firstCell);
        float sum = 0;
        for (float[] cell : kernel) {
            for (float weight : cell) {
                sum += weight;
            }
        }
        kernelSum = sum;
        oriented = oriented(plane);
    }

    /**
     * All patches of a plane whose sides are at least {@link #PATCH}.
     *
     * @param step wanted pixels between neighbouring patches; the grid is stretched to reach both edges
     * @param firstCell {@link #CENTRED_CELLS} or {@link #BOOFCV_CELLS}
     */
    static Patches describe(FloatPlane plane, double step, float firstCell) {
        return new DenseSift(plane, firstCell).describe(corners(plane.width(), step), corners(plane.height(), step));
    }

    /** First pixels of the patches along one side. */
    static int[] corners(int side, double step) {
        int room = side - PATCH;
        int count = (int) (room / step) + 1;
        int[] corners = new int[count];
        for (int i = 0; i < count; i++) {
            corners[i] = count == 1 ? room / 2 : (int) ((2L * room * i + count - 1) / (2L * (count - 1)));
        }
        return corners;
    }

    private Patches describe(int[] left, int[] top) {
        float[] values = new float[left.length * top.length * LENGTH];
        float[] contrast = new float[left.length * top.length];
        float[][] rows = new float[CELLS][width * BINS];
        int patch = 0;
        for (int y : top) {
            sumAlongY(y, rows);
            for (int x : left) {
                sumAlongX(rows, x, values, patch * LENGTH);
                contrast[patch] = normalise(values, patch * LENGTH) / (kernelSum * kernelSum);
                patch++;
            }
        }
        return new Patches(patch, values, contrast);
    }

    /** For each row of cells: the weighted sum over its pixel rows, for every column and bin of the plane. */
    private void sumAlongY(int top, float[][] rows) {
        for (int cell = 0; cell < CELLS; cell++) {
            float[] row = rows[cell];
            Arrays.fill(row, 0);
            for (int tap = 0; tap < PATCH; tap++) {
                float weight = kernel[cell][tap];
                if (weight > 0) {
                    addScaled(weight, (top + tap) * row.length, row);
                }
            }
        }
    }

    private void addScaled(float weight, int from, float[] row) {
        float[] source = oriented;
        for (int i = 0; i < row.length; i++) {
            row[i] += weight * source[from + i];
        }
    }

    private void sumAlongX(float[][] rows, int left, float[] values, int at) {
        for (int cellRow = 0; cellRow < CELLS; cellRow++) {
            float[] row = rows[cellRow];
            for (int cell = 0; cell < CELLS; cell++) {
                int to = at + (cellRow * CELLS + cell) * BINS;
                for (int tap = 0; tap < PATCH; tap++) {
                    float weight = kernel[cell][tap];
                    if (weight > 0) {
                        int from = (left + tap) * BINS;
                        for (int bin = 0; bin < BINS; bin++) {
                            values[to + bin] += weight * row[from + bin];
                        }
                    }
                }
            }
        }
    }

    /** Unit length, clip, unit sum, square roots. Returns the sum before. */
    private static float normalise(float[] values, int at) {
        float sum = 0;
        float squares = 0;
        for (int i = at; i < at + LENGTH; i++) {
            sum += values[i];
            squares += values[i] * values[i];
        }
        if (sum > 0 && squares > 0) {
            float most = CLIP * (float) Math.sqrt(squares);
            float clipped = 0;
            for (int i = at; i < at + LENGTH; i++) {
                values[i] = Math.min(values[i], most);
                clipped += values[i];
            }
            for (int i = at; i < at + LENGTH; i++) {
                values[i] = (float) Math.sqrt(values[i] / clipped);
            }
        } else {
            Arrays.fill(values, at, at + LENGTH, 0);
        }
        return sum;
    }

    private static float[][] cellKernels(float firstCell) {
        double deviation = PATCH / 2.0;
        double middle = (PATCH - 1) / 2.0;
        float[][] kernels = new float[CELLS][PATCH];
        for (int cell = 0; cell < CELLS; cell++) {
            for (int tap = 0; tap < PATCH; tap++) {
                double fromCell = Math.abs(tap - firstCell - cell * CELL) / CELL;
                double fromMiddle = (tap - middle) / deviation;
                kernels[cell][tap] =
                        (float) (StrictMath.exp(-0.5 * fromMiddle * fromMiddle) * Math.max(0, 1 - fromCell));
            }
        }
        return kernels;
    }

    /** Gradient magnitudes shared linearly between the two nearest directions: {@code [(y * width + x) * 8 + bin]}. */
    private static float[] oriented(FloatPlane plane) {
        GrayF32 grey = new GrayF32(plane.width(), plane.height());
        grey.data = plane.values();
        GrayF32 dx = new GrayF32(plane.width(), plane.height());
        GrayF32 dy = new GrayF32(plane.width(), plane.height());
        ImageGradient<GrayF32, GrayF32> gradient = FactoryDerivative.three(GrayF32.class, GrayF32.class);
        gradient.process(grey, dx, dy);
        float[] oriented = new float[plane.values().length * BINS];
        for (int i = 0; i < plane.values().length; i++) {
            float x = dx.data[i];
            float y = dy.data[i];
            float squared = x * x + y * y;
            if (squared > 0) {
                addOriented(x, y, (float) Math.sqrt(squared), oriented, i * BINS);
            }
        }
        return oriented;
    }

    /** Folds the direction into 0..45 degrees, where it lies between an axis bin and a diagonal bin. */
    private static void addOriented(float x, float y, float magnitude, float[] oriented, int at) {
        float along = Math.abs(x);
        float across = Math.abs(y);
        int axis = x >= 0 ? 0 : 4;
        if (across > along) {
            float swap = along;
            along = across;
            across = swap;
            axis = y >= 0 ? 2 : 6;
        }
        int diagonal = x >= 0 ? (y >= 0 ? 1 : 7) : (y >= 0 ? 3 : 5);
        float part = Math.min(1, arctangent(across / along) * (float) (4 / Math.PI));
        oriented[at + axis] += magnitude * (1 - part);
        oriented[at + diagonal] += magnitude * part;
    }

    /** For 0..1, within 1e-5 (Abramowitz and Stegun, 4.4.49). */
    private static float arctangent(float t) {
        float s = t * t;
        return t * (0.9998660f + s * (-0.3302995f + s * (0.1801410f + s * (-0.0851330f + s * 0.0208351f))));
    }
}
