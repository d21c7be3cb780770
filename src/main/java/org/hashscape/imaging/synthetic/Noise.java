package org.hashscape.imaging.synthetic;

/**
 * Seeded coherent noise over the plane: the raw material of terrain, water, smoke and soil.
 *
 * <p>The base is gradient noise (Perlin, "Improving noise", SIGGRAPH 2002): each lattice point carries one of 16
 * directions chosen by a hash, blended with the quintic 6t^5 - 15t^4 + 10t^3. Sums of octaves follow Musgrave (in Ebert et
 * al., "Texturing and Modeling", chapter 16). Feature size is one unit; values are about -1..1. Immutable.
 */
final class Noise {

    private static final double[] DIRECTION_X = new double[16];
    private static final double[] DIRECTION_Y = new double[16];

    static {
        for (int i = 0; i < 16; i++) {
            DIRECTION_X[i] = StrictMath.cos((i + 0.5) * StrictMath.PI / 8);
            DIRECTION_Y[i] = StrictMath.sin((i + 0.5) * StrictMath.PI / 8);
        }
    }

    private final int seed;

    Noise(Dice dice) {
        this.seed = dice.nextInt();
    }

    /** One octave. */
    double at(double x, double y) {
        return octave(x, y, seed);
    }

    /** Fractal sum, each octave twice as fine and half as strong: clouds, soil, gentle hills. About -1..1. */
    double fbm(double x, double y, int octaves) {
        double sum = 0;
        double weight = 1;
        double total = 0;
        for (int octave = 0; octave < octaves; octave++) {
            sum += weight * octave(x, y, seed + octave * 0x3C6EF372);
            total += weight;
            weight *= 0.5;
            // Turned by an angle with rational sine and cosine, so that lattices of octaves do not line up.
            double turned = (1.2 * x - 1.6 * y) + 17.3;
            y = (1.6 * x + 1.2 * y) + 5.7;
            x = turned;
        }
        return 1.35 * sum / total;
    }

    /** Fractal sum of folded octaves, each weighted by the one before: sharp crests, branching valleys. 0..1. */
    double ridged(double x, double y, int octaves) {
        double sum = 0;
        double amplitude = 0.5;
        double weight = 1;
        for (int octave = 0; octave < octaves; octave++) {
            double fold = 1 - Math.min(1, Math.abs(octave(x, y, seed + octave * 0x3C6EF372)) * 1.25);
            double crest = fold * fold * weight;
            sum += amplitude * crest;
            weight = Ramp.clamp(crest * 1.8);
            amplitude *= 0.5;
            double turned = (1.2 * x - 1.6 * y) + 17.3;
            y = (1.6 * x + 1.2 * y) + 5.7;
            x = turned;
        }
        return Ramp.clamp(sum * 1.15);
    }

    /** Fractal sum of absolute octaves: the cauliflower look of smoke and cumulus. 0..1, high inside the lumps. */
    double billow(double x, double y, int octaves) {
        double sum = 0;
        double weight = 1;
        double total = 0;
        for (int octave = 0; octave < octaves; octave++) {
            sum += weight * (1 - Math.min(1, 1.6 * Math.abs(octave(x, y, seed + octave * 0x3C6EF372))));
            total += weight;
            weight *= 0.55;
            x = 2 * x + 11.1;
            y = 2 * y + 7.9;
        }
        return sum / total;
    }

    /** Fractal sum looked up at a place that noise itself has moved by {@code strength}: folded, flowing shapes. */
    double warped(double x, double y, int octaves, double strength) {
        double dx = fbm(x + 31.7, y - 12.3, 3);
        double dy = fbm(x - 47.1, y + 23.9, 3);
        return fbm(x + strength * dx, y + strength * dy, octaves);
    }

    /**
     * Fractal sum in which steep places take no more detail, so that valleys stay smooth and spurs run down the slopes: the
     * look of eroded mountains without simulating water (octave weight 1 / (1 + k |gradient|^2)). About -1..1.
     */
    double eroded(double x, double y, int octaves, double smoothing) {
        double sum = 0;
        double amplitude = 0.5;
        double slopeX = 0;
        double slopeY = 0;
        for (int octave = 0; octave < octaves; octave++) {
            int own = seed + octave * 0x3C6EF372;
            double here = octave(x, y, own);
            slopeX += (octave(x + 0.02, y, own) - here) * 50;
            slopeY += (octave(x, y + 0.02, own) - here) * 50;
            sum += amplitude * here / (1 + smoothing * (slopeX * slopeX + slopeY * slopeY));
            amplitude *= 0.5;
            double turned = (1.2 * x - 1.6 * y) + 17.3;
            y = (1.6 * x + 1.2 * y) + 5.7;
            x = turned;
            // The frame of the summed slope turns with the octaves.
            double along = (0.6 * slopeX - 0.8 * slopeY);
            slopeY = 0.8 * slopeX + 0.6 * slopeY;
            slopeX = along;
        }
        return 1.5 * sum;
    }

    /** White noise: one uniform number in [0, 1) per lattice point. */
    double white(int x, int y) {
        return (hash(x, y, seed) >>> 8) * 0x1p-24;
    }

    static int hash(int x, int y, int seed) {
        int h = seed ^ (x * 0x27D4EB2D) ^ (y * 0x165667B1);
        h = (h ^ (h >>> 15)) * 0x2C1B3C6D;
        h = (h ^ (h >>> 12)) * 0x297A2D39;
        return h ^ (h >>> 15);
    }

    private static double octave(double x, double y, int seed) {
        double floorX = Math.floor(x);
        double floorY = Math.floor(y);
        int column = (int) floorX;
        int row = (int) floorY;
        double fx = x - floorX;
        double fy = y - floorY;
        double sx = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
        double sy = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
        double top = Ramp.mix(slope(column, row, fx, fy, seed), slope(column + 1, row, fx - 1, fy, seed), sx);
        double bottom = Ramp.mix(
                slope(column, row + 1, fx, fy - 1, seed), slope(column + 1, row + 1, fx - 1, fy - 1, seed), sx);
        return 1.5 * Ramp.mix(top, bottom, sy);
    }

    private static double slope(int column, int row, double dx, double dy, int seed) {
        int direction = hash(column, row, seed) >>> 28;
        return DIRECTION_X[direction] * dx + DIRECTION_Y[direction] * dy;
    }
}
