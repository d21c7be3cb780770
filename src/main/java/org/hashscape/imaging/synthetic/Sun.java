package org.hashscape.imaging.synthetic;

/**
 * Where the light comes from: the unit vector from the ground to the sun, x to the right, y down the picture, z up.
 *
 * @param x right
 * @param y down
 * @param z up, above 0
 */
record Sun(double x, double y, double z) {

    /** @param azimuth direction of the sun in the picture, radians clockwise from the right; @param elevation radians */
    static Sun at(double azimuth, double elevation) {
        double flat = StrictMath.cos(elevation);
        return new Sun(flat * StrictMath.cos(azimuth), flat * StrictMath.sin(azimuth), StrictMath.sin(elevation));
    }

    /** Length of the shadow of something one unit high. */
    double shadowLength() {
        return Math.sqrt(x * x + y * y) / z;
    }

    /** Picture direction a shadow falls to, as a unit vector. */
    double shadowX() {
        return -x / Math.sqrt(x * x + y * y);
    }

    double shadowY() {
        return -y / Math.sqrt(x * x + y * y);
    }

    /** Light on a surface with the given (any length) normal: 1 on flat ground, 0 in its own shade. */
    double on(double normalX, double normalY, double normalZ) {
        double length = Math.sqrt(normalX * normalX + normalY * normalY + normalZ * normalZ);
        return Math.max(0, normalX * x + normalY * y + normalZ * z) / (length * z);
    }
}
