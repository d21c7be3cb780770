package org.hashscape.feature;

import java.util.SplittableRandom;
import org.hashscape.model.Raster;

/** Small tiles made for tests: surfaces that differ in colour, grain and direction. */
final class GeneratedTiles {

    private GeneratedTiles() {}

    static Raster flat(int width, int height, int red, int green, int blue) {
        byte[] rgb = new byte[3 * width * height];
        for (int at = 0; at < rgb.length; at += 3) {
            rgb[at] = (byte) red;
            rgb[at + 1] = (byte) green;
            rgb[at + 2] = (byte) blue;
        }
        return new Raster(width, height, rgb);
    }

    static Raster noise(int width, int height, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] rgb = new byte[3 * width * height];
        for (int at = 0; at < rgb.length; at++) {
            rgb[at] = (byte) random.nextInt(256);
        }
        return new Raster(width, height, rgb);
    }

    /** Furrows of a random direction and phase: green and brown stripes with noise. */
    static Raster field(int side, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double angle = random.nextDouble(Math.PI);
        double period = random.nextDouble(7, 9);
        double phase = random.nextDouble(2 * Math.PI);
        return painted(side, random, (x, y) -> {
            double wave = Math.sin(2 * Math.PI * (x * Math.cos(angle) + y * Math.sin(angle)) / period + phase);
            return new double[] {120 + 40 * wave, 130 + 20 * wave, 60 + 10 * wave};
        });
    }

    /** Bright square roofs with dark edges on green and grey, at random places. */
    static Raster houses(int side, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] ground = new double[side * side][];
        for (int i = 0; i < ground.length; i++) {
            ground[i] = new double[] {110, 115, 100};
        }
        for (int house = 0; house < side * side / 500; house++) {
            int size = random.nextInt(9, 15);
            int left = random.nextInt(side - size);
            int top = random.nextInt(side - size);
            double roof = random.nextDouble(170, 220);
            for (int y = top; y < top + size; y++) {
                for (int x = left; x < left + size; x++) {
                    boolean shadow = x == left + size - 1 || y == top + size - 1;
                    ground[y * side + x] =
                            shadow ? new double[] {40, 40, 50} : new double[] {roof, roof - 20, roof - 40};
                }
            }
        }
        return painted(side, random, (x, y) -> ground[y * side + x]);
    }

    /** Calm water: nearly flat blue. */
    static Raster water(int side, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double depth = random.nextDouble(-10, 10);
        return painted(side, random, (x, y) -> new double[] {30 + depth, 60 + depth, 90 + depth});
    }

    private interface Paint {
        double[] at(int x, int y);
    }

    private static Raster painted(int side, SplittableRandom random, Paint paint) {
        byte[] rgb = new byte[3 * side * side];
        for (int y = 0, at = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double noise = random.nextDouble(-4, 4);
                for (double band : paint.at(x, y)) {
                    rgb[at++] = (byte) Math.max(0, Math.min(255, Math.round(band + noise)));
                }
            }
        }
        return new Raster(side, side, rgb);
    }

    /** Turned by 90 degrees clockwise. */
    static Raster turned(Raster raster) {
        byte[] rgb = new byte[raster.rgb().length];
        for (int y = 0, at = 0; y < raster.width(); y++) {
            for (int x = 0; x < raster.height(); x++) {
                for (int band = 0; band < 3; band++) {
                    rgb[at++] = (byte) raster.sample(y, raster.height() - 1 - x, band);
                }
            }
        }
        return new Raster(raster.height(), raster.width(), rgb);
    }

    static Raster mirrored(Raster raster) {
        byte[] rgb = new byte[raster.rgb().length];
        for (int y = 0, at = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++) {
                for (int band = 0; band < 3; band++) {
                    rgb[at++] = (byte) raster.sample(raster.width() - 1 - x, y, band);
                }
            }
        }
        return new Raster(raster.width(), raster.height(), rgb);
    }

    /** Every sample times a factor, clipped. */
    static Raster brightened(Raster raster, double factor) {
        byte[] rgb = raster.rgb().clone();
        for (int at = 0; at < rgb.length; at++) {
            rgb[at] = (byte) Math.min(255, Math.round(factor * (rgb[at] & 0xff)));
        }
        return new Raster(raster.width(), raster.height(), rgb);
    }

    static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    static double length(float[] a) {
        return distance(a, new float[a.length]);
    }
}
