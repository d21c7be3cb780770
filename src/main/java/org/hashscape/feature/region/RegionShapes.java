package org.hashscape.feature.region;

import java.util.ArrayList;
import java.util.List;
import org.hashscape.model.RegionMap;

/**
 * The shape of each region of a map, whatever its place and direction: logarithm of its share of the picture; roundness
 * sqrt(16 A) / P, 1 for a square, with the perimeter P in pixel edges; eccentricity of the ellipse of equal second moments; share of
 * its bounding box; and six Fourier descriptors of its outer contour.
 *
 * <p>Fourier descriptors (Zahn and Roskies 1972): the contour as complex numbers z_n = x_n + i y_n, F_k its discrete
 * Fourier transform. |F_k| forgets direction and starting point, leaving out F_0 forgets the place, and dividing by the
 * larger of |F_1| and |F_-1| forgets the size. Kept are min/max of |F_1|, |F_-1|, then k = 2, -2, 3, -3, 4.
 */
final class RegionShapes {

    static final int LENGTH = 10;

    private static final int[] HARMONICS = {2, -2, 3, -3, 4};
    /** Neighbours clockwise, from the right. */
    private static final int[] ACROSS = {1, 1, 0, -1, -1, -1, 0, 1};

    private static final int[] DOWN = {0, 1, 1, 1, 0, -1, -1, -1};

    private final RegionMap map;
    private final double[][] moments;
    private final int[] perimeters;
    private final int[] starts;
    private final int[][] boxes;

    private RegionShapes(RegionMap map) {
        this.map = map;
        this.moments = new double[map.count()][6];
        this.perimeters = new int[map.count()];
        this.starts = new int[map.count()];
        this.boxes = new int[map.count()][];
        for (int y = 0; y < map.height(); y++) {
            for (int x = 0; x < map.width(); x++) {
                add(x, y, map.regionAt(x, y));
            }
        }
    }

    /** One row of {@link #LENGTH} per region. */
    static float[][] of(RegionMap map) {
        RegionShapes shapes = new RegionShapes(map);
        float[][] all = new float[map.count()][];
        for (int region = 0; region < all.length; region++) {
            all[region] = shapes.describe(region);
        }
        return all;
    }

    private void add(int x, int y, int region) {
        double[] sums = moments[region];
        if (sums[0] == 0) {
            starts[region] = y * map.width() + x;
            boxes[region] = new int[] {x, y, x, y};
        }
        int[] box = boxes[region];
        box[0] = Math.min(box[0], x);
        box[2] = Math.max(box[2], x);
        box[3] = y;
        sums[0]++;
        sums[1] += x;
        sums[2] += y;
        sums[3] += x * x;
        sums[4] += y * y;
        sums[5] += x * y;
        for (int side = 0; side < 8; side += 2) {
            perimeters[region] += isIn(x + ACROSS[side], y + DOWN[side], region) ? 0 : 1;
        }
    }

    private boolean isIn(int x, int y, int region) {
        return x >= 0 && y >= 0 && x < map.width() && y < map.height() && map.regionAt(x, y) == region;
    }

    private float[] describe(int region) {
        double[] sums = moments[region];
        double area = sums[0];
        double meanX = sums[1] / area;
        double meanY = sums[2] / area;
        double xx = sums[3] / area - meanX * meanX + 1 / 12.0; // a pixel is a square, not a point
        double yy = sums[4] / area - meanY * meanY + 1 / 12.0;
        double xy = sums[5] / area - meanX * meanY;
        double half = (xx + yy) / 2;
        double apart = Math.sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
        int[] box = boxes[region];
        float[] shape = new float[LENGTH];
        shape[0] = (float) Math.log(area / (map.width() * map.height()));
        shape[1] = (float) (Math.sqrt(16 * area) / perimeters[region]);
        shape[2] = (float) Math.sqrt(Math.max(0, 1 - (half - apart) / (half + apart)));
        shape[3] = (float) (area / ((box[2] - box[0] + 1.0) * (box[3] - box[1] + 1.0)));
        fourier(contour(region), shape);
        return shape;
    }

    /** Pixels of the outer contour, clockwise from the first in reading order (Moore's walk). */
    private List<int[]> contour(int region) {
        int startX = starts[region] % map.width();
        int startY = starts[region] / map.width();
        List<int[]> walk = new ArrayList<>();
        int x = startX;
        int y = startY;
        int direction = 7;
        int most = 4 * map.width() * map.height();
        do {
            walk.add(new int[] {x, y});
            int next = next(x, y, (direction + 5) % 8, region);
            if (next < 0) {
                break; // a single pixel
            }
            direction = next;
            x += ACROSS[direction];
            y += DOWN[direction];
        } while ((x != startX || y != startY) && walk.size() < most);
        return walk;
    }

    private int next(int x, int y, int from, int region) {
        for (int turn = 0; turn < 8; turn++) {
            int direction = (from + turn) % 8;
            if (isIn(x + ACROSS[direction], y + DOWN[direction], region)) {
                return direction;
            }
        }
        return -1;
    }

    private static void fourier(List<int[]> contour, float[] shape) {
        double first = magnitude(contour, 1);
        double back = magnitude(contour, -1);
        double scale = Math.max(Math.max(first, back), 1e-9);
        shape[4] = (float) (Math.min(first, back) / scale);
        for (int i = 0; i < HARMONICS.length; i++) {
            shape[5 + i] = (float) Math.min(1, magnitude(contour, HARMONICS[i]) / scale);
        }
    }

    private static double magnitude(List<int[]> contour, int harmonic) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < contour.size(); i++) {
            double angle = -2 * Math.PI * harmonic * i / contour.size();
            int[] point = contour.get(i);
            real += point[0] * Math.cos(angle) - point[1] * Math.sin(angle);
            imaginary += point[0] * Math.sin(angle) + point[1] * Math.cos(angle);
        }
        return Math.hypot(real, imaginary);
    }
}
