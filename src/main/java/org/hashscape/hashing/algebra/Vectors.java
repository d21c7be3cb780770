package org.hashscape.hashing.algebra;

/** Sums over runs of numbers in flat arrays, always in the same order. */
public final class Vectors {

    private Vectors() {}

    /** Sum of products of two runs of doubles. */
    public static double dot(double[] a, int aFrom, double[] b, int bFrom, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s0 += a[aFrom + i] * b[bFrom + i];
            s1 += a[aFrom + i + 1] * b[bFrom + i + 1];
            s2 += a[aFrom + i + 2] * b[bFrom + i + 2];
            s3 += a[aFrom + i + 3] * b[bFrom + i + 3];
        }
        for (; i < length; i++) {
            s0 += a[aFrom + i] * b[bFrom + i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Sum of products of a run of floats and an array of doubles. */
    public static double dot(float[] a, int aFrom, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < b.length; i += 4) {
            s0 += a[aFrom + i] * b[i];
            s1 += a[aFrom + i + 1] * b[i + 1];
            s2 += a[aFrom + i + 2] * b[i + 2];
            s3 += a[aFrom + i + 3] * b[i + 3];
        }
        for (; i < b.length; i++) {
            s0 += a[aFrom + i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Squared Euclidean distance of two runs of floats. */
    public static double squaredDistance(float[] a, int aFrom, float[] b, int bFrom, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            double d0 = (double) a[aFrom + i] - b[bFrom + i];
            double d1 = (double) a[aFrom + i + 1] - b[bFrom + i + 1];
            double d2 = (double) a[aFrom + i + 2] - b[bFrom + i + 2];
            double d3 = (double) a[aFrom + i + 3] - b[bFrom + i + 3];
            s0 += d0 * d0;
            s1 += d1 * d1;
            s2 += d2 * d2;
            s3 += d3 * d3;
        }
        for (; i < length; i++) {
            double d0 = (double) a[aFrom + i] - b[bFrom + i];
            s0 += d0 * d0;
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** {@code to[toFrom + i] += factor * from[fromFrom + i]}. */
    public static void addScaled(double factor, double[] from, int fromFrom, double[] to, int toFrom, int length) {
        for (int i = 0; i < length; i++) {
            to[toFrom + i] += factor * from[fromFrom + i];
        }
    }

    public static double norm(double[] a) {
        return Math.sqrt(dot(a, 0, a, 0, a.length));
    }
}
