package org.hashscape.retrieval;

/** How far two descriptors lie apart, and what similarity in 0..1 that is. */
public enum DescriptorDistance {
    /** 1 - cosine, 0..2; a zero vector lies at 1 from everything but another zero vector (0). Similarity 1 - d/2. */
    COSINE,
    /** L2. Similarity 1 / (1 + d). */
    EUCLIDEAN;

    /** The distance of two runs of {@code dimension} floats. */
    public double between(float[] a, int aFrom, float[] b, int bFrom, int dimension) {
        return between(a, aFrom, norm(a, aFrom, dimension), b, bFrom, norm(b, bFrom, dimension), dimension);
    }

    /** The same with what {@link #norm} gave for both, which a search keeps. */
    double between(float[] a, int aFrom, double aNorm, float[] b, int bFrom, double bNorm, int dimension) {
        return this == COSINE
                ? cosine(a, aFrom, aNorm, b, bFrom, bNorm, dimension)
                : euclidean(a, aFrom, b, bFrom, dimension);
    }

    /** Euclidean length where the distance needs it, else 0. */
    double norm(float[] a, int from, int dimension) {
        return this == COSINE ? Math.sqrt(dot(a, from, a, from, dimension)) : 0;
    }

    /** 1 for distance 0, falling towards 0. */
    public double similarity(double distance) {
        return this == COSINE ? Math.min(1, Math.max(0, 1 - distance / 2)) : 1 / (1 + distance);
    }

    private static double cosine(
            float[] a, int aFrom, double aNorm, float[] b, int bFrom, double bNorm, int dimension) {
        if (aNorm == 0 || bNorm == 0) {
            return aNorm == bNorm ? 0 : 1;
        }
        double cosine = dot(a, aFrom, b, bFrom, dimension) / aNorm / bNorm;
        return Math.min(2, Math.max(0, 1 - cosine));
    }

    private static double euclidean(float[] a, int aFrom, float[] b, int bFrom, int dimension) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < dimension; i += 4) {
            double d0 = (double) a[aFrom + i] - b[bFrom + i];
            double d1 = (double) a[aFrom + i + 1] - b[bFrom + i + 1];
            double d2 = (double) a[aFrom + i + 2] - b[bFrom + i + 2];
            double d3 = (double) a[aFrom + i + 3] - b[bFrom + i + 3];
            s0 += d0 * d0;
            s1 += d1 * d1;
            s2 += d2 * d2;
            s3 += d3 * d3;
        }
        for (; i < dimension; i++) {
            double d0 = (double) a[aFrom + i] - b[bFrom + i];
            s0 += d0 * d0;
        }
        return Math.sqrt((s0 + s1) + (s2 + s3));
    }

    private static double dot(float[] a, int aFrom, float[] b, int bFrom, int dimension) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < dimension; i += 4) {
            s0 += (double) a[aFrom + i] * b[bFrom + i];
            s1 += (double) a[aFrom + i + 1] * b[bFrom + i + 1];
            s2 += (double) a[aFrom + i + 2] * b[bFrom + i + 2];
            s3 += (double) a[aFrom + i + 3] * b[bFrom + i + 3];
        }
        for (; i < dimension; i++) {
            s0 += (double) a[aFrom + i] * b[bFrom + i];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
