package org.hashscape.imaging.synthetic;

/** Heights over a sheet, in sheet pixels, and the light on them: slope shading (Lambert) and soft cast shadows. */
final class Relief {

    private final int size;
    private final float[] height;

    Relief(int size, Sheet.Field heights) {
        this.size = size;
        this.height = new float[size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                height[y * size + x] = (float) heights.at(x, y);
            }
        }
    }

    /** Height at a pixel; beyond the sheet that of its edge. */
    double at(int x, int y) {
        int column = Math.max(0, Math.min(size - 1, x));
        int row = Math.max(0, Math.min(size - 1, y));
        return height[row * size + column];
    }

    double slopeX(int x, int y) {
        return (at(x + 1, y) - at(x - 1, y)) / 2;
    }

    double slopeY(int x, int y) {
        return (at(x, y + 1) - at(x, y - 1)) / 2;
    }

    /** Tangent of the steepest slope, over {@code reach} pixels to each side. */
    double steepness(int x, int y, int reach) {
        double sx = (at(x + reach, y) - at(x - reach, y)) / (2 * reach);
        double sy = (at(x, y + reach) - at(x, y - reach)) / (2 * reach);
        return Math.sqrt(sx * sx + sy * sy);
    }

    /** Light relative to flat ground: 1 when flat, 0 when turned away. */
    double light(int x, int y, Sun sun) {
        return sun.on(-slopeX(x, y), -slopeY(x, y), 1);
    }

    /**
     * How much of the sun each pixel sees, 0..1: walks towards the sun for {@code reach} pixels and compares with the height
     * of the ray.
     */
    float[] sunlit(Sun sun, int reach, double softness) {
        double rise = 1 / sun.shadowLength();
        double dx = -sun.shadowX();
        double dy = -sun.shadowY();
        float[] lit = new float[size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double over = 0;
                double own = at(x, y);
                for (int step = 1; step <= reach; step += step < 8 ? 1 : 2) {
                    double terrain = at((int) Math.round(x + dx * step), (int) Math.round(y + dy * step));
                    over = Math.max(over, terrain - own - rise * step);
                }
                lit[y * size + x] = (float) Ramp.smooth(softness, 0, over);
            }
        }
        return lit;
    }
}
