package org.hashscape.imaging.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A line on a sheet as a chain of points: rivers, roads, wakes. Coordinates are sheet pixels. */
final class Path {

    /**
     * Where each pixel lies relative to the path, for the pixels within reach of it.
     *
     * @param distance to the path, {@code Float.MAX_VALUE} beyond the reach
     * @param side -1 left or +1 right of it
     * @param along index of the nearest segment
     */
    record Nearness(float[] distance, float[] side, int[] along) {}

    private final List<double[]> points = new ArrayList<>();

    void add(double x, double y) {
        points.add(new double[] {x, y});
    }

    int size() {
        return points.size();
    }

    double x(int index) {
        return points.get(index)[0];
    }

    double y(int index) {
        return points.get(index)[1];
    }

    /** Direction at a point, radians. */
    double heading(int index) {
        int from = Math.max(0, index - 1);
        int to = Math.min(size() - 1, index + 1);
        return StrictMath.atan2(y(to) - y(from), x(to) - x(from));
    }

    /** A straight line through a point, cut into steps, bent by noise where {@code bend} pixels are above 0. */
    static Path line(double x, double y, double angle, double reach, double step, Noise noise, double bend) {
        double dx = StrictMath.cos(angle);
        double dy = StrictMath.sin(angle);
        Path path = new Path();
        for (double s = -reach; s <= reach; s += step) {
            double px = x + s * dx;
            double py = y + s * dy;
            double scale = 1 / (4 * bend + 1);
            path.add(
                    px + bend * noise.fbm(px * scale, py * scale, 2),
                    py + bend * noise.fbm(px * scale + 57, py * scale, 2));
        }
        return path;
    }

    Nearness near(int sheetSize, double reach) {
        float[] distance = new float[sheetSize * sheetSize];
        Arrays.fill(distance, Float.MAX_VALUE);
        Nearness nearness = new Nearness(distance, new float[distance.length], new int[distance.length]);
        for (int i = 0; i + 1 < size(); i++) {
            segment(i, sheetSize, reach, nearness);
        }
        for (int i = 0; i < distance.length; i++) {
            if (distance[i] != Float.MAX_VALUE) {
                distance[i] = (float) Math.sqrt(distance[i]);
            }
        }
        return nearness;
    }

    private void segment(int index, int sheetSize, double reach, Nearness nearness) {
        double ax = x(index);
        double ay = y(index);
        double vx = x(index + 1) - ax;
        double vy = y(index + 1) - ay;
        double lengthSquared = vx * vx + vy * vy + 1e-12;
        int left = (int) Math.max(0, Math.floor(Math.min(ax, ax + vx) - reach));
        int right = (int) Math.min(sheetSize - 1, Math.ceil(Math.max(ax, ax + vx) + reach));
        int top = (int) Math.max(0, Math.floor(Math.min(ay, ay + vy) - reach));
        int bottom = (int) Math.min(sheetSize - 1, Math.ceil(Math.max(ay, ay + vy) + reach));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double px = x - ax;
                double py = y - ay;
                double t = Ramp.clamp((px * vx + py * vy) / lengthSquared);
                double dx = px - t * vx;
                double dy = py - t * vy;
                double squared = dx * dx + dy * dy;
                int at = y * sheetSize + x;
                if (squared < nearness.distance[at] && squared <= reach * reach) {
                    nearness.distance[at] = (float) squared;
                    nearness.side[at] = vx * py - vy * px > 0 ? 1 : -1;
                    nearness.along[at] = index;
                }
            }
        }
    }
}
