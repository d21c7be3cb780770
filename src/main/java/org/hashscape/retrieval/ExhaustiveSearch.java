package org.hashscape.retrieval;

import org.hashscape.model.DescriptorMatrix;

/** Exact top-k over the float descriptors themselves: the accuracy ceiling, and the time to beat. Ties by row. */
public final class ExhaustiveSearch {

    private final DescriptorMatrix descriptors;
    private final DescriptorDistance distance;
    private final double[] norms;

    /** Measures the length of every descriptor once, where the distance needs it. */
    public ExhaustiveSearch(DescriptorMatrix descriptors, DescriptorDistance distance) {
        this.descriptors = descriptors;
        this.distance = distance;
        this.norms = new double[descriptors.rows()];
        for (int row = 0; row < norms.length; row++) {
            norms[row] = distance.norm(descriptors.values(), row * descriptors.dimension(), descriptors.dimension());
        }
    }

    /** The distance of every row, in row order. */
    public double[] distances(float[] query) {
        int dimension = descriptors.dimension();
        Reranking.requireDimension(descriptors, query);
        double queryNorm = distance.norm(query, 0, dimension);
        float[] values = descriptors.values();
        double[] distances = new double[descriptors.rows()];
        for (int row = 0; row < distances.length; row++) {
            distances[row] = distance.between(query, 0, queryNorm, values, row * dimension, norms[row], dimension);
        }
        return distances;
    }

    /**
     * The closest rows.
     *
     * @param k how many, at least 1; fewer come back where there are fewer rows
     * @param excludedRow a row that must not be in the answer (the query itself), or -1
     */
    public Neighbours search(float[] query, int k, int excludedRow) {
        return search(query, k, RowSet.all(), excludedRow);
    }

    /** The closest of some rows; otherwise as above. */
    public Neighbours search(float[] query, int k, RowSet among, int excludedRow) {
        int dimension = descriptors.dimension();
        Reranking.requireDimension(descriptors, query);
        int rows = descriptors.rows();
        int candidates = among.countBelow(rows, excludedRow);
        ClosestRows closest = new ClosestRows(Math.min(HammingScan.requirePositive(k), candidates));
        double queryNorm = distance.norm(query, 0, dimension);
        float[] values = descriptors.values();
        for (int row = among.next(0, rows); row < rows; row = among.next(row + 1, rows)) {
            if (row != excludedRow) {
                int at = row * dimension;
                closest.offer(row, distance.between(query, 0, queryNorm, values, at, norms[row], dimension));
            }
        }
        return closest.take(candidates);
    }
}
