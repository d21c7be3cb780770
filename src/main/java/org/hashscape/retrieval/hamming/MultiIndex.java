package org.hashscape.retrieval.hamming;

import org.hashscape.model.Progress;

/**
 * Multi-index hashing (Norouzi, Punjani, Fleet: Fast Search in Hamming Space with Multi-Index Hashing, CVPR 2012; TPAMI
 * 2014). Codes of b bits are cut into m parts; codes within m r + j of the query agree with it in one of the first j + 1
 * parts up to r bits or in another up to r - 1 (the pigeonhole of their section 3.1). So each part has a table from its value to the codes
 * that have it, and the radius grows part by part until the k-th best distance is within what has been covered.
 *
 * <p>Good for short codes, and for many codes without structure; with long codes the radius, and with it the number of
 * values to try, explodes, which {@code search} is told in advance and gives up.
 *
 * <p>A table is two arrays: ids sorted by value and where each value begins; {@code 4 m} bytes a code and
 * {@code 4 * 2^(b/m)} a table. Immutable; safe for several threads at once.
 */
final class MultiIndex {

    private static final int MOST_PART_BITS = 25;

    private final CodeStore store;
    private final RowNumbers numbers;
    private final int[] firstBit;
    private final int[] partBits;
    private final int[][] starts;
    private final int[][] positions;

    private MultiIndex(CodeStore store, RowNumbers numbers, int[] firstBit, int[] partBits) {
        this.store = store;
        this.numbers = numbers;
        this.firstBit = firstBit;
        this.partBits = partBits;
        this.starts = new int[partBits.length][];
        this.positions = new int[partBits.length][];
    }

    /** Parts of about log2(n) bits, as their section 3.2 advises. */
    static int partsFor(int codes, int bits) {
        double wanted = Math.max(1, Math.log(Math.max(2, codes)) / Math.log(2));
        int parts = Math.max(1, (int) Math.round(bits / wanted));
        return Math.max(parts, (bits + MOST_PART_BITS - 1) / MOST_PART_BITS);
    }

    /** Bytes that {@link #build} would need beyond the codes. */
    static long bytesFor(int codes, int bits) {
        int parts = partsFor(codes, bits);
        return (long) Integer.BYTES * parts * codes
                + (long) Integer.BYTES * parts * ((1L << (bits + parts - 1) / parts) + 1);
    }

    static MultiIndex build(CodeStore store, RowNumbers numbers, Progress progress) {
        int parts = partsFor(store.size(), store.bits());
        int[] firstBit = new int[parts];
        int[] partBits = new int[parts];
        for (int part = 0; part < parts; part++) {
            firstBit[part] = (int) ((long) store.bits() * part / parts);
            partBits[part] = (int) ((long) store.bits() * (part + 1) / parts) - firstBit[part];
        }
        MultiIndex index = new MultiIndex(store, numbers, firstBit, partBits);
        for (int part = 0; part < parts; part++) {
            progress.checkCancelled();
            index.fill(part);
        }
        return index;
    }

    private void fill(int part) {
        int[] start = new int[(1 << partBits[part]) + 1];
        int[] found = new int[store.size()];
        int words = store.wordsPerCode();
        store.read(0, store.size(), (codes, at, position, count) -> {
            for (int i = 0; i < count; i++) {
                start[part(codes, at + i * words, part) + 1]++;
            }
        });
        for (int value = 0; value < start.length - 1; value++) {
            start[value + 1] += start[value];
        }
        store.read(0, store.size(), (codes, at, position, count) -> {
            for (int i = 0; i < count; i++) {
                found[start[part(codes, at + i * words, part)]++] = position + i;
            }
        });
        System.arraycopy(start, 0, start, 1, start.length - 1);
        start[0] = 0;
        starts[part] = start;
        positions[part] = found;
    }

    /** Value of a part of the code at an index. */
    private int part(long[] words, int at, int part) {
        int word = firstBit[part] >>> 6;
        int shift = firstBit[part] & 63;
        long value = words[at + word] >>> shift;
        if (shift + partBits[part] > 64) {
            value |= words[at + word + 1] << (64 - shift);
        }
        return (int) value & ((1 << partBits[part]) - 1);
    }

    int parts() {
        return partBits.length;
    }

    long bytes() {
        long bytes = 0;
        for (int part = 0; part < parts(); part++) {
            bytes += (long) Integer.BYTES * (starts[part].length + positions[part].length);
        }
        return bytes;
    }

    /**
     * Offers every code that can be among the closest.
     *
     * @param mostSteps look-ups and candidates together; where that is not enough, the search is given up
     * @return codes compared; -1 where it was given up: {@code top} then holds some of them
     */
    int search(long[] query, TopK top, long mostSteps) {
        return new Search(query, top, mostSteps).run();
    }

    /** Look-ups and candidates to be expected where the k-th best lies at a distance and values are spread evenly. */
    static double expectedSteps(int codes, int bits, int distance) {
        int parts = partsFor(codes, bits);
        double partBits = (double) bits / parts;
        double values = 0;
        double combinations = 1;
        for (int radius = 0; radius <= Math.min(distance / parts, (int) partBits); radius++) {
            values += combinations;
            combinations *= (partBits - radius) / (radius + 1);
        }
        return parts * values * (1 + codes / Math.pow(2, partBits));
    }

    /** One query on its way. */
    private final class Search {

        private final long[] query;
        private final TopK top;
        private final int[] values = new int[parts()];
        private long stepsLeft;
        private int compared;

        Search(long[] query, TopK top, long mostSteps) {
            this.query = query;
            this.top = top;
            this.stepsLeft = mostSteps;
            for (int part = 0; part < values.length; part++) {
                values[part] = part(query, 0, part);
            }
        }

        int run() {
            top.reading(numbers, false);
            int longest = 0;
            for (int bits : partBits) {
                longest = Math.max(longest, bits);
            }
            for (int radius = 0; radius <= longest; radius++) {
                for (int part = 0; part < values.length; part++) {
                    if (radius <= partBits[part] && !lookUp(part, radius)) {
                        return -1;
                    }
                    if (top.reach() <= (long) values.length * radius + part) {
                        return compared;
                    }
                }
            }
            return compared;
        }

        /** Looks up every value that differs in exactly {@code radius} bits; false where that would be too many steps. */
        private boolean lookUp(int part, int radius) {
            int[] start = starts[part];
            long end = 1L << partBits[part];
            for (long mask = (1L << radius) - 1; mask < end; mask = nextOfSameWeight(mask)) {
                int value = values[part] ^ (int) mask;
                int from = start[value];
                int to = start[value + 1];
                stepsLeft -= 1 + to - from;
                if (stepsLeft < 0) {
                    return false;
                }
                for (int i = from; i < to; i++) {
                    compare(positions[part][i], part, radius);
                }
                if (mask == 0) {
                    break;
                }
            }
            return true;
        }

        private void compare(int position, int part, int radius) {
            compared++;
            int distance = store.distance(position, query);
            if (distance < top.limit() && isNew(position, part, radius)) {
                top.offer(position, distance);
            }
        }

        /** Whether no look-up before this one led to the code: a code may be found by several of its parts. */
        private boolean isNew(int position, int foundBy, int radius) {
            for (int part = 0; part < values.length; part++) {
                int apart = Integer.bitCount(partOf(position, part) ^ values[part]);
                if (part != foundBy && apart <= (part < foundBy ? radius : radius - 1)) {
                    return false;
                }
            }
            return true;
        }

        private int partOf(int position, int part) {
            int word = firstBit[part] >>> 6;
            int shift = firstBit[part] & 63;
            long value = store.word(position, word) >>> shift;
            if (shift + partBits[part] > 64) {
                value |= store.word(position, word + 1) << (64 - shift);
            }
            return (int) value & ((1 << partBits[part]) - 1);
        }
    }

    /** The next larger number with as many ones (Gosper, HAKMEM 175); 0 stays 0. */
    private static long nextOfSameWeight(long mask) {
        if (mask == 0) {
            return 0;
        }
        long low = mask & -mask;
        long ripple = mask + low;
        return ripple | (mask ^ ripple) >>> (2 + Long.numberOfTrailingZeros(low));
    }
}
