package org.hashscape.feature.backbone;

import java.util.Arrays;
import java.util.Optional;
import org.hashscape.model.Raster;

/**
 * Brings a tile to the square that a network takes. A side that shrinks is averaged over the area each new pixel
 * covers, with exact weights at the borders, so that nothing aliases; a side that grows is interpolated linearly
 * between pixel centres. Two passes, rows then columns, rounded once to 8 bits.
 */
public final class SquareInput {

    private SquareInput() {}

    public static Raster of(Raster raster, int size) {
        if (raster.width() == size && raster.height() == size) {
            return raster;
        }
        Taps across = Taps.of(raster.width(), size);
        Taps down = raster.height() == raster.width() ? across : Taps.of(raster.height(), size);
        Optional<FewTaps> few = across.few(raster.width());
        int deepest = down.deepest();
        float[] narrow = new float[deepest * 3 * size]; // the last rows, each in its place modulo their number
        byte[] rgb = new byte[3 * size * size];
        float[] row = new float[3 * size];
        int done = 0;
        for (int y = 0; y < size; y++) {
            for (; done < down.end(y); done++) {
                int from = 3 * done * raster.width();
                int to = done % deepest * row.length;
                if (few.isPresent()) {
                    few.get().sumRow(raster.rgb(), from, narrow, to);
                } else {
                    across.sumRow(raster.rgb(), from, narrow, to);
                }
            }
            down.sumRows(narrow, deepest, y, row);
            for (int i = 0, at = y * row.length; i < row.length; i++, at++) {
                rgb[at] = (byte) Math.min(255, (int) (row[i] + 0.5f)); // a mean of bytes is never negative
            }
        }
        return new Raster(size, size, rgb);
    }

    /** Exactly three old positions for each new one. Positions of weight 0 fill it up; they change no bit of a sum. */
    private record FewTaps(int[] first, float[] weights) {

        static final int EACH = 3;

        void sumRow(byte[] rgb, int row, float[] sums, int start) {
            for (int x = 0, at = start; x < first.length; x++, at += 3) {
                float one = weights[EACH * x];
                float two = weights[EACH * x + 1];
                float three = weights[EACH * x + 2];
                int from = row + 3 * first[x];
                sums[at] = one * (rgb[from] & 0xff) + two * (rgb[from + 3] & 0xff) + three * (rgb[from + 6] & 0xff);
                sums[at + 1] =
                        one * (rgb[from + 1] & 0xff) + two * (rgb[from + 4] & 0xff) + three * (rgb[from + 7] & 0xff);
                sums[at + 2] =
                        one * (rgb[from + 2] & 0xff) + two * (rgb[from + 5] & 0xff) + three * (rgb[from + 8] & 0xff);
            }
        }
    }

    /** Which old positions, with which weights, make each new one; the weights of one position sum to 1. */
    private record Taps(int[] first, float[][] weights) {

        static Taps of(int oldSide, int newSide) {
            int[] first = new int[newSide];
            float[][] weights = new float[newSide][];
            for (int i = 0; i < newSide; i++) {
                if (newSide <= oldSide) {
                    area(i, oldSide, newSide, first, weights);
                } else {
                    linear(i, oldSide, newSide, first, weights);
                }
            }
            return new Taps(first, weights);
        }

        /** The same sums in a faster form, where none has more positions than that takes. */
        Optional<FewTaps> few(int oldSide) {
            if (oldSide < FewTaps.EACH || Arrays.stream(weights).anyMatch(each -> each.length > FewTaps.EACH)) {
                return Optional.empty();
            }
            int[] from = new int[first.length];
            float[] all = new float[FewTaps.EACH * first.length];
            for (int i = 0; i < from.length; i++) {
                from[i] = Math.min(first[i], oldSide - FewTaps.EACH);
                int shift = first[i] - from[i];
                System.arraycopy(weights[i], 0, all, FewTaps.EACH * i + shift, weights[i].length);
            }
            return Optional.of(new FewTaps(from, all));
        }

        private static void area(int i, int oldSide, int newSide, int[] first, float[][] weights) {
            double scale = (double) oldSide / newSide;
            double from = i * scale;
            double to = Math.min(oldSide, (i + 1) * scale);
            first[i] = (int) from;
            int end = Math.min(oldSide, (int) Math.ceil(to - 1e-9));
            weights[i] = new float[Math.max(1, end - first[i])];
            for (int k = 0; k < weights[i].length; k++) {
                double covered = Math.min(to, first[i] + k + 1) - Math.max(from, first[i] + k);
                weights[i][k] = (float) (covered / (to - from));
            }
        }

        private static void linear(int i, int oldSide, int newSide, int[] first, float[][] weights) {
            double centre = (i + 0.5) * oldSide / newSide - 0.5;
            double inside = Math.max(0, Math.min(oldSide - 1, centre));
            first[i] = Math.min(Math.max(0, oldSide - 2), (int) inside);
            float part = (float) (inside - first[i]);
            weights[i] = oldSide == 1 ? new float[] {1} : new float[] {1 - part, part};
        }

        /** One row of pixels, made as long as there are taps. */
        void sumRow(byte[] rgb, int row, float[] sums, int start) {
            for (int x = 0, at = start; x < first.length; x++, at += 3) {
                float[] parts = weights[x];
                float red = 0;
                float green = 0;
                float blue = 0;
                for (int k = 0, from = row + 3 * first[x]; k < parts.length; k++, from += 3) {
                    float weight = parts[k];
                    red += weight * (rgb[from] & 0xff);
                    green += weight * (rgb[from + 1] & 0xff);
                    blue += weight * (rgb[from + 2] & 0xff);
                }
                sums[at] = red;
                sums[at + 1] = green;
                sums[at + 2] = blue;
            }
        }

        /** Old positions under the new one that has most. */
        int deepest() {
            return Arrays.stream(weights).mapToInt(each -> each.length).max().orElse(1);
        }

        /** The old position after the last one of a new one. */
        int end(int i) {
            return first[i] + weights[i].length;
        }

        /** @param kept rows that {@code narrow} holds, each in its place modulo their number */
        void sumRows(float[] narrow, int kept, int y, float[] row) {
            Arrays.fill(row, 0);
            for (int k = 0; k < weights[y].length; k++) {
                float weight = weights[y][k];
                int from = (first[y] + k) % kept * row.length;
                for (int i = 0; i < row.length; i++) {
                    row[i] += weight * narrow[from + i];
                }
            }
        }
    }
}
