package org.hashscape.workbench.map;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rectangle in longitude and latitude, degrees. It starts at {@code west} in -180..180 and goes east; {@code east} may
 * be up to {@code west} + 360, so beyond 180 where the rectangle crosses the date line.
 */
public record GeoBox(double west, double south, double east, double north) {

    /** The whole world. */
    public static final GeoBox WORLD = new GeoBox(-180, -90, 180, 90);

    public GeoBox {
        if (!(west >= -180 && west <= 180) || !(east >= west) || !(east <= west + 360)) {
            throw new IllegalArgumentException("Not a range of longitudes: " + west + " to " + east);
        }
        if (!(south >= -90) || !(north >= south) || !(north <= 90)) {
            throw new IllegalArgumentException("Not a range of latitudes: " + south + " to " + north);
        }
    }

    /**
     * From what people write: where {@code east} is less than {@code west}, the rectangle crosses the date line.
     *
     * @throws IllegalArgumentException where a number is no longitude or latitude
     */
    public static GeoBox of(double west, double south, double east, double north) {
        if (!(Math.abs(west) <= 180) || !(Math.abs(east) <= 180)) {
            throw new IllegalArgumentException("Longitudes lie in -180..180, not " + west + ", " + east);
        }
        return new GeoBox(west, south, east < west ? east + 360 : east, north);
    }

    /** The same rectangle, starting in -180..180, of one that may start anywhere. */
    static GeoBox normal(double west, double south, double east, double north) {
        if (east - west >= 360) {
            return new GeoBox(-180, south, 180, north);
        }
        double shift = 360 * Math.floor((west + 180) / 360);
        return new GeoBox(west - shift, south, Math.min(east - shift, west - shift + 360), north);
    }

    /** Whether a range of longitudes and latitudes, whichever turn it is written in, has a point in common with this one. */
    public boolean touches(double otherWest, double otherSouth, double otherEast, double otherNorth) {
        if (otherSouth > north || otherNorth < south) {
            return false;
        }
        for (int turn = -360; turn <= 360; turn += 360) {
            if (otherWest + turn <= east && otherEast + turn >= west) {
                return true;
            }
        }
        return false;
    }

    /** The smallest rectangle around several; the shorter way round the world. */
    public static Optional<GeoBox> around(Stream<GeoBox> boxes) {
        return boxes.reduce(GeoBox::with);
    }

    private GeoBox with(GeoBox other) {
        double low = Math.min(south, other.south);
        double high = Math.max(north, other.north);
        GeoBox best = WORLD;
        for (int turn = -360; turn <= 360; turn += 360) {
            double from = Math.min(west, other.west + turn);
            double to = Math.max(east, other.east + turn);
            if (to - from < best.east - best.west) {
                best = normal(from, low, to, high);
            }
        }
        return new GeoBox(best.west, low, best.east, high);
    }

    /** Its corners as a ring. */
    public Ring ring() {
        return new Ring(new double[] {west, west, east, east}, new double[] {north, south, south, north});
    }

    /** "5.00° W – 8.25° E, 40.00° N – 55.50° N". */
    @Override
    public String toString() {
        double ends = east > 180 ? east - 360 : east;
        return degrees(west, "W", "E") + " – " + degrees(ends, "W", "E") + ", " + degrees(south, "S", "N") + " – "
                + degrees(north, "S", "N");
    }

    private static String degrees(double value, String negative, String positive) {
        String side = value == 0 ? "" : value < 0 ? " " + negative : " " + positive;
        return String.format(Locale.ROOT, "%.2f°%s", Math.abs(value), side);
    }
}
