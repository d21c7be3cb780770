package org.hashscape.feature;

/** Brings vectors of floats to unit sum or unit length; vectors of zeros stay zeros. */
final class Normal {

    private Normal() {}

    /** Divides in place by the sum. Entries must not be negative. */
    static void sumToOne(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += value;
        }
        scale(vector, sum);
    }

    /** Divides in place by the Euclidean length. */
    static void unitLength(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += (double) value * value;
        }
        scale(vector, Math.sqrt(sum));
    }

    /** Square root of every entry (Hellinger's map): differences of small counts then weigh as much as of large ones. */
    static void squareRoots(float[] vector) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) Math.sqrt(vector[i]);
        }
    }

    private static void scale(float[] vector, double divisor) {
        if (divisor > 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (vector[i] / divisor);
            }
        }
    }
}
