package org.hashscape.imaging.synthetic;

/** Which pixels of a sheet are taken by roads, houses or yards, so that things do not stand in each other. */
final class Occupancy {

    private final int size;
    private final boolean[] taken;

    Occupancy(int size) {
        this.size = size;
        this.taken = new boolean[size * size];
    }

    boolean at(int x, int y) {
        return x >= 0 && y >= 0 && x < size && y < size && taken[y * size + x];
    }

    void take(int x, int y) {
        if (x >= 0 && y >= 0 && x < size && y < size) {
            taken[y * size + x] = true;
        }
    }

    void take(Path.Nearness near, double reach) {
        for (int i = 0; i < taken.length; i++) {
            taken[i] |= near.distance()[i] < reach;
        }
    }

    /** Takes the plan of a building grown by a margin, where all of it is free. Answers whether it was. */
    boolean claim(Building building, double margin) {
        if (!sweep(building, margin, false)) {
            return false;
        }
        return sweep(building, margin, true);
    }

    private boolean sweep(Building b, double margin, boolean take) {
        double cosine = StrictMath.cos(b.angle());
        double sine = StrictMath.sin(b.angle());
        double halfLength = b.length() / 2 + margin;
        double halfWidth = b.width() / 2 + margin;
        for (double u = -halfLength; u <= halfLength; u += 0.9) {
            for (double v = -halfWidth; v <= halfWidth; v += 0.9) {
                int px = (int) Math.round(b.x() + u * cosine - v * sine);
                int py = (int) Math.round(b.y() + u * sine + v * cosine);
                if (take) {
                    take(px, py);
                } else if (at(px, py)) {
                    return false;
                }
            }
        }
        return true;
    }
}
