package org.hashscape.imaging.geo;

import java.util.ArrayList;
import java.util.List;
import org.hashscape.model.Footprint;
import org.hashscape.model.Footprint.Position;
import org.hashscape.model.PixelWindow;

/**
 * Draws the outline of a window on the globe. What is straight in the image's own system is bent in degrees, so edges get
 * further points until they are right to a quarter of a pixel; most tiles need their corners only.
 */
final class Outline {

    private static final int DEEPEST = 6;

    private final PixelGrid grid;
    private final GroundSystem system;

    Outline(PixelGrid grid, GroundSystem system) {
        this.grid = grid;
        this.system = system;
    }

    /** @throws UnknownPlaceException where a part of it has no place */
    Footprint of(PixelWindow window) throws UnknownPlaceException {
        double left = window.x();
        double top = window.y();
        double right = left + window.width();
        double bottom = top + window.height();
        double[][] corners = {{left, top}, {right, top}, {right, bottom}, {left, bottom}, {left, top}};
        List<Position> ring = new ArrayList<>();
        Position last = place(left, top, 0);
        for (int i = 0; i < 4; i++) {
            ring.add(last);
            Position next = place(corners[i + 1][0], corners[i + 1][1], last.longitude());
            bend(corners[i], corners[i + 1], last, next, 0, ring);
            last = next;
        }
        closeOverPole(ring, last);
        return new Footprint(ring, system.name());
    }

    /** Adds the points between two that the edge needs. */
    private void bend(double[] from, double[] to, Position start, Position end, int depth, List<Position> ring)
            throws UnknownPlaceException {
        if (depth == DEEPEST) {
            return;
        }
        double column = (from[0] + to[0]) / 2;
        double row = (from[1] + to[1]) / 2;
        Position middle = place(column, row, start.longitude());
        double strayLongitude = middle.longitude() - (start.longitude() + end.longitude()) / 2;
        double strayLatitude = middle.latitude() - (start.latitude() + end.latitude()) / 2;
        double length = Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]));
        double pixel = Math.hypot(end.longitude() - start.longitude(), end.latitude() - start.latitude()) / length;
        if (Math.hypot(strayLongitude, strayLatitude) < Math.max(pixel / 4, 1e-7)) {
            return;
        }
        double[] centre = {column, row};
        bend(from, centre, start, middle, depth + 1, ring);
        ring.add(middle);
        bend(centre, to, middle, end, depth + 1, ring);
    }

    /** Where a point of the image lies, with the longitude that is nearest to another, so that rings are unbroken. */
    private Position place(double column, double row, double near) throws UnknownPlaceException {
        Position place = system.toWgs84(grid.x(column, row), grid.y(column, row));
        double turns = Math.rint((place.longitude() - near) / 360);
        double longitude =
                Math.abs(place.longitude() - near) > 180 ? place.longitude() - 360 * turns : place.longitude();
        try {
            return new Position(longitude, place.latitude());
        } catch (IllegalArgumentException wound) {
            throw new UnknownPlaceException("its outline winds around the Earth", wound);
        }
    }

    /** A ring that has gone around the Earth holds a pole: leads it along the meridian to there and back. */
    private static void closeOverPole(List<Position> ring, Position last) {
        Position first = ring.get(0);
        if (Math.abs(last.longitude() - first.longitude()) > 180) {
            double pole = first.latitude() >= 0 ? 90 : -90;
            ring.add(last);
            ring.add(new Position(last.longitude(), pole));
            ring.add(new Position(first.longitude(), pole));
        }
    }
}
