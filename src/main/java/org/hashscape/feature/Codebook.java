package org.hashscape.feature;

/**
 * A table of words (centres) with fast nearest-word look-up.
 *
 * <p>The nearest word maximises {@code x.c - |c|^2 / 2}, which orders words as Euclidean distance does and needs one
 * multiplication per float. Words are kept transposed, so that the inner loop runs over words with no sum across lanes:
 * the compiler vectorises it, and since it may not reorder float additions the scores are the same bits on every
 * machine. Ties go to the lower word.
 */
final class Codebook {

    private final int words;
    private final int dimension;
    private final float[] centres;
    private final float[] transposed;
    private final float[] halfNorms;

    /** @param centres {@code words * dimension} floats, word by word; kept, not copied */
    Codebook(int words, int dimension, float[] centres) {
        if (words < 1 || dimension < 1 || centres.length != (long) words * dimension) {
            throw new IllegalArgumentException(
                    "Not " + words + " words of " + dimension + ": " + centres.length + " floats");
        }
        this.words = words;
        this.dimension = dimension;
        this.centres = centres;
        this.transposed = new float[centres.length];
        this.halfNorms = new float[words];
        for (int word = 0; word < words; word++) {
            double norm = 0;
            for (int d = 0; d < dimension; d++) {
                float value = centres[word * dimension + d];
                transposed[d * words + word] = value;
                norm += value * value;
            }
            halfNorms[word] = (float) (norm / 2);
        }
    }

    int words() {
        return words;
    }

    int dimension() {
        return dimension;
    }

    /** The words themselves (not a copy). */
    float[] centres() {
        return centres;
    }

    /** Writes the nearest word of points {@code from..to-1} to the same positions of {@code nearest}. */
    void nearest(float[] points, int from, int to, int[] nearest) {
        float[] scores = new float[words];
        for (int i = from; i < to; i++) {
            score(points, i * dimension, scores);
            int best = 0;
            for (int word = 1; word < words; word++) {
                if (scores[word] > scores[best]) {
                    best = word;
                }
            }
            nearest[i] = best;
        }
    }

    private void score(float[] points, int at, float[] scores) {
        for (int word = 0; word < words; word++) {
            scores[word] = -halfNorms[word];
        }
        int d = 0;
        for (; d + 8 <= dimension; d += 8) {
            addEight(points, at + d, d * words, scores);
        }
        for (; d < dimension; d++) {
            float x = points[at + d];
            int row = d * words;
            for (int word = 0; word < words; word++) {
                scores[word] += x * transposed[row + word];
            }
        }
    }

    private void addEight(float[] points, int at, int row, float[] scores) {
        float[] t = transposed;
        int n = words;
        float x0 = points[at];
        float x1 = points[at + 1];
        float x2 = points[at + 2];
        float x3 = points[at + 3];
        float x4 = points[at + 4];
        float x5 = points[at + 5];
        float x6 = points[at + 6];
        float x7 = points[at + 7];
        int r1 = row + n;
        int r2 = r1 + n;
        int r3 = r2 + n;
        int r4 = r3 + n;
        int r5 = r4 + n;
        int r6 = r5 + n;
        int r7 = r6 + n;
        for (int word = 0; word < n; word++) {
            scores[word] += x0 * t[row + word]
                    + x1 * t[r1 + word]
                    + x2 * t[r2 + word]
                    + x3 * t[r3 + word]
                    + x4 * t[r4 + word]
                    + x5 * t[r5 + word]
                    + x6 * t[r6 + word]
                    + x7 * t[r7 + word];
        }
    }
}
