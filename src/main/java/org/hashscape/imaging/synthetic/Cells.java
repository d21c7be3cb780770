package org.hashscape.imaging.synthetic;

/**
 * A Voronoi diagram of one jittered point per unit square (Worley, "A cellular texture basis function", SIGGRAPH 1996):
 * irregular parcels, convection cells, cracks. Immutable.
 */
final class Cells {

    /**
     * Where a point lies in the diagram.
     *
     * @param id hash of the cell, the same for all its points
     * @param nearest distance to the cell's own point
     * @param second distance to the next point; {@code second - nearest} is 0 on the border
     */
    record Cell(int id, double nearest, double second) {

        double border() {
            return second - nearest;
        }
    }

    private final int seed;
    private final double jitter;

    /** @param jitter 0 for a square grid, 1 for wild */
    Cells(Dice dice, double jitter) {
        this.seed = dice.nextInt();
        this.jitter = jitter;
    }

    Cell at(double x, double y) {
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double nearest = Double.MAX_VALUE;
        double second = Double.MAX_VALUE;
        int id = 0;
        for (int j = row - 1; j <= row + 1; j++) {
            for (int i = column - 1; i <= column + 1; i++) {
                int hash = Noise.hash(i, j, seed);
                double dx = i + 0.5 + jitter * ((hash & 0xffff) / 65536.0 - 0.5) - x;
                double dy = j + 0.5 + jitter * ((hash >>> 16) / 65536.0 - 0.5) - y;
                double squared = dx * dx + dy * dy;
                if (squared < nearest) {
                    second = nearest;
                    nearest = squared;
                    id = hash;
                } else if (squared < second) {
                    second = squared;
                }
            }
        }
        return new Cell(id, Math.sqrt(nearest), Math.sqrt(second));
    }
}
