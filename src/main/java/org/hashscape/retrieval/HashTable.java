package org.hashscape.retrieval;

import java.util.Arrays;
import org.hashscape.model.BinaryCode;

/**
 * Buckets of equal codes; a query looks into its own bucket and those within a Hamming radius. A look-up tries every
 * code within the radius where those are fewer than the buckets, else compares the query with every bucket's code.
 * Immutable; safe to call from several threads at once.
 */
public final class HashTable {

    /**
     * What a look-up found.
     *
     * @param rows of the buckets looked into, ascending
     * @param radius the radius that was used: larger than asked for where the asked buckets were empty
     * @param buckets non-empty buckets found
     */
    public record Bucket(int[] rows, int radius, int buckets) {}

    private final CodeTable codes;
    /** Rows in bucket order, ascending within a bucket. */
    private final int[] rows;
    /** Bucket i holds {@code rows[starts[i]] .. rows[starts[i + 1] - 1]}. */
    private final int[] starts;
    /** The code of each bucket, back to back. */
    private final long[] bucketCodes;
    /** Open addressing: bucket number + 1, or 0 where free. Length a power of two. */
    private final int[] slots;

    public HashTable(CodeTable codes) {
        this.codes = codes;
        int words = codes.wordsPerCode();
        this.slots = new int[Math.max(2, Integer.highestOneBit(Math.max(1, codes.rows())) * 4)];
        int[] bucketOf = new int[codes.rows()];
        long[] found = new long[codes.words().length];
        int buckets = 0;
        for (int row = 0; row < bucketOf.length; row++) {
            int slot = slotOf(codes.words(), row * words, found);
            if (slots[slot] == 0) {
                System.arraycopy(codes.words(), row * words, found, buckets * words, words);
                slots[slot] = ++buckets;
            }
            bucketOf[row] = slots[slot] - 1;
        }
        this.bucketCodes = Arrays.copyOf(found, buckets * words);
        this.starts = new int[buckets + 1];
        for (int bucket : bucketOf) {
            starts[bucket + 1]++;
        }
        for (int bucket = 0; bucket < buckets; bucket++) {
            starts[bucket + 1] += starts[bucket];
        }
        this.rows = new int[bucketOf.length];
        int[] next = starts.clone();
        for (int row = 0; row < bucketOf.length; row++) {
            rows[next[bucketOf[row]]++] = row;
        }
    }

    /** Distinct codes. */
    public int buckets() {
        return starts.length - 1;
    }

    /**
     * Rows whose code differs from the query's in at most {@code radius} bits; where there is none, the radius grows
     * until there is one (or the table holds nothing but the excluded row: then the rows are empty and the radius is
     * the one asked for).
     *
     * @param excludedRow a row that must not be in the answer (the query itself), or -1
     */
    public Bucket lookUp(BinaryCode query, int radius, int excludedRow) {
        return lookUp(query, radius, RowSet.all(), excludedRow);
    }

    /**
     * The same among some rows: buckets that hold none of them count as empty, so the radius grows until one of them is
     * found.
     *
     * @param among the only rows that may be in the answer
     */
    public Bucket lookUp(BinaryCode query, int radius, RowSet among, int excludedRow) {
        HammingScan.requireBits(codes, query);
        if (radius < 0) {
            throw new IllegalArgumentException("A look-up radius is at least 0 bits, not " + radius);
        }
        Gathered gathered = new Gathered(among, excludedRow);
        long[] wanted = query.words();
        if (codesWithin(codes.bits(), radius) <= buckets()) {
            enumerate(wanted, 0, radius, gathered);
        } else {
            scan(wanted, radius, gathered);
        }
        int used = radius;
        if (gathered.buckets == 0) {
            int closest = closestBucket(wanted, among, excludedRow);
            if (closest >= 0) {
                used = closest;
                scan(wanted, closest, gathered);
            }
        }
        return gathered.bucket(used);
    }

    /** sum of C(bits, i) for i up to the radius; anything beyond int counts as the largest long. */
    private static long codesWithin(int bits, int radius) {
        long combinations = 1;
        long sum = 1;
        for (int i = 1; i <= Math.min(radius, bits); i++) {
            combinations = combinations * (bits - i + 1) / i;
            sum += combinations;
            if (sum > Integer.MAX_VALUE) {
                return Long.MAX_VALUE;
            }
        }
        return sum;
    }

    /** Visits every code that differs in at most {@code radius} of the bits from {@code firstBit} on. */
    private void enumerate(long[] wanted, int firstBit, int radius, Gathered gathered) {
        int bucket = slots[slotOf(wanted, 0, bucketCodes)] - 1;
        if (bucket >= 0) {
            gathered.add(bucket);
        }
        for (int bit = firstBit; bit < codes.bits() && radius > 0; bit++) {
            wanted[bit >>> 6] ^= 1L << (bit & 63);
            enumerate(wanted, bit + 1, radius - 1, gathered);
            wanted[bit >>> 6] ^= 1L << (bit & 63);
        }
    }

    private void scan(long[] wanted, int radius, Gathered gathered) {
        for (int bucket = 0; bucket < buckets(); bucket++) {
            if (HammingScan.distance(bucketCodes, bucket * wanted.length, wanted) <= radius) {
                gathered.add(bucket);
            }
        }
    }

    /** Distance of the closest bucket that holds a row that may be in the answer; -1 where there is none. */
    private int closestBucket(long[] wanted, RowSet among, int excludedRow) {
        int closest = -1;
        for (int bucket = 0; bucket < buckets(); bucket++) {
            int distance = HammingScan.distance(bucketCodes, bucket * wanted.length, wanted);
            if ((closest < 0 || distance < closest) && holdsAny(bucket, among, excludedRow)) {
                closest = distance;
            }
        }
        return closest;
    }

    private boolean holdsAny(int bucket, RowSet among, int excludedRow) {
        for (int at = starts[bucket]; at < starts[bucket + 1]; at++) {
            if (rows[at] != excludedRow && among.contains(rows[at])) {
                return true;
            }
        }
        return false;
    }

    /** Where a code is, or would be put. */
    private int slotOf(long[] words, int from, long[] among) {
        int length = codes.wordsPerCode();
        long hash = 0;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ words[from + i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        int slot = (int) hash & (slots.length - 1);
        while (slots[slot] != 0) {
            int bucket = slots[slot] - 1;
            if (Arrays.equals(words, from, from + length, among, bucket * length, (bucket + 1) * length)) {
                break;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    /** The rows of the buckets found so far. */
    private final class Gathered {

        private final RowSet among;
        private final int excludedRow;
        private int[] found = new int[16];
        private int size;
        private int buckets;

        Gathered(RowSet among, int excludedRow) {
            this.among = among;
            this.excludedRow = excludedRow;
        }

        void add(int bucket) {
            int before = size;
            for (int at = starts[bucket]; at < starts[bucket + 1]; at++) {
                if (rows[at] != excludedRow && among.contains(rows[at])) {
                    if (size == found.length) {
                        found = Arrays.copyOf(found, 2 * size);
                    }
                    found[size++] = rows[at];
                }
            }
            if (size > before) {
                buckets++;
            }
        }

        Bucket bucket(int radius) {
            int[] sorted = Arrays.copyOf(found, size);
            Arrays.sort(sorted);
            return new Bucket(sorted, radius, buckets);
        }
    }
}
