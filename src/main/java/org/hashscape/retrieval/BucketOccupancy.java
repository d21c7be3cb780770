package org.hashscape.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * How the tiles of an archive spread over the buckets of a hash table, one bucket per code. Good codes fill many buckets
 * evenly: a table look-up then finds a handful of tiles, neither none nor half the archive.
 *
 * @param bits code length; there are {@code 2^bits} buckets
 * @param tiles in all buckets together
 * @param occupied buckets that hold a tile
 * @param largest tiles in the fullest bucket
 * @param classes how many buckets hold 1, 2, 3 to 4, 5 to 8, ... tiles, by ascending size, without gaps
 */
public record BucketOccupancy(int bits, int tiles, int occupied, int largest, List<SizeClass> classes) {

    /**
     * Buckets of about the same size.
     *
     * @param least tiles in a bucket of this class
     * @param most tiles in one
     * @param buckets of this class
     * @param tiles in all of them together
     */
    public record SizeClass(int least, int most, int buckets, int tiles) {}

    public BucketOccupancy {
        classes = List.copyOf(classes);
    }

    /** Counts equal codes. Sorts a copy of the codes: n log n. */
    public static BucketOccupancy of(CodeTable codes) {
        int[] sizes = sizes(codes);
        TreeMap<Integer, int[]> counted = new TreeMap<>();
        int largest = 0;
        for (int size : sizes) {
            int[] bucketsAndTiles = counted.computeIfAbsent(ceilLog2(size), key -> new int[2]);
            bucketsAndTiles[0]++;
            bucketsAndTiles[1] += size;
            largest = Math.max(largest, size);
        }
        List<SizeClass> classes = new ArrayList<>();
        for (int power = 0; !counted.isEmpty() && power <= counted.lastKey(); power++) {
            int[] bucketsAndTiles = counted.getOrDefault(power, new int[2]);
            classes.add(new SizeClass(
                    power == 0 ? 1 : (1 << (power - 1)) + 1, 1 << power, bucketsAndTiles[0], bucketsAndTiles[1]));
        }
        return new BucketOccupancy(codes.bits(), codes.rows(), sizes.length, largest, classes);
    }

    /** Share of all {@code 2^bits} buckets that hold a tile, 0..1. */
    public double share() {
        return occupied / Math.pow(2, bits);
    }

    private static int[] sizes(CodeTable codes) {
        Integer[] rows = new Integer[codes.rows()];
        Arrays.setAll(rows, row -> row);
        long[] words = codes.words();
        int width = codes.wordsPerCode();
        Arrays.sort(
                rows, (a, b) -> Arrays.compare(words, a * width, (a + 1) * width, words, b * width, (b + 1) * width));
        int[] sizes = new int[rows.length];
        int buckets = 0;
        for (int at = 0; at < rows.length; at++) {
            boolean same = at > 0
                    && Arrays.equals(
                            words,
                            rows[at] * width,
                            (rows[at] + 1) * width,
                            words,
                            rows[at - 1] * width,
                            (rows[at - 1] + 1) * width);
            if (!same) {
                buckets++;
            }
            sizes[buckets - 1]++;
        }
        return Arrays.copyOf(sizes, buckets);
    }

    private static int ceilLog2(int size) {
        return size <= 1 ? 0 : 32 - Integer.numberOfLeadingZeros(size - 1);
    }
}
