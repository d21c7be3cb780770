package org.hashscape.feature;

/**
 * Rotation-invariant uniform local binary patterns (riu2) of one plane, on a circle of eight points with radius 1.
 *
 * <p>Ojala, Pietikainen, Maenpaa, "Multiresolution gray-scale and rotation invariant texture classification with local
 * binary patterns", IEEE PAMI 24 (2002), eq. 9. Each neighbour is 1 where it is at least as bright as the centre. A
 * circle with at most two changes between 0 and 1 counts as its number of ones (0..8), every other as 9. Order of grey
 * levels alone decides, so any monotonic change of brightness leaves the histogram as it is; a rotation by 90 degrees
 * moves the samples onto each other. Coarser radii come from running it on halved planes, which also averages noise
 * away as a wider filter would.
 */
final class BinaryPatterns {

    static final int LENGTH = 10;

    /** By circle of eight bits: the bin. */
    private static final byte[] BIN = bins();

    private static final float DIAGONAL = (float) Math.sqrt(0.5);

    private BinaryPatterns() {}

    /** One count per pixel that has all neighbours. Planes need sides of at least 3. */
    static float[] histogram(FloatPlane plane) {
        float[] histogram = new float[LENGTH];
        for (int y = 1; y < plane.height() - 1; y++) {
            for (int x = 1; x < plane.width() - 1; x++) {
                histogram[BIN[circle(plane.values(), plane.width(), y * plane.width() + x)]]++;
            }
        }
        return histogram;
    }

    private static int circle(float[] v, int width, int at) {
        float centre = v[at];
        float north = v[at - width];
        float south = v[at + width];
        float west = v[at - 1];
        float east = v[at + 1];
        int ones = 0;
        ones |= east >= centre ? 1 : 0;
        ones |= diagonal(centre, south, east, v[at + width + 1]) ? 2 : 0;
        ones |= south >= centre ? 4 : 0;
        ones |= diagonal(centre, south, west, v[at + width - 1]) ? 8 : 0;
        ones |= west >= centre ? 16 : 0;
        ones |= diagonal(centre, north, west, v[at - width - 1]) ? 32 : 0;
        ones |= north >= centre ? 64 : 0;
        ones |= diagonal(centre, north, east, v[at - width + 1]) ? 128 : 0;
        return ones;
    }

    /** Bilinear sample at distance 1 along the diagonal, minus the centre, is not negative. */
    private static boolean diagonal(float centre, float one, float other, float corner) {
        float inner = 1 - DIAGONAL;
        return DIAGONAL * inner * ((one - centre) + (other - centre)) + DIAGONAL * DIAGONAL * (corner - centre) >= 0;
    }

    private static byte[] bins() {
        byte[] bins = new byte[256];
        for (int circle = 0; circle < 256; circle++) {
            int turned = (circle << 1 | circle >> 7) & 0xff;
            bins[circle] = (byte) (Integer.bitCount(circle ^ turned) <= 2 ? Integer.bitCount(circle) : LENGTH - 1);
        }
        return bins;
    }
}
