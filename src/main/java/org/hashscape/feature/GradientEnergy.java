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
        for (int y = 1; y < plane.height() - 1; y += BLOCK) {
            for (int x = 1; x < plane.width() - 1; x += BLOCK) {
                energy.addBlock(x, y, Math.min(x + BLOCK, plane.width() - 1), Math.min(y + BLOCK, plane.height() - 1));
            }
        }
        float[] both = new float[LENGTH];
        Normal.sumToOne(energy.strengths);
        Normal.sumToOne(energy.agreement);
        System.arraycopy(energy.strengths, 0, both, 0, STRENGTHS);
        System.arraycopy(energy.agreement, 0, both, STRENGTHS, energy.agreement.length);
        return both;
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
