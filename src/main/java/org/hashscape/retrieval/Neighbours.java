package org.hashscape.retrieval;

/**
 * Rows found by a search, closest first.
 *
 * @param rows 0-based rows; kept, not copied
 * @param distances distance of each, ascending: bits for codes, or a descriptor distance
 * @param candidates how many rows were looked at to find them
 */
public record Neighbours(int[] rows, double[] distances, int candidates) {

    public Neighbours {
        if (rows.length != distances.length) {
            throw new IllegalArgumentException(rows.length + " rows but " + distances.length + " distances");
        }
    }

    public int size() {
        return rows.length;
    }
}
