package org.hashscape.retrieval;

/**
 * Exact top-k of codes for a query that keeps the real values behind its bits; ties by row. Immutable; safe to call from
 * several threads at once.
 *
 * <p>A query u in [-1, 1]^b lies from a code c in {0,1}^b at
 *
 * <pre>
 * d(u, c) = sum of |u_k| over the bits k where c_k differs from [u_k &gt; 0]
 *         = (sum_k |u_k| - sum_k u_k (2 c_k - 1)) / 2
 * </pre>
 *
 * the Hamming distance in which a bit counts as much as the query is sure of it, at most b; its order is that of the
 * inner product. Each |u_k| is rounded to 1/65,536, so that sums are exact in any order and ties are ties. Gordo,
 * Perronnin, Gong, Lazebnik, <i>Asymmetric distances for binary embeddings</i>, TPAMI 2014.
 *
 * <p>Works on bytes: for each of the b/8 bytes of a code a table gives the distance of its 256 values. A scan costs one
 * look-up per byte and code instead of one bit count per word.
 */
public final class AsymmetricScan {

    /** What {@link #distances} counts a whole bit as. */
    public static final int UNIT = 1 << 16;

    private static final int VALUES = 256;

    private final CodeTable codes;

    public AsymmetricScan(CodeTable codes) {
        this.codes = codes;
    }

    /**
     * The closest rows; distances are in bits, and fractions of them.
     *
     * @param query real values, as many as the codes have bits, each in -1..1
     * @param k how many, at least 1; fewer come back where there are fewer rows
     * @param excludedRow a row that must not be in the answer (the query itself), or -1
     */
    public Neighbours search(float[] query, int k, int excludedRow) {
        return search(query, k, RowSet.all(), excludedRow);
    }

    /** The closest of some rows; otherwise as above. */
    public Neighbours search(float[] query, int k, RowSet among, int excludedRow) {
        int[] tables = tables(query);
        int rows = codes.rows();
        int candidates = among.countBelow(rows, excludedRow);
        ClosestRows closest = new ClosestRows(Math.min(HammingScan.requirePositive(k), candidates));
        for (int row = among.next(0, rows); row < rows; row = among.next(row + 1, rows)) {
            if (row != excludedRow) {
                closest.offer(row, (double) distance(tables, row) / UNIT);
            }
        }
        return closest.take(candidates);
    }

    /** The distance of every row, in {@link #UNIT}ths of a bit. */
    public int[] distances(float[] query) {
        int[] tables = tables(query);
        int[] distances = new int[codes.rows()];
        for (int row = 0; row < distances.length; row++) {
            distances[row] = distance(tables, row);
        }
        return distances;
    }

    private int distance(int[] tables, int row) {
        long[] words = codes.words();
        int at = row * codes.wordsPerCode();
        int distance = 0;
        for (int table = 0, from = 0; from < tables.length; table++, from += VALUES) {
            distance += tables[from + ((int) (words[at + table / 8] >>> 8 * (table % 8)) & 0xff)];
        }
        return distance;
    }

    /** Distance that each value of each byte of a code adds. */
    private int[] tables(float[] query) {
        int bits = codes.bits();
        if (query.length != bits) {
            throw new IllegalArgumentException(
                    "The query has " + query.length + " values, the codes of the archive " + bits + " bits");
        }
        int[] tables = new int[(bits + 7) / 8 * VALUES];
        for (int bit = 0; bit < bits; bit++) {
            float value = query[bit];
            if (!(Math.abs(value) <= 1)) {
                throw new IllegalArgumentException("A query's values lie in -1..1; bit " + bit + " is " + value);
            }
            int weight = Math.round(Math.abs(value) * UNIT);
            int from = bit / 8 * VALUES;
            for (int code = 0; code < VALUES; code++) {
                boolean set = (code >>> bit % 8 & 1) == 1;
                tables[from + code] += set == value > 0 ? 0 : weight;
            }
        }
        return tables;
    }
}
