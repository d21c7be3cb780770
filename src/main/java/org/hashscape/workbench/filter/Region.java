package org.hashscape.workbench.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hashscape.model.Footprint;
import org.hashscape.model.Footprint.Position;
import org.hashscape.workbench.map.GeoBox;
import org.hashscape.workbench.map.Ring;

/**
 * A part of the Earth: a rectangle in longitude and latitude, or a polygon whose edges are straight in them. A tile lies in
 * it where its footprint and the region have a point in common.
 *
 * @param rectangle whether the ring is that of a rectangle
 */
public record Region(Ring ring, boolean rectangle) {

    public static Region of(GeoBox box) {
        return new Region(box.ring(), true);
    }

    /**
     * @param corners the first not repeated; neighbours more than 180 degrees apart are joined over the date line
     * @throws IllegalArgumentException where there are fewer than three
     */
    public static Region polygon(List<Position> corners) {
        if (corners.size() < 3) {
            throw new IllegalArgumentException("A polygon needs at least three corners, not " + corners.size());
        }
        return new Region(Ring.of(corners), false);
    }

    /**
     * From {@code "west,south,east,north"} in degrees; east less than west crosses the date line.
     *
     * @throws IllegalArgumentException where it is not that, with what was written
     */
    public static Region parseBox(String text) {
        double[] numbers = numbers(text, text.split(",", -1));
        if (numbers.length != 4) {
            throw new IllegalArgumentException(
                    "A rectangle is west,south,east,north in degrees, as 5.5,45,10,48, not '" + text + "'");
        }
        return of(GeoBox.of(numbers[0], numbers[1], numbers[2], numbers[3]));
    }

    /**
     * From {@code "longitude,latitude longitude,latitude ..."} in degrees; the first corner may be repeated at the end.
     *
     * @throws IllegalArgumentException where it is not that, with what was written
     */
    public static Region parsePolygon(String text) {
        List<Position> corners = new ArrayList<>();
        for (String corner : text.strip().split("\\s+")) {
            double[] numbers = numbers(text, corner.split(",", -1));
            if (numbers.length != 2) {
                throw new IllegalArgumentException("A polygon is longitude,latitude of each corner with blanks between,"
                        + " as '5,45 10,45 8,48', not '" + text + "'");
            }
            corners.add(new Position(numbers[0], numbers[1]));
        }
        if (corners.size() > 3 && corners.get(0).equals(corners.get(corners.size() - 1))) {
            corners.remove(corners.size() - 1);
        }
        return polygon(corners);
    }

    private static double[] numbers(String whole, String[] parts) {
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            try {
                numbers[i] = Double.parseDouble(parts[i].strip());
            } catch (NumberFormatException noNumber) {
                throw new IllegalArgumentException(
                        "'" + parts[i] + "' in '" + whole + "' is not a number of degrees", noNumber);
            }
        }
        return numbers;
    }

    /** Whether a footprint lies in it, at least in part. */
    public boolean touches(Footprint footprint) {
        return ring.touches(Ring.of(footprint));
    }

    public GeoBox box() {
        return ring.box();
    }

    /** As {@link #parseBox} or {@link #parsePolygon} reads it. */
    public String text() {
        if (rectangle) {
            double east = ring.east() > 180 ? ring.east() - 360 : ring.east();
            return number(ring.west()) + "," + number(ring.south()) + "," + number(east) + "," + number(ring.north());
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ring.size(); i++) {
            text.append(i == 0 ? "" : " ")
                    .append(number(ring.longitude(i)))
                    .append(',')
                    .append(number(ring.latitude(i)));
        }
        return text.toString();
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.6f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    /** For people. */
    @Override
    public String toString() {
        return (rectangle ? "" : "polygon of " + ring.size() + " corners in ") + box();
    }
}
