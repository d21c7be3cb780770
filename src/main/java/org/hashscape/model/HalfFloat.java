package org.hashscape.model;

/**
 * IEEE 754 binary16: 1 sign, 5 exponent and 10 fraction bits, for numbers of which many are kept and three digits are
 * enough. Values up to 65,504; steps of 1/2048 of the value down to 2^-14, and of 2^-24 below.
 */
public final class HalfFloat {

    private static final int FLOAT_TO_HALF_BIAS = 127 - 15;

    private HalfFloat() {}

    /** The nearest half, ties to even; infinite beyond {@code 65520}. */
    public static short of(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        float size = Math.abs(value);
        if (!(size < 65520)) {
            return (short) (sign | (Float.isNaN(value) ? 0x7e00 : 0x7c00));
        }
        if (size < 0x1p-14f) {
            return (short) (sign | (int) Math.rint(size * 0x1p24));
        }
        int rest = bits & 0x7fffffff;
        int half = rest - (FLOAT_TO_HALF_BIAS << 23) >>> 13;
        int dropped = rest & 0x1fff;
        boolean up = dropped > 0x1000 || dropped == 0x1000 && (half & 1) == 1;
        return (short) (sign | (up ? half + 1 : half));
    }

    public static float toFloat(short half) {
        int exponent = half >>> 10 & 0x1f;
        int fraction = half & 0x3ff;
        float size;
        if (exponent == 0) {
            size = fraction * 0x1p-24f;
        } else if (exponent == 31) {
            size = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else {
            size = Float.intBitsToFloat(exponent + FLOAT_TO_HALF_BIAS << 23 | fraction << 13);
        }
        return half < 0 ? -size : size;
    }
}
