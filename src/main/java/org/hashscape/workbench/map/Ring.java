package org.hashscape.workbench.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hashscape.model.Footprint;
import org.hashscape.model.Footprint.Position;
import org.jspecify.annotations.Nullable;

/**
 * A closed line whose longitudes run on without a jump: over the date line they go beyond 180 degrees. It starts in the
 * turn where its westernmost point lies in -180..180. Edges are straight in longitude and latitude. Immutable.
 */
public final class Ring {

    private static final double TURN = 360;
    private static final double NEARLY = 1e-9;

    private final double[] longitudes;
    private final double[] latitudes;
    private final double west;
    private final double south;
    private final double east;
    private final double north;

    /** @param longitudes degrees without jumps, corner by corner, the first not repeated; kept */
    Ring(double[] longitudes, double[] latitudes) {
        this.longitudes = longitudes;
        this.latitudes = latitudes;
        double least = longitudes[0];
        double most = least;
        double low = latitudes[0];
        double high = low;
        for (int i = 1; i < longitudes.length; i++) {
            least = Math.min(least, longitudes[i]);
            most = Math.max(most, longitudes[i]);
            low = Math.min(low, latitudes[i]);
            high = Math.max(high, latitudes[i]);
        }
        this.west = least;
        this.east = most;
        this.south = low;
        this.north = high;
    }

    public static Ring of(Footprint footprint) {
        return of(footprint.ring());
    }

    /** @param corners at least three, the first not repeated */
    public static Ring of(List<Position> corners) {
        double[] longitudes = new double[corners.size()];
        double[] latitudes = new double[corners.size()];
        for (int i = 0; i < longitudes.length; i++) {
            longitudes[i] = corners.get(i).longitude();
            latitudes[i] = corners.get(i).latitude();
        }
        return of(longitudes, latitudes);
    }

    /**
     * Takes the jumps out of a line as files hold it: two neighbours that lie more than half a turn apart are joined the
     * short way, over the date line. (Exactly one turn apart on the same parallel they are both ends of the world.) A line
     * that has gone once round the world when it comes back encloses a pole, and is closed along it.
     */
    public static Ring of(double[] longitudes, double[] latitudes) {
        int count = longitudes.length;
        double[] continuous = new double[count];
        continuous[0] = longitudes[0];
        for (int i = 1; i < count; i++) {
            continuous[i] = continuous[i - 1] + step(longitudes, latitudes, i - 1, i);
        }
        double round = continuous[count - 1] + step(longitudes, latitudes, count - 1, 0) - continuous[0];
        if (Math.abs(round) > TURN / 2) {
            double pole = Math.copySign(90, Arrays.stream(latitudes).sum());
            double[] closedLongitudes = Arrays.copyOf(continuous, count + 3);
            double[] closedLatitudes = Arrays.copyOf(latitudes, count + 3);
            closedLongitudes[count] = continuous[0] + round;
            closedLatitudes[count] = latitudes[0];
            closedLongitudes[count + 1] = continuous[0] + round;
            closedLatitudes[count + 1] = pole;
            closedLongitudes[count + 2] = continuous[0];
            closedLatitudes[count + 2] = pole;
            return normal(closedLongitudes, closedLatitudes);
        }
        return normal(continuous, latitudes.clone());
    }

    private static double step(double[] longitudes, double[] latitudes, int from, int to) {
        double step = longitudes[to] - longitudes[from];
        if (latitudes[to] == latitudes[from] && Math.abs(Math.abs(step) - TURN) < NEARLY) {
            return step;
        }
        return step - TURN * Math.rint(step / TURN);
    }

    private static Ring normal(double[] longitudes, double[] latitudes) {
        double west = longitudes[0];
        for (double longitude : longitudes) {
            west = Math.min(west, longitude);
        }
        double shift = TURN * Math.floor((west + TURN / 2) / TURN);
        if (shift != 0) {
            for (int i = 0; i < longitudes.length; i++) {
                longitudes[i] -= shift;
            }
        }
        return new Ring(longitudes, latitudes);
    }

    public int size() {
        return longitudes.length;
    }

    public double longitude(int corner) {
        return longitudes[corner];
    }

    public double latitude(int corner) {
        return latitudes[corner];
    }

    public double west() {
        return west;
    }

    /** Beyond 180 where it crosses the date line. */
    public double east() {
        return east;
    }

    public double south() {
        return south;
    }

    public double north() {
        return north;
    }

    public GeoBox box() {
        return GeoBox.normal(west, south, east, north);
    }

    /** Twice the enclosed area in square degrees; positive where the corners run counter-clockwise. */
    private double doubleArea() {
        double area = 0;
        for (int i = 0, before = size() - 1; i < size(); before = i++) {
            area += longitudes[before] * latitudes[i] - longitudes[i] * latitudes[before];
        }
        return area;
    }

    /** The same line with its corners running counter-clockwise, as RFC 7946 wants outer rings. */
    public Ring counterClockwise() {
        if (doubleArea() >= 0) {
            return this;
        }
        double[] x = new double[size()];
        double[] y = new double[size()];
        for (int i = 0; i < size(); i++) {
            x[i] = longitudes[size() - 1 - i];
            y[i] = latitudes[size() - 1 - i];
        }
        return new Ring(x, y);
    }

    /** Its parts on either side of the date line, each within -180..180; itself where it does not cross. */
    public List<Ring> cutAtDateLine() {
        if (east <= 180) {
            return List.of(this);
        }
        List<Ring> parts = new ArrayList<>();
        for (int turn = 0; -180 + turn * TURN < east; turn++) {
            double from = -180 + turn * TURN;
            double[][] part = keep(keep(new double[][] {longitudes, latitudes}, from, true), from + TURN, false);
            if (part[0].length >= 3) {
                for (int i = 0; i < part[0].length; i++) {
                    part[0][i] -= turn * TURN;
                }
                Ring ring = new Ring(part[0], part[1]);
                if (ring.doubleArea() != 0) {
                    parts.add(ring);
                }
            }
        }
        return List.copyOf(parts);
    }

    /** What lies on one side of a meridian (Sutherland and Hodgman's clipping). */
    private static double[][] keep(double[][] ring, double meridian, boolean eastOf) {
        int count = ring[0].length;
        double[] x = new double[2 * count + 2];
        double[] y = new double[2 * count + 2];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int next = (i + 1) % count;
            double here = ring[0][i];
            double there = ring[0][next];
            boolean in = eastOf ? here >= meridian : here <= meridian;
            boolean inNext = eastOf ? there >= meridian : there <= meridian;
            if (in) {
                x[kept] = here;
                y[kept++] = ring[1][i];
            }
            if (in != inNext) {
                double share = (meridian - here) / (there - here);
                x[kept] = meridian;
                y[kept++] = ring[1][i] + share * (ring[1][next] - ring[1][i]);
            }
        }
        return new double[][] {Arrays.copyOf(x, kept), Arrays.copyOf(y, kept)};
    }

    /** Whether a place lies inside, on whichever turn it is written. */
    public boolean contains(double longitude, double latitude) {
        for (double x = longitude - TURN; x <= longitude + TURN; x += TURN) {
            if (x >= west && x <= east && encloses(x, latitude)) {
                return true;
            }
        }
        return false;
    }

    /** By the even-odd rule. */
    private boolean encloses(double x, double y) {
        boolean inside = false;
        for (int i = 0, before = size() - 1; i < size(); before = i++) {
            if ((latitudes[i] > y) != (latitudes[before] > y)
                    && x
                            < (longitudes[before] - longitudes[i])
                                            * (y - latitudes[i])
                                            / (latitudes[before] - latitudes[i])
                                    + longitudes[i]) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** Whether two rings have a point in common: edges that meet, or one inside the other. */
    public boolean touches(Ring other) {
        for (int turn = -1; turn <= 1; turn++) {
            if (touches(other, turn * TURN)) {
                return true;
            }
        }
        return false;
    }

    private boolean touches(Ring other, double shift) {
        boolean apart =
                other.west + shift > east || other.east + shift < west || other.south > north || other.north < south;
        if (apart) {
            return false;
        }
        return encloses(other.longitudes[0] + shift, other.latitudes[0])
                || other.encloses(longitudes[0] - shift, latitudes[0])
                || edgesMeet(other, shift);
    }

    private boolean edgesMeet(Ring other, double shift) {
        for (int i = 0, before = size() - 1; i < size(); before = i++) {
            for (int j = 0, last = other.size() - 1; j < other.size(); last = j++) {
                if (meet(
                        longitudes[before],
                        latitudes[before],
                        longitudes[i],
                        latitudes[i],
                        other.longitudes[last] + shift,
                        other.latitudes[last],
                        other.longitudes[j] + shift,
                        other.latitudes[j])) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean meet(
            double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
        double c = side(ax, ay, bx, by, cx, cy);
        double d = side(ax, ay, bx, by, dx, dy);
        double a = side(cx, cy, dx, dy, ax, ay);
        double b = side(cx, cy, dx, dy, bx, by);
        if (((c > 0 && d < 0) || (c < 0 && d > 0)) && ((a > 0 && b < 0) || (a < 0 && b > 0))) {
            return true;
        }
        return c == 0 && within(ax, ay, bx, by, cx, cy)
                || d == 0 && within(ax, ay, bx, by, dx, dy)
                || a == 0 && within(cx, cy, dx, dy, ax, ay)
                || b == 0 && within(cx, cy, dx, dy, bx, by);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ring ring
                && Arrays.equals(longitudes, ring.longitudes)
                && Arrays.equals(latitudes, ring.latitudes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(longitudes) + Arrays.hashCode(latitudes);
    }

    private static double side(double ax, double ay, double bx, double by, double px, double py) {
        return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
    }

    private static boolean within(double ax, double ay, double bx, double by, double px, double py) {
        return px >= Math.min(ax, bx) && px <= Math.max(ax, bx) && py >= Math.min(ay, by) && py <= Math.max(ay, by);
    }
}
