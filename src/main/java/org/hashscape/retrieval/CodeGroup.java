package org.hashscape.retrieval;

/**
 * Tiles that show the same primitives. Arrays are kept.
 *
 * @param presence which these are
 * @param rows the tiles, ascending
 * @param codes their codes, tile by tile, primitives ascending
 * @param levels their levels, packed, tile by tile
 * @param norms squared lengths of their read codes, in the order of the codes; empty where codes are not read
 * @param low least coordinates of the read codes, one row per primitive; empty where codes are not read
 *     or the group is small
 * @param high largest coordinates, likewise
 */
record CodeGroup(int presence, int[] rows, byte[] codes, byte[] levels, int[] norms, int[] low, int[] high) {

    /** Object headers and fields. */
    private static final int HEAD_BYTES = 152;

    int size() {
        return rows.length;
    }

    int primitives() {
        return Integer.bitCount(presence);
    }

    /** What it takes in memory. */
    long bytes() {
        return HEAD_BYTES
                + codes.length
                + levels.length
                + (long) Integer.BYTES * (rows.length + norms.length + low.length + high.length);
    }

    boolean shows(int primitive) {
        return (presence >>> primitive & 1) != 0;
    }
}
