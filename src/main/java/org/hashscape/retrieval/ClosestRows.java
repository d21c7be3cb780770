package org.hashscape.retrieval;

/**
 * Keeps the k closest rows of those offered, ties by row: a binary heap with the farthest kept row on top, so that most
 * offers are refused by one comparison.
 */
final class ClosestRows {

    private final int[] rows;
    private final double[] distances;
    private int size;

    /** @param most k, at least 0 */
    ClosestRows(int most) {
        this.rows = new int[most];
        this.distances = new double[most];
    }

    void offer(int row, double distance) {
        if (size < rows.length) {
            int at = size++;
            while (at > 0 && isFarther(row, distance, (at - 1) / 2)) {
                move((at - 1) / 2, at);
                at = (at - 1) / 2;
            }
            place(at, row, distance);
        } else if (size > 0 && !isFarther(row, distance, 0)) {
            sink(row, distance);
        }
    }

    /** Distance of the farthest row kept; infinite while there is room, and below every distance where k is 0. */
    double farthest() {
        if (rows.length == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return size < rows.length ? Double.POSITIVE_INFINITY : distances[0];
    }

    /** The rows kept, closest first; empties the heap. */
    Neighbours take(int candidates) {
        int[] sortedRows = new int[size];
        double[] sortedDistances = new double[size];
        while (size > 0) {
            int last = --size;
            sortedRows[last] = rows[0];
            sortedDistances[last] = distances[0];
            sink(rows[last], distances[last]);
        }
        return new Neighbours(sortedRows, sortedDistances, candidates);
    }

    /** Puts an entry in the place of the top and restores the order below. */
    private void sink(int row, double distance) {
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && isFarther(rows[child + 1], distances[child + 1], child)) {
                child++;
            }
            if (isFarther(row, distance, child)) {
                break;
            }
            move(child, at);
            at = child;
        }
        place(at, row, distance);
    }

    private boolean isFarther(int row, double distance, int than) {
        return distance > distances[than] || (distance == distances[than] && row > rows[than]);
    }

    private void move(int from, int to) {
        place(to, rows[from], distances[from]);
    }

    private void place(int at, int row, double distance) {
        if (at < rows.length) {
            rows[at] = row;
            distances[at] = distance;
        }
    }
}
