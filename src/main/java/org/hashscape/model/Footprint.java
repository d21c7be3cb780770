package org.hashscape.model;

import java.util.List;

/**
 * The outline of a tile on the ground, in WGS84 degrees.
 *
 * @param ring corners in order, first not repeated at the end; at least three
 * @param crs the coordinate reference system the tile itself is in, as "EPSG:32633" where it has such a number, else
 *     its name
 */
public record Footprint(List<Position> ring, String crs) {

    /** A place in degrees: longitude -180..180 (beyond it only for rings that cross the date line), latitude -90..90. */
    public record Position(double longitude, double latitude) {

        public Position {
            if (!(latitude >= -90 && latitude <= 90) || !(longitude >= -540 && longitude <= 540)) {
                throw new IllegalArgumentException(
                        "Not a place on Earth: longitude " + longitude + ", latitude " + latitude);
            }
        }
    }

    public Footprint {
        ring = List.copyOf(ring);
        if (ring.size() < 3) {
            throw new IllegalArgumentException("A footprint needs at least three corners, not " + ring.size());
        }
    }

    /** The mean of the corners: good enough to say where a tile lies. */
    public Position centre() {
        double longitude =
                ring.stream().mapToDouble(Position::longitude).average().orElseThrow();
        double latitude =
                ring.stream().mapToDouble(Position::latitude).average().orElseThrow();
        return new Position(longitude, latitude);
    }
}
