package org.hashscape.workbench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.MethodSpec;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.BucketOccupancy;
import org.hashscape.retrieval.CodeTable;
import org.hashscape.retrieval.HammingScan;

/** Looks at the codes of a method themselves: how they fill their buckets, and how long a scan of more of them takes. */
public final class MeasureCodes {

    /** As large as archives are made by copying codes. */
    public static final int MOST_CODES = 1_000_000;

    private static final int FEWEST_CODES = 100;
    private static final int QUERIES = 31;
    private static final int RESULTS = 20;

    /**
     * Time of one query over an archive of some size.
     *
     * @param codes in the archive
     * @param copied whether jittered copies are among them, the archive itself being smaller
     * @param scanMs exact ranking of the best 20, median
     * @param yardstickMs only reading every word, XOR and bit count, without ranking, median of the same run: what the
     *     machine allows
     */
    public record ScanTime(int codes, boolean copied, double scanMs, double yardstickMs) {}

    private final SearchArchive search;

    public MeasureCodes(SearchArchive search) {
        this.search = search;
    }

    /** How the tiles spread over the buckets. @throws IllegalArgumentException where the method makes no codes */
    public BucketOccupancy occupancy(MethodSpec spec, Progress progress) throws IOException {
        return BucketOccupancy.of(codes(spec, progress));
    }

    /**
     * Times a scan over subsets of the archive's codes, then over jittered copies of them, one thread; a second or two.
     *
     * @throws IllegalArgumentException where the method makes no codes
     */
    public List<ScanTime> scanTimes(MethodSpec spec, Progress progress) throws IOException {
        return scanTimes(codes(spec, progress.part(0, 0.1)), MOST_CODES, progress.part(0.1, 1));
    }

    private CodeTable codes(MethodSpec spec, Progress progress) throws IOException {
        if (SearchArchive.isExhaustive(spec.method())) {
            throw new IllegalArgumentException("Search on floats makes no codes. Choose a hashing method.");
        }
        return search.codes(spec, progress);
    }

    static List<ScanTime> scanTimes(CodeTable codes, int most, Progress progress) {
        if (codes.rows() == 0) {
            return List.of();
        }
        List<Integer> sizes = sizes(codes.rows(), most);
        CodeTable grown = grown(codes, sizes.get(sizes.size() - 1), progress.part(0, 0.2));
        BinaryCode[] queries = new BinaryCode[QUERIES];
        for (int query = 0; query < QUERIES; query++) {
            queries[query] = codes.code((int) ((long) query * codes.rows() / QUERIES));
        }
        time(new HammingScan(grown), grown, queries); // warm-up
        List<ScanTime> times = new ArrayList<>();
        for (int size : sizes) {
            progress.checkCancelled();
            progress.report(0.2 + 0.8 * times.size() / sizes.size(), String.format("Scanning %,d codes", size));
            CodeTable part =
                    new CodeTable(codes.bits(), size, Arrays.copyOf(grown.words(), size * grown.wordsPerCode()));
            double[] ms = time(new HammingScan(part), part, queries);
            times.add(new ScanTime(size, size > codes.rows(), ms[0], ms[1]));
        }
        return times;
    }

    /** 100, 316, 1,000, ... below the archive's size, that size, and on to the most. */
    static List<Integer> sizes(int archive, int most) {
        List<Integer> sizes = new ArrayList<>();
        for (double size = FEWEST_CODES; size < Math.max(archive, most) * 1.01; size *= Math.sqrt(10)) {
            sizes.add((int) Math.round(size));
        }
        sizes.add(archive);
        return sizes.stream().filter(size -> size > 0).distinct().sorted().toList();
    }

    /** The codes in an order that mixes their classes, then copies of them with bits flipped at random. */
    private static CodeTable grown(CodeTable codes, int size, Progress progress) {
        int width = codes.wordsPerCode();
        long[] words = new long[Math.multiplyExact(Math.max(size, codes.rows()), width)];
        SplittableRandom random = new SplittableRandom(1);
        int[] order = new int[codes.rows()];
        for (int row = 0; row < order.length; row++) {
            int other = random.nextInt(row + 1);
            order[row] = order[other];
            order[other] = row;
        }
        for (int row = 0; row * (long) width < words.length; row++) {
            if ((row & 0xffff) == 0) {
                progress.checkCancelled();
                progress.report((double) row * width / words.length, "Copying codes");
            }
            int original = order[row % order.length];
            for (int word = 0; word < width; word++) {
                long flips = row < order.length ? 0 : flips(random) & mask(codes.bits(), word);
                words[row * width + word] = codes.words()[original * width + word] ^ flips;
            }
        }
        return new CodeTable(codes.bits(), words.length / width, words);
    }

    /** Each bit set with probability 1/16: four coins must agree. */
    private static long flips(SplittableRandom random) {
        long flips = -1;
        for (int coin = 0; coin < 4; coin++) {
            flips &= random.nextLong();
        }
        return flips;
    }

    private static long mask(int bits, int word) {
        int left = bits - 64 * word;
        return left >= 64 ? -1L : (1L << left) - 1;
    }

    /** Median milliseconds of a scan and of the yardstick, measured in turn. */
    private static double[] time(HammingScan scan, CodeTable codes, BinaryCode[] queries) {
        double[] scans = new double[queries.length];
        double[] yardsticks = new double[queries.length];
        long seen = 0;
        int rounds = Math.max(1, 20_000 / codes.rows()); // a single scan of few codes is too short for the clock
        for (int query = 0; query < queries.length; query++) {
            long start = System.nanoTime();
            for (int round = 0; round < rounds; round++) {
                seen += scan.search(queries[query], RESULTS, -1).rows().length;
            }
            long between = System.nanoTime();
            for (int round = 0; round < rounds; round++) {
                seen += bareScan(codes, queries[query].words());
            }
            scans[query] = (between - start) / 1e6 / rounds;
            yardsticks[query] = (System.nanoTime() - between) / 1e6 / rounds;
        }
        if (seen < 0) {
            throw new IllegalStateException("counts are never negative"); // keeps the loops from being optimised away
        }
        Arrays.sort(scans);
        Arrays.sort(yardsticks);
        return new double[] {scans[scans.length / 2], yardsticks[yardsticks.length / 2]};
    }

    private static long bareScan(CodeTable codes, long[] wanted) {
        long bits = 0;
        long[] words = codes.words();
        for (int at = 0; at < words.length; at += wanted.length) {
            for (int word = 0; word < wanted.length; word++) {
                bits += Long.bitCount(words[at + word] ^ wanted[word]);
            }
        }
        return bits;
    }
}
