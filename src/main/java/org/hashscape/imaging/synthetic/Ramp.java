package org.hashscape.imaging.synthetic;

/** The transitions every painter needs: clamped, straight and smooth. */
final class Ramp {

    private Ramp() {}

    static double clamp(double value) {
        return value < 0 ? 0 : Math.min(value, 1);
    }

    static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }

    /** 0 up to {@code zero}, 1 from {@code one} on, a cubic between; {@code zero} may be the larger of the two. */
    static double smooth(double zero, double one, double value) {
        double t = clamp((value - zero) / (one - zero));
        return t * t * (3 - 2 * t);
    }

    /** 1 at {@code centre}, falling smoothly to 0 at {@code reach} on both sides. */
    static double bump(double centre, double reach, double value) {
        return smooth(reach, 0, Math.abs(value - centre));
    }
}
