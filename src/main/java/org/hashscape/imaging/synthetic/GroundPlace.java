package org.hashscape.imaging.synthetic;

/**
 * Where a north-up square tile lies: in a UTM zone on WGS84.
 *
 * @param epsg 32601..32660 north, 32701..32760 south of the equator
 * @param easting metres of the left edge
 * @param northing metres of the top edge
 * @param metresPerPixel ground size of a pixel
 * @param side pixels along each side
 */
public record GroundPlace(int epsg, double easting, double northing, double metresPerPixel, int side) {

    /** Bounds in WGS84 degrees that hold the whole tile. */
    public record Bounds(double west, double south, double east, double north) {}

    /** The place of a tile whose upper left corner is about the given one; snapped to whole ten metres. */
    static GroundPlace near(double longitude, double latitude, double metresPerPixel, int side) {
        int zone = (int) Math.floor((longitude + 180) / 6) + 1;
        boolean south = latitude < 0;
        UtmProjection projection = new UtmProjection(zone, south);
        double[] corner = projection.project(longitude, latitude);
        return new GroundPlace(
                (south ? 32700 : 32600) + zone,
                Math.round(corner[0] / 10) * 10.0,
                Math.round(corner[1] / 10) * 10.0,
                metresPerPixel,
                side);
    }

    /** The CRS as archives write it, {@code EPSG:32633}. */
    public String crs() {
        return "EPSG:" + epsg;
    }

    /**
     * From the corners and the middles of the sides, which bulge: grid lines are not parallel to meridians. What the
     * bulge between those points leaves out is below a hundredth of a pixel.
     */
    public Bounds bounds() {
        UtmProjection projection = new UtmProjection(epsg % 100, epsg >= 32700);
        double west = 180;
        double south = 90;
        double east = -180;
        double north = -90;
        for (int column = 0; column <= 2; column++) {
            for (int row = 0; row <= 2; row++) {
                double[] degrees = projection.unproject(
                        easting + column * 0.5 * side * metresPerPixel, northing - row * 0.5 * side * metresPerPixel);
                west = Math.min(west, degrees[0]);
                east = Math.max(east, degrees[0]);
                south = Math.min(south, degrees[1]);
                north = Math.max(north, degrees[1]);
            }
        }
        return new Bounds(west, south, east, north);
    }
}
