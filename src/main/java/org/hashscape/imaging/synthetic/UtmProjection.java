package org.hashscape.imaging.synthetic;

/**
 * Universal transverse Mercator on WGS84, after Krueger's series in the third flattening n up to n^3 (Karney, "Transverse
 * Mercator with an accuracy of a few nanometers", Journal of Geodesy 85, 2011, equations 11, 14, 35, 36): exact to well
 * below a millimetre within a zone. Strict arithmetic, so that the same place gives the same digits everywhere.
 */
final class UtmProjection {

    private static final double SEMI_MAJOR = 6_378_137;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double N = FLATTENING / (2 - FLATTENING);
    private static final double ECCENTRICITY = Math.sqrt(FLATTENING * (2 - FLATTENING));
    private static final double RECTIFYING = SEMI_MAJOR / (1 + N) * (1 + N * N / 4 + N * N * N * N / 64);
    private static final double SCALE = 0.9996;
    private static final double[] FORWARD = {
        N / 2 - 2 * N * N / 3 + 5 * N * N * N / 16, 13 * N * N / 48 - 3 * N * N * N / 5, 61 * N * N * N / 240
    };
    private static final double[] BACKWARD = {
        N / 2 - 2 * N * N / 3 + 37 * N * N * N / 96, N * N / 48 + N * N * N / 15, 17 * N * N * N / 480
    };

    private final double centralMeridian;
    private final double falseNorthing;

    /** @param zone 1..60 */
    UtmProjection(int zone, boolean south) {
        this.centralMeridian = zone * 6 - 183;
        this.falseNorthing = south ? 10_000_000 : 0;
    }

    /** Easting and northing, metres, of a place in degrees. */
    double[] project(double longitude, double latitude) {
        double lambda = StrictMath.toRadians(longitude - centralMeridian);
        double sine = StrictMath.sin(StrictMath.toRadians(latitude));
        double conformal = StrictMath.sinh(atanh(sine) - ECCENTRICITY * atanh(ECCENTRICITY * sine));
        double xi = StrictMath.atan2(conformal, StrictMath.cos(lambda));
        double eta = atanh(StrictMath.sin(lambda) / Math.sqrt(1 + conformal * conformal));
        double x = eta;
        double y = xi;
        for (int j = 1; j <= 3; j++) {
            y += FORWARD[j - 1] * StrictMath.sin(2 * j * xi) * StrictMath.cosh(2 * j * eta);
            x += FORWARD[j - 1] * StrictMath.cos(2 * j * xi) * StrictMath.sinh(2 * j * eta);
        }
        return new double[] {500_000 + SCALE * RECTIFYING * x, falseNorthing + SCALE * RECTIFYING * y};
    }

    /** Longitude and latitude, degrees, of an easting and northing. */
    double[] unproject(double easting, double northing) {
        double y = (northing - falseNorthing) / (SCALE * RECTIFYING);
        double x = (easting - 500_000) / (SCALE * RECTIFYING);
        double xi = y;
        double eta = x;
        for (int j = 1; j <= 3; j++) {
            xi -= BACKWARD[j - 1] * StrictMath.sin(2 * j * y) * StrictMath.cosh(2 * j * x);
            eta -= BACKWARD[j - 1] * StrictMath.cos(2 * j * y) * StrictMath.sinh(2 * j * x);
        }
        double lambda = StrictMath.atan2(StrictMath.sinh(eta), StrictMath.cos(xi));
        double conformal = StrictMath.sin(xi) / StrictMath.hypot(StrictMath.sinh(eta), StrictMath.cos(xi));
        return new double[] {centralMeridian + StrictMath.toDegrees(lambda), latitude(conformal)};
    }

    /** Solves for the latitude whose conformal tangent is given (Karney, equations 19 to 21). */
    private static double latitude(double conformal) {
        double tangent = conformal;
        for (int i = 0; i < 5; i++) {
            double sine = tangent / Math.sqrt(1 + tangent * tangent);
            double sigma = StrictMath.sinh(ECCENTRICITY * atanh(ECCENTRICITY * sine));
            double mapped = tangent * Math.sqrt(1 + sigma * sigma) - sigma * Math.sqrt(1 + tangent * tangent);
            double e2 = ECCENTRICITY * ECCENTRICITY;
            tangent += (conformal - mapped)
                    / Math.sqrt(1 + mapped * mapped)
                    * (1 + (1 - e2) * tangent * tangent)
                    / ((1 - e2) * Math.sqrt(1 + tangent * tangent));
        }
        return StrictMath.toDegrees(StrictMath.atan(tangent));
    }

    private static double atanh(double value) {
        return 0.5 * StrictMath.log((1 + value) / (1 - value));
    }
}
