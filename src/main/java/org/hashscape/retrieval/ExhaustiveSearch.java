package org.hashscape.retrieval;

import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.DescriptorRows;

/** Exact top-k over the float descriptors themselves: the accuracy ceiling, and the time to beat. Ties by row. */
public final class ExhaustiveSearch {

    private final DescriptorRows descriptors;
    private final DescriptorDistance distance;
    private final double[] norms;

    /**
     * Measures the length of every descriptor once, where the distance needs it and descriptors are in memory; others are
     * read block by block, and their lengths measured, with each search.
     */
    public ExhaustiveSearch(DescriptorRows descriptors, DescriptorDistance distance) {
        this.descriptors = descriptors;
        this.distance = distance;
        this.norms = descriptors instanceof DescriptorMatrix matrix ? norms(matrix) : new double[0];
    }

    private double[] norms(DescriptorMatrix matrix) {
        double[] lengths = new double[matrix.rows()];
        for (int row = 0; row < lengths.length; row++) {
            lengths[row] = distance.norm(matrix.values(), row * matrix.dimension(), matrix.dimension());
        }
        return lengths;
    }

    /** The distance of every row, in row order. */
    public double[] distances(float[] query) {
        double[] distances = new double[descriptors.rows()];
        visit(query, RowSet.all(), (row, apart) -> distances[row] = apart);
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
        int candidates = among.countBelow(descriptors.rows(), excludedRow);
        ClosestRows closest = new ClosestRows(Math.min(HammingScan.requirePositive(k), candidates));
        visit(query, among, (row, apart) -> {
            if (row != excludedRow) {
                closest.offer(row, apart);
            }
        });
        return closest.take(candidates);
    }

    @FunctionalInterface
    private interface Visitor {
        void visit(int row, double apart);
    }

    private void visit(float[] query, RowSet among, Visitor visitor) {
        int dimension = descriptors.dimension();
        Reranking.requireDimension(descriptors, query);
        double queryNorm = distance.norm(query, 0, dimension);
        descriptors.forEachBlock((first, block) -> {
            float[] values = block.values();
            double[] lengths = norms.length > 0 ? norms : norms(block);
            int end = first + block.rows();
            for (int row = among.next(first, end); row < end; row = among.next(row + 1, end)) {
                int at = (row - first) * dimension;
                visitor.visit(row, distance.between(query, 0, queryNorm, values, at, lengths[row - first], dimension));
            }
        });
    }
}
