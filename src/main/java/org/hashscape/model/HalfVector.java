package org.hashscape.model;

/**
 * A vector of {@link HalfFloat}s and a power of two that scales them: what a descriptor loses where an archive keeps it.
 * Each number keeps 11 bits, one part in 2,048, down to 2^-14 of the vector's scale.
 *
 * <p>The scale is 1 where the largest number lies between 2^-8 and 65,504, as with every descriptor of this program; else
 * it brings that number to between 1 and 2, so that the features of any network can be kept. It depends on the vector
 * alone: what is rounded twice stays the same.
 */
public final class HalfVector {

    private static final float LEAST_UNSCALED = 0x1p-8f;
    private static final float MOST_UNSCALED = 65504;
    private static final int GREATEST_EXPONENT = 126;
    private static final float[] FLOATS = floats();

    private HalfVector() {}

    /** The exponent of the scale of {@code dimension} numbers. */
    public static byte exponent(float[] values, int from, int dimension) {
        float most = 0;
        for (int i = from; i < from + dimension; i++) {
            float size = Math.abs(values[i]);
            most = size > most && size <= Float.MAX_VALUE ? size : most;
        }
        boolean plain = most == 0 || most >= LEAST_UNSCALED && most <= MOST_UNSCALED;
        return (byte) (plain ? 0 : Math.min(GREATEST_EXPONENT, Math.getExponent(most)));
    }

    /** A number as a half, divided by the scale. */
    public static short half(float value, byte exponent) {
        return HalfFloat.of(exponent == 0 ? value : Math.scalb(value, -exponent));
    }

    /** A kept number. */
    public static float value(short half, byte exponent) {
        float value = FLOATS[half & 0xffff];
        return exponent == 0 ? value : Math.scalb(value, exponent);
    }

    /** The vector as it is after having been kept. */
    public static float[] rounded(float[] values) {
        byte exponent = exponent(values, 0, values.length);
        float[] rounded = new float[values.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = value(half(values[i], exponent), exponent);
        }
        return rounded;
    }

    private static float[] floats() {
        float[] floats = new float[1 << 16];
        for (int half = 0; half < floats.length; half++) {
            floats[half] = HalfFloat.toFloat((short) half);
        }
        return floats;
    }
}
