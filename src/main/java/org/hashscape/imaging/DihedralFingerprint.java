package org.hashscape.imaging;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import org.hashscape.model.Raster;

/**
 * What a tile looks like from afar, whichever way it is turned: a grid of {@value #SIDE} x {@value #SIDE} area-averaged
 * grey values, compared in all eight orientations of a square (four rotations, and these mirrored). Copies of a tile that
 * were turned, mirrored, compressed again or evenly scaled have almost the same grid; shifted, cropped or brightened ones
 * have not, and are not what this is for.
 *
 * <p>Two tiles are {@linkplain #sameAs the same} where their grids differ by little in grey levels and by little
 * against the contrast that both have: between two calm seas there is no telling by grey levels alone. Immutable.
 */
public final class DihedralFingerprint {

    /** Cells on a side. */
    public static final int SIDE = 16;

    /** Bytes that {@link #toBytes} gives: two per cell, big-endian, in 1/256 grey level. */
    public static final int BYTES = 2 * SIDE * SIDE;

    private static final int CELLS = SIDE * SIDE;
    private static final int FINE = 256;

    /** Root of the mean squared difference, in grey levels of 0..255, up to which tiles may be copies. */
    static final double SAME = 2.0;

    /** The same where tiles are almost copies: the same place in another image, or a little shifted. */
    static final double NEAR = 8.0;

    /** Share of the contrast (standard deviation of the cells) that the difference may reach in copies. */
    static final double SAME_SHARE = 0.3;

    /** The same for tiles that are almost copies. */
    static final double NEAR_SHARE = 0.4;

    private static final int[][] ORIENTATIONS = orientations();

    private static final int[] ORBIT_OF = orbits();
    private static final int[] ORBIT_SIZES = orbitSizes();

    private final short[] cells;
    private final float[] orbitMeans;
    private final double mean;
    private final double contrast;

    private DihedralFingerprint(short[] cells) {
        this.cells = cells;
        double sum = 0;
        double squares = 0;
        double[] orbitSums = new double[ORBIT_SIZES.length];
        for (int i = 0; i < CELLS; i++) {
            double value = (double) (cells[i] & 0xffff) / FINE;
            sum += value;
            squares += value * value;
            orbitSums[ORBIT_OF[i]] += value;
        }
        this.mean = sum / CELLS;
        this.contrast = Math.sqrt(Math.max(0, squares / CELLS - mean * mean));
        this.orbitMeans = new float[orbitSums.length];
        for (int orbit = 0; orbit < orbitSums.length; orbit++) {
            orbitMeans[orbit] = (float) (orbitSums[orbit] / ORBIT_SIZES[orbit]);
        }
    }

    /** The fingerprint of a raster of any size; one smaller than the grid fills several cells with each pixel. */
    public static DihedralFingerprint of(Raster raster) {
        short[] cells = new short[CELLS];
        double width = (double) raster.width() / SIDE;
        double height = (double) raster.height() / SIDE;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double average = average(raster, x * width, y * height, width, height);
                cells[y * SIDE + x] = (short) Math.round(FINE * average);
            }
        }
        return new DihedralFingerprint(cells);
    }

    /** The fingerprint that {@link #toBytes} wrote. @throws IllegalArgumentException where there are not {@link #BYTES} */
    public static DihedralFingerprint fromBytes(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A fingerprint has " + BYTES + " bytes, not " + bytes.length);
        }
        short[] cells = new short[CELLS];
        ByteBuffer.wrap(bytes).asShortBuffer().get(cells);
        return new DihedralFingerprint(cells);
    }

    /** The grid in the orientation whose bytes come first: equal for turned copies of the very same grid. */
    public byte[] toBytes() {
        byte[] first = new byte[0];
        for (int[] orientation : ORIENTATIONS) {
            ByteBuffer turned = ByteBuffer.allocate(BYTES);
            for (int i = 0; i < CELLS; i++) {
                turned.putShort(cells[orientation[i]]);
            }
            if (first.length == 0 || Arrays.compareUnsigned(turned.array(), first) < 0) {
                first = turned.array();
            }
        }
        return first;
    }

    /** Mean grey value, 0..255: two fingerprints lie at least as far apart as their means. */
    public double mean() {
        return mean;
    }

    /** Standard deviation of the grey values: two fingerprints lie at least as far apart as their contrasts. */
    public double contrast() {
        return contrast;
    }

    /** Root of the mean squared difference of the cells, in grey levels, in the orientation where it is smallest. */
    public double distance(DihedralFingerprint other) {
        double best = Double.MAX_VALUE;
        for (int[] orientation : ORIENTATIONS) {
            best = Math.min(best, squares(other, orientation, best));
        }
        return Math.sqrt(best / CELLS) / FINE;
    }

    /** Whether one is a copy of the other, turned or mirrored perhaps, and compressed anew perhaps. */
    public boolean sameAs(DihedralFingerprint other) {
        return isWithin(other, SAME, SAME_SHARE);
    }

    /** Whether both show almost the same; copies do. */
    public boolean isNear(DihedralFingerprint other) {
        return isWithin(other, NEAR, NEAR_SHARE);
    }

    private boolean isWithin(DihedralFingerprint other, double levels, double share) {
        double limit = Math.min(levels, share * Math.min(contrast, other.contrast)) + 1e-9;
        return Math.abs(mean - other.mean) <= limit
                && Math.abs(contrast - other.contrast) <= limit
                && orbitDistance(other) <= limit
                && distance(other) <= limit;
    }

    /**
     * The distance of what is alike in all orientations, the means over cells that turning carries into each other: never
     * above {@link #distance}, as it is the length of a projection, and much quicker.
     */
    private double orbitDistance(DihedralFingerprint other) {
        double sum = 0;
        for (int orbit = 0; orbit < orbitMeans.length; orbit++) {
            double difference = orbitMeans[orbit] - other.orbitMeans[orbit];
            sum += ORBIT_SIZES[orbit] * difference * difference;
        }
        return Math.sqrt(sum / CELLS) - 1e-4;
    }

    private double squares(DihedralFingerprint other, int[] orientation, double enough) {
        double sum = 0;
        for (int i = 0; i < CELLS && sum < enough; i++) {
            double difference = (cells[i] & 0xffff) - (other.cells[orientation[i]] & 0xffff);
            sum += difference * difference;
        }
        return sum;
    }

    /** Mean luma of a rectangle, pixels at its border weighted by what lies inside. */
    private static double average(Raster raster, double left, double top, double width, double height) {
        double sum = 0;
        double weights = 0;
        int bottomRow = (int) Math.min(raster.height(), Math.ceil(top + height - 1e-9));
        int rightColumn = (int) Math.min(raster.width(), Math.ceil(left + width - 1e-9));
        for (int y = (int) top; y < bottomRow; y++) {
            double high = Math.min(top + height, y + 1) - Math.max(top, y);
            for (int x = (int) left; x < rightColumn; x++) {
                double weight = high * (Math.min(left + width, x + 1) - Math.max(left, x));
                sum += weight * raster.luma(x, y);
                weights += weight;
            }
        }
        return Math.min(255, sum / weights);
    }

    /** For every cell the number of the set of cells that the eight orientations carry it to. */
    private static int[] orbits() {
        int[] orbitOf = new int[CELLS];
        Arrays.fill(orbitOf, -1);
        int count = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            if (orbitOf[cell] < 0) {
                for (int[] orientation : ORIENTATIONS) {
                    orbitOf[orientation[cell]] = count;
                }
                count++;
            }
        }
        return orbitOf;
    }

    private static int[] orbitSizes() {
        int[] sizes = new int[Arrays.stream(ORBIT_OF).max().orElse(0) + 1];
        for (int orbit : ORBIT_OF) {
            sizes[orbit]++;
        }
        return sizes;
    }

    private static int[][] orientations() {
        int[][] all = new int[8][CELLS];
        int last = SIDE - 1;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int[][] places = {
                    {x, y}, {last - y, x}, {last - x, last - y}, {y, last - x},
                    {last - x, y}, {y, x}, {x, last - y}, {last - y, last - x}
                };
                for (int o = 0; o < 8; o++) {
                    all[o][y * SIDE + x] = places[o][1] * SIDE + places[o][0];
                }
            }
        }
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DihedralFingerprint fingerprint && Arrays.equals(toBytes(), fingerprint.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "fingerprint with mean %.1f and contrast %.1f", mean, contrast);
    }
}
