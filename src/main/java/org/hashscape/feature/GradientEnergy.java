package org.hashscape.feature;

/**
 * How strong the contours of a plane are and how they agree in direction, whatever the direction is.
 *
 * <p>Strength: a histogram of gradient magnitudes over {@link #STRENGTHS} soft bins spaced by powers of two, relative to
 * nothing, so it tells water from roofs. Agreement: in blocks of {@link #BLOCK} pixels, the lengths of the circular
 * harmonics {@code |sum m exp(i n theta)| / sum m} for n = 2 (one direction, as furrows and roads), 4 (two at right
 * angles, as houses) and 6; turning the tile turns the phase and not the length. Each is spread over {@link #LEVELS}
 * soft bins, weighted by the block's energy.
 */
final class GradientEnergy {

    private static final int STRENGTHS = 8;
    private static final int LEVELS = 5;
    private static final int HARMONICS = 3;
    private static final int BLOCK = 16;
    static final int LENGTH = STRENGTHS + HARMONICS * LEVELS;

    private final FloatPlane plane;
    private final float[] strengths = new float[STRENGTHS];
    private final float[] agreement = new float[HARMONICS * LEVELS];

    private GradientEnergy(FloatPlane plane) {
        this.plane = plane;
    }

    /** Strengths first, then agreement; each part sums to 1 (agreement to 0 on a flat plane). */
    static float[] of(FloatPlane plane) {
        GradientEnergy energy = new GradientEnergy(plane);
        int[] rows = edges(plane.height());
        int[] columns = edges(plane.width());
        for (int row = 1; row < rows.length; row++) {
            for (int column = 1; column < columns.length; column++) {
                energy.addBlock(columns[column - 1], rows[row - 1], columns[column], rows[row]);
            }
        }
        float[] both = new float[LENGTH];
        Normal.sumToOne(energy.strengths);
        Normal.sumToOne(energy.agreement);
        System.arraycopy(energy.strengths, 0, both, 0, STRENGTHS);
        System.arraycopy(energy.agreement, 0, both, STRENGTHS, energy.agreement.length);
        return both;
    }

    /** Where blocks begin and end along a side: as many as fit, evenly, without the outermost pixels. */
    private static int[] edges(int side) {
        int room = side - 2;
        int blocks = Math.max(1, Math.round((float) room / BLOCK));
        int[] edges = new int[blocks + 1];
        for (int i = 0; i <= blocks; i++) {
            edges[i] = 1 + (2 * room * i + blocks) / (2 * blocks);
        }
        return edges;
    }

    private void addBlock(int left, int top, int right, int bottom) {
        double total = 0;
        double[] real = new double[HARMONICS];
        double[] imaginary = new double[HARMONICS];
        float[] v = plane.values();
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int at = y * plane.width() + x;
                float dx = v[at + 1] - v[at - 1];
                float dy = v[at + plane.width()] - v[at - plane.width()];
                float squared = dx * dx + dy * dy;
                float magnitude = (float) Math.sqrt(squared);
                addStrength(magnitude);
                if (squared > 0) {
                    total += magnitude;
                    double cos = (dx * dx - dy * dy) / squared;
                    double sin = 2 * dx * dy / squared;
                    double c = cos;
                    double s = sin;
                    for (int n = 0; n < HARMONICS; n++) {
                        real[n] += magnitude * c;
                        imaginary[n] += magnitude * s;
                        double next = c * cos - s * sin;
                        s = c * sin + s * cos;
                        c = next;
                    }
                }
            }
        }
        for (int n = 0; n < HARMONICS && total > 0; n++) {
            double length = Math.sqrt(real[n] * real[n] + imaginary[n] * imaginary[n]) / total;
            addAgreement(n, (float) Math.min(1, length), (float) total);
        }
    }

    private void addStrength(float magnitude) {
        float at = (float) (Math.sqrt(magnitude) * ((STRENGTHS - 1) / 15.0));
        int low = Math.min(STRENGTHS - 2, (int) at);
        float high = Math.min(1, at - low);
        strengths[low] += 1 - high;
        strengths[low + 1] += high;
    }

    private void addAgreement(int harmonic, float length, float weight) {
        float at = length * (LEVELS - 1);
        int low = Math.min(LEVELS - 2, (int) at);
        float high = at - low;
        agreement[harmonic * LEVELS + low] += weight * (1 - high);
        agreement[harmonic * LEVELS + low + 1] += weight * high;
    }
}
