package org.hashscape.imaging.synthetic;

import java.util.Arrays;

/**
 * Mountains as rivers carve them: uplift against the stream power law, dh/dt = u - k A^m |grad h| with m = 1/2, solved
 * implicitly along the drainage tree in linear time (Braun and Willett, "A very efficient O(n) method to solve the stream
 * power equation", Geomorphology 180-181, 2013, section 3). Slopes are held at an angle of repose. Gives ridges and valleys
 * that branch as real ones do, which no sum of noise does. Run once over a grid, then sampled smoothly anywhere.
 *
 * <p>A: cells drained (area), h: {@code height}, u: {@code uplift}; k only sets the scale of heights.
 */
final class Erosion {

    private static final int[] STEP_X = {1, 1, 0, -1, -1, -1, 0, 1};
    private static final int[] STEP_Y = {0, 1, 1, 1, 0, -1, -1, -1};
    private static final double ERODIBILITY = 0.35;

    private final int size;
    private final double[] height;
    private final double[] uplift;
    private final double repose;
    private final int[] receiver;
    private final int[] order;
    private final int[] firstDonor;
    private final int[] donors;
    private final double[] area;

    /** @param size cells of a side; @param repose steepest slope, height per cell */
    Erosion(int size, double repose, int rounds, Dice dice) {
        this.size = size;
        this.repose = repose;
        int cells = size * size;
        this.height = new double[cells];
        this.uplift = new double[cells];
        this.receiver = new int[cells];
        this.order = new int[cells];
        this.firstDonor = new int[cells + 1];
        this.donors = new int[cells];
        this.area = new double[cells];
        Noise noise = new Noise(dice);
        for (int i = 0; i < cells; i++) {
            double x = (double) (i % size) / size;
            double y = (double) (i / size) / size;
            height[i] = 0.5 * dice.next() + 2 * (1 + noise.fbm(x * 6, y * 6, 4));
            uplift[i] = Math.max(0.1, 1 + 1.1 * noise.fbm(x * 2.2 + 9, y * 2.2, 3));
        }
        for (int round = 0; round < rounds; round++) {
            receive();
            arrange();
            erode();
        }
    }

    private boolean isOutlet(int cell) {
        int x = cell % size;
        int y = cell / size;
        return x == 0 || y == 0 || x == size - 1 || y == size - 1;
    }

    /** Each cell drains to its steepest lower neighbour; outlets and pits to themselves. */
    private void receive() {
        for (int cell = 0; cell < receiver.length; cell++) {
            receiver[cell] = cell;
            if (isOutlet(cell)) {
                continue;
            }
            double steepest = 0;
            for (int way = 0; way < 8; way++) {
                int other = cell + STEP_Y[way] * size + STEP_X[way];
                double slope = (height[cell] - height[other]) / length(way);
                if (slope > steepest) {
                    steepest = slope;
                    receiver[cell] = other;
                }
            }
        }
    }

    private static double length(int way) {
        return (way & 1) == 0 ? 1 : 1.4142135623730951;
    }

    /** Puts the cells in an order in which everyone comes after its receiver. */
    private void arrange() {
        Arrays.fill(firstDonor, 0);
        for (int target : receiver) {
            firstDonor[target + 1]++;
        }
        for (int i = 0; i < receiver.length; i++) {
            firstDonor[i + 1] += firstDonor[i];
        }
        int[] next = Arrays.copyOf(firstDonor, receiver.length);
        int placed = 0;
        for (int cell = 0; cell < receiver.length; cell++) {
            donors[next[receiver[cell]]++] = cell;
            if (receiver[cell] == cell) {
                order[placed++] = cell;
            }
        }
        for (int i = 0; i < placed; i++) {
            int cell = order[i];
            for (int d = firstDonor[cell]; d < firstDonor[cell + 1]; d++) {
                if (donors[d] != cell) {
                    order[placed++] = donors[d];
                }
            }
        }
    }

    private void erode() {
        Arrays.fill(area, 1);
        for (int i = order.length - 1; i >= 0; i--) {
            int cell = order[i];
            if (receiver[cell] != cell) {
                area[receiver[cell]] += area[cell];
            }
        }
        for (int cell : order) {
            int target = receiver[cell];
            if (target != cell) {
                double distance = (cell - target) % size == 0 || Math.abs(cell - target) == 1 ? 1 : 1.4142135623730951;
                double power = ERODIBILITY * Math.sqrt(area[cell]) / distance;
                double h = (height[cell] + uplift[cell] + power * height[target]) / (1 + power);
                height[cell] = Math.min(h, height[target] + repose * distance);
            } else if (!isOutlet(cell)) {
                height[cell] += uplift[cell];
            }
        }
    }

    /** Height between cells, in cells, smooth to the first derivative (Catmull-Rom in both directions). */
    double at(double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double fx = x - column;
        double fy = y - row;
        double[] lines = new double[4];
        for (int j = 0; j < 4; j++) {
            lines[j] = spline(
                    cell(column - 1, row + j - 1),
                    cell(column, row + j - 1),
                    cell(column + 1, row + j - 1),
                    cell(column + 2, row + j - 1),
                    fx);
        }
        return spline(lines[0], lines[1], lines[2], lines[3], fy);
    }

    private double cell(int column, int row) {
        return height[Math.max(0, Math.min(size - 1, row)) * size + Math.max(0, Math.min(size - 1, column))];
    }

    private static double spline(double a, double b, double c, double d, double t) {
        return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
}
