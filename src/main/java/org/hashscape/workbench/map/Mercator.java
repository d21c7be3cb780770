package org.hashscape.workbench.map;

/**
 * The web maps' projection: the world between 85.05 degrees south and north as a square of edge 1, x from west to east,
 * y from north to south. Shapes keep their angles, so a square tile looks square wherever it lies; areas grow towards
 * the poles. What lies beyond is drawn at the edge.
 */
public final class Mercator {

    /** Greatest latitude on the map, degrees. */
    public static final double MOST_LATITUDE = 85.0511287798066;

    private Mercator() {}

    /** @param longitude degrees; beyond 180 it lies on the next copy of the world */
    public static double x(double longitude) {
        return longitude / 360 + 0.5;
    }

    public static double y(double latitude) {
        double bounded = Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, latitude));
        double sine = Math.sin(Math.toRadians(bounded));
        return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    }

    public static double longitude(double x) {
        return (x - 0.5) * 360;
    }

    public static double latitude(double y) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * y))));
    }
}
