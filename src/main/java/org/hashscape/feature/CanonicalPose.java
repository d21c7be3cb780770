package org.hashscape.feature;

/**
 * Turns and mirrors SIFT descriptors in place, so that patches that differ by quarter turns and reflections only have
 * one descriptor: a tile seen from above has no "up".
 *
 * <p>The mean gradient of the patch (sum of bins as vectors) is folded into 0..45 degrees by mirroring left-right,
 * mirroring top-bottom and transposing, each where needed; the cells and bins go along. These eight poses only move
 * numbers, so nothing is interpolated and nothing computed twice.
 */
final class CanonicalPose {

    /** By pose (bit 0 left-right, bit 1 top-bottom, bit 2 transpose, in this order): new position -> old position. */
    private static final int[][] FROM = poses();

    private static final float DIAGONAL = (float) Math.sqrt(0.5);

    private CanonicalPose() {}

    /** @param values as {@link DenseSift} makes them, {@code count} patches */
    static void apply(float[] values, int count) {
        float[] old = new float[DenseSift.LENGTH];
        for (int patch = 0; patch < count; patch++) {
            int at = patch * DenseSift.LENGTH;
            int pose = pose(values, at);
            if (pose != 0) {
                System.arraycopy(values, at, old, 0, old.length);
                int[] from = FROM[pose];
                for (int i = 0; i < old.length; i++) {
                    values[at + i] = old[from[i]];
                }
            }
        }
    }

    private static int pose(float[] values, int at) {
        float[] bins = new float[DenseSift.BINS];
        for (int i = 0; i < DenseSift.LENGTH; i++) {
            float root = values[at + i];
            bins[i % DenseSift.BINS] += root * root;
        }
        float right = bins[0] - bins[4] + DIAGONAL * ((bins[1] - bins[5]) + (bins[7] - bins[3]));
        float down = bins[2] - bins[6] + DIAGONAL * ((bins[1] - bins[5]) + (bins[3] - bins[7]));
        return (right < 0 ? 1 : 0) | (down < 0 ? 2 : 0) | (Math.abs(down) > Math.abs(right) ? 4 : 0);
    }

    private static int[][] poses() {
        int[][] poses = new int[8][DenseSift.LENGTH];
        int last = DenseSift.CELLS - 1;
        for (int pose = 0; pose < 8; pose++) {
            for (int position = 0; position < DenseSift.LENGTH; position++) {
                int bin = position % DenseSift.BINS;
                int column = position / DenseSift.BINS % DenseSift.CELLS;
                int row = position / DenseSift.BINS / DenseSift.CELLS;
                if ((pose & 4) != 0) {
                    int swap = row;
                    row = column;
                    column = swap;
                    bin = 2 - bin & 7;
                }
                if ((pose & 2) != 0) {
                    row = last - row;
                    bin = -bin & 7;
                }
                if ((pose & 1) != 0) {
                    column = last - column;
                    bin = 4 - bin & 7;
                }
                poses[pose][position] = (row * DenseSift.CELLS + column) * DenseSift.BINS + bin;
            }
        }
        return poses;
    }
}
