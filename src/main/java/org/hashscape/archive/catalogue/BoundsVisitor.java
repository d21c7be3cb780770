package org.hashscape.archive.catalogue;

/** Is told the boxes of footprints, row by row. */
@FunctionalInterface
public interface BoundsVisitor {

    /**
     * @param west least longitude of the corners, WGS84 degrees; a ring across the date line goes on beyond 180, so
     *     that west is never greater than east
     */
    void box(int row, double west, double south, double east, double north);
}
