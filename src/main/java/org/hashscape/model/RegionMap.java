package org.hashscape.model;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Which region each pixel of a tile's small picture belongs to. Regions are numbered 0..count-1 in the order in which a
 * reader of lines meets them, cover every pixel and none is empty.
 *
 * <p>Bytes ({@link #toBytes}): width, height and count, then runs of equal pixels in reading order, each as region and
 * length - 1; every number in base 128, low seven bits first, the highest bit says that more follow.
 */
public final class RegionMap {

    /** The longest side of a map, that of a thumbnail. */
    public static final int LONGEST = 128;

    private final int width;
    private final int height;
    private final int[] regions;
    private final int count;

    private RegionMap(int width, int height, int[] regions, int count) {
        this.width = width;
        this.height = height;
        this.regions = regions;
        this.count = count;
    }

    /**
     * Numbers regions anew in reading order.
     *
     * @param marks {@code width * height} marks row by row: equal marks are one region
     */
    public static RegionMap of(int width, int height, int[] marks) {
        requireSides(width, height);
        if (marks.length != width * height) {
            throw new IllegalArgumentException(width + "x" + height + " pixels but " + marks.length + " marks");
        }
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] regions = new int[marks.length];
        for (int i = 0; i < marks.length; i++) {
            Integer number = numbers.putIfAbsent(marks[i], numbers.size());
            regions[i] = number == null ? numbers.size() - 1 : number;
        }
        return new RegionMap(width, height, regions, numbers.size());
    }

    private static void requireSides(int width, int height) {
        if (width < 1 || height < 1 || width > LONGEST || height > LONGEST) {
            throw new IllegalArgumentException(
                    "A region map has sides of 1 to " + LONGEST + " pixels, not " + width + "x" + height);
        }
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** How many regions there are, at least 1. */
    public int count() {
        return count;
    }

    /** The region of a pixel. */
    public int regionAt(int x, int y) {
        return regions[y * width + x];
    }

    /** Pixels of each region. */
    public int[] sizes() {
        int[] sizes = new int[count];
        for (int region : regions) {
            sizes[region]++;
        }
        return sizes;
    }

    /**
     * Pixels of each region, from a map's bytes, without unfolding it.
     *
     * @throws IllegalArgumentException where the bytes are no map
     */
    public static int[] sizesOf(byte[] bytes) {
        Reader in = new Reader(bytes);
        int width = in.next();
        int height = in.next();
        requireSides(width, height);
        int[] sizes = new int[Math.min(in.next(), width * height)];
        for (int left = width * height; left > 0; ) {
            int region = in.next();
            int length = in.next() + 1;
            if (region >= sizes.length || length > left) {
                throw new IllegalArgumentException("The region map is damaged: a run does not fit");
            }
            sizes[region] += length;
            left -= length;
        }
        return sizes;
    }

    /** The map as bytes; a few hundred for a tile of a dozen regions. */
    public byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, width);
        write(out, height);
        write(out, count);
        for (int from = 0; from < regions.length; ) {
            int to = from + 1;
            while (to < regions.length && regions[to] == regions[from]) {
                to++;
            }
            write(out, regions[from]);
            write(out, to - from - 1);
            from = to;
        }
        return out.toByteArray();
    }

    /** @throws IllegalArgumentException where the bytes are no map */
    public static RegionMap fromBytes(byte[] bytes) {
        Reader in = new Reader(bytes);
        int width = in.next();
        int height = in.next();
        requireSides(width, height);
        int count = in.next();
        int[] regions = new int[width * height];
        int met = 0;
        for (int at = 0; at < regions.length; ) {
            int region = in.next();
            int length = in.next() + 1;
            if (region > met || length > regions.length - at) {
                throw new IllegalArgumentException("The region map is damaged: a run does not fit");
            }
            met = Math.max(met, region + 1);
            Arrays.fill(regions, at, at + length, region);
            at += length;
        }
        if (met != count || in.at != bytes.length) {
            throw new IllegalArgumentException("The region map is damaged: it announces " + count + " regions and has "
                    + met + ", with " + (bytes.length - in.at) + " bytes after them");
        }
        return new RegionMap(width, height, regions, count);
    }

    private static void write(ByteArrayOutputStream out, int number) {
        int rest = number;
        while (rest > 0x7f) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static final class Reader {

        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        int next() {
            int number = 0;
            for (int shift = 0; shift <= 21; shift += 7) {
                if (at == bytes.length) {
                    throw new IllegalArgumentException("The region map is cut short");
                }
                byte part = bytes[at++];
                number |= (part & 0x7f) << shift;
                if (part >= 0) {
                    return number;
                }
            }
            throw new IllegalArgumentException("The region map is damaged: a number is too long");
        }
    }
}
