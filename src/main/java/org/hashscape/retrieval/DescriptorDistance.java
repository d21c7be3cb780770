package org.hashscape.retrieval;

/** How far two descriptors lie apart, and what similarity in 0..1 that is. */
public enum DescriptorDistance {
    /** 1 - cosine, 0..2; a zero vector lies at 1 from everything but another zero vector (0). Similarity 1 - d/2. */
    COSINE,
    /** L2. Similarity 1 / (1 + d). */
    EUCLIDEAN;

    public double between(float[] a, int aFrom, float[] b, int bFrom, int dimension) {
        throw new UnsupportedOperationException("stub");
    }

    public double similarity(double distance) {
        return this == COSINE ? Math.min(1, Math.max(0, 1 - distance / 2)) : 1 / (1 + distance);
    }
}
