package org.hashscape.workbench.filter;

import org.hashscape.workbench.map.GeoBox;
import org.hashscape.workbench.map.Ring;

/**
 * A region cut into squares that lie wholly inside, wholly outside or on its edge, counted so that a box is judged by four
 * look-ups: most tiles of a large archive need no more to be let through or left out.
 */
public final class RegionGrid {

    /** What a look at the grid tells of a box. */
    public enum Verdict {
        INSIDE,
        OUTSIDE,
        /** Only the exact shapes can tell. */
        UNKNOWN
    }

    private static final int CELLS = 512;

    private final GeoBox box;
    private final double across;
    private final double down;
    /** Sums of all cells above and to the left, with a margin of zeros: inside, then edge. */
    private final int[][] inside = new int[CELLS + 1][CELLS + 1];

    private final int[][] edge = new int[CELLS + 1][CELLS + 1];

    public RegionGrid(Region region) {
        Ring ring = region.ring();
        box = region.box();
        across = Math.max(1e-12, (box.east() - box.west()) / CELLS);
        down = Math.max(1e-12, (box.north() - box.south()) / CELLS);
        boolean[][] touched = edges(ring);
        for (int line = 0; line < CELLS; line++) {
            boolean in = false;
            boolean known = false;
            for (int column = 0; column < CELLS; column++) {
                if (touched[line][column]) {
                    known = false;
                } else if (!known) {
                    in = ring.contains(box.west() + (column + 0.5) * across, box.south() + (line + 0.5) * down);
                    known = true;
                }
                int isInside = !touched[line][column] && in ? 1 : 0;
                int isEdge = touched[line][column] ? 1 : 0;
                inside[line + 1][column + 1] =
                        isInside + inside[line][column + 1] + inside[line + 1][column] - inside[line][column];
                edge[line + 1][column + 1] =
                        isEdge + edge[line][column + 1] + edge[line + 1][column] - edge[line][column];
            }
        }
    }

    /** Cells that an edge of the ring passes, and those around them: rounding must not matter. */
    private boolean[][] edges(Ring ring) {
        boolean[][] touched = new boolean[CELLS][CELLS];
        for (int i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
            double x = (ring.longitude(before) - box.west()) / across;
            double y = (ring.latitude(before) - box.south()) / down;
            double toX = (ring.longitude(i) - box.west()) / across;
            double toY = (ring.latitude(i) - box.south()) / down;
            int steps = 1 + (int) Math.ceil(2 * Math.max(Math.abs(toX - x), Math.abs(toY - y)));
            for (int step = 0; step <= steps; step++) {
                touch(touched, x + (toX - x) * step / steps, y + (toY - y) * step / steps);
            }
        }
        return touched;
    }

    private static void touch(boolean[][] touched, double x, double y) {
        for (int line = (int) Math.floor(y) - 1; line <= (int) Math.floor(y) + 1; line++) {
            for (int column = (int) Math.floor(x) - 1; column <= (int) Math.floor(x) + 1; column++) {
                if (line >= 0 && line < CELLS && column >= 0 && column < CELLS) {
                    touched[line][column] = true;
                }
            }
        }
    }

    /** Where a box lies, west to east without a jump and at most 180 degrees wide. */
    public Verdict judge(double west, double south, double east, double north) {
        if (!box.touches(west, south, east, north)) {
            return Verdict.OUTSIDE;
        }
        double shift = 360 * Math.rint(((box.west() + box.east()) - (west + east)) / 2 / 360);
        double left = (west + shift - box.west()) / across;
        double right = (east + shift - box.west()) / across;
        double bottom = (south - box.south()) / down;
        double top = (north - box.south()) / down;
        if (!(left >= 0 && right < CELLS && bottom >= 0 && top < CELLS)) {
            return Verdict.UNKNOWN;
        }
        int x0 = (int) left;
        int x1 = (int) right + 1;
        int y0 = (int) bottom;
        int y1 = (int) top + 1;
        int cells = (x1 - x0) * (y1 - y0);
        if (count(inside, x0, y0, x1, y1) == cells) {
            return Verdict.INSIDE;
        }
        boolean empty = count(inside, x0, y0, x1, y1) == 0 && count(edge, x0, y0, x1, y1) == 0;
        return empty ? Verdict.OUTSIDE : Verdict.UNKNOWN;
    }

    private static int count(int[][] sums, int x0, int y0, int x1, int y1) {
        return sums[y1][x1] - sums[y0][x1] - sums[y1][x0] + sums[y0][x0];
    }
}
