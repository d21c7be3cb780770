package org.hashscape.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.CodeTable;
import org.hashscape.retrieval.HammingScan;
import org.hashscape.retrieval.Neighbours;
import org.hashscape.retrieval.hamming.HammingSearch;
import org.hashscape.retrieval.hamming.SearchPlan;
import org.hashscape.retrieval.hamming.SyntheticCodes;

/**
 * Times exact search on many codes, with three yardsticks in the same run and in turns with it, so that whatever else the
 * machine does hits all of them: a loop of {@code Long.bitCount} over the codes, the planner's own plain scan, and reading
 * the codes without looking at them, which no scan can beat. Answers are compared on the way.
 */
public final class HammingBench {

    private static final int QUERIES = 400;
    private static final int BATCH = 64;
    private static final int WARM_UP_ROUNDS = 3;
    private static final int QUERIES_PER_ROUND = 20;

    /**
     * What was measured; times are medians of single queries.
     *
     * @param plan what the planner chose
     * @param buildSeconds to plan and build
     * @param bitCountMs one loop of {@code Long.bitCount}
     * @param scanMs one plain scan
     * @param bandwidthBoundMs reading every word of the codes once
     * @param batchMsPerQuery in a batch of 64, all threads together
     */
    public record Result(
            SearchPlan plan,
            int k,
            int threads,
            double buildSeconds,
            double queryMs,
            double queryMsP95,
            double bitCountMs,
            double scanMs,
            double bandwidthBoundMs,
            double batchMsPerQuery) {}

    private final SyntheticCodes source;
    private final int codes;
    private final int k;
    private final int threads;
    private final int rounds;

    /**
     * @param codes how many
     * @param threads that ask at the same time
     * @param rounds of every yardstick and 20 queries
     */
    public HammingBench(SyntheticCodes source, int codes, int k, int threads, int rounds) {
        this.source = source;
        this.codes = codes;
        this.k = k;
        this.threads = threads;
        this.rounds = rounds;
    }

    /** @throws IllegalStateException where an answer differs from that of comparing every code */
    public Result run(Progress progress) {
        progress.report(0, String.format(Locale.ENGLISH, "Making %,d codes", codes));
        CodeTable table = source.table(codes);
        List<BinaryCode> queries = codesOf(source.queries(QUERIES));
        HammingSearch search = HammingSearch.of(table, threads, progress.part(0.1, 0.5));
        HammingSearch scan = HammingSearch.of(table, SearchPlan.Index.SCAN, 1, Progress.NONE);
        requireSameAnswers(search, table, queries);
        List<Timings> all = measure(table, search, scan, queries, progress.part(0.5, 0.9));
        return new Result(
                search.plan(),
                k,
                threads,
                search.plan().buildSeconds(),
                Timings.quantile(all, t -> t.query, 0.5),
                Timings.quantile(all, t -> t.query, 0.95),
                Timings.quantile(all, t -> t.bitCount, 0.5),
                Timings.quantile(all, t -> t.scan, 0.5),
                Timings.quantile(all, t -> t.bandwidth, 0.5),
                batch(search, queries));
    }

    private static List<BinaryCode> codesOf(CodeTable table) {
        return IntStream.range(0, table.rows()).mapToObj(table::code).toList();
    }

    private void requireSameAnswers(HammingSearch search, CodeTable table, List<BinaryCode> queries) {
        HammingScan definition = new HammingScan(table);
        for (BinaryCode query : queries.subList(0, 8)) {
            Neighbours expected = definition.search(query, k, -1);
            Neighbours found = search.search(query, k, -1);
            if (!Arrays.equals(expected.rows(), found.rows())
                    || !Arrays.equals(expected.distances(), found.distances())) {
                throw new IllegalStateException(search.plan().index() + " does not answer as a scan does");
            }
        }
    }

    private List<Timings> measure(
            CodeTable table, HammingSearch search, HammingSearch scan, List<BinaryCode> queries, Progress progress) {
        HammingScan loop = new HammingScan(table);
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> IntStream.range(0, threads)
                            .parallel()
                            .mapToObj(thread -> new Timings()
                                    .take(rounds, k, table, loop, scan, search, rotated(queries, thread), progress))
                            .toList())
                    .join();
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<BinaryCode> rotated(List<BinaryCode> queries, int thread) {
        List<BinaryCode> rotated = new ArrayList<>(queries.subList(thread * 7, queries.size()));
        rotated.addAll(queries.subList(0, thread * 7));
        return rotated;
    }

    private double batch(HammingSearch search, List<BinaryCode> queries) {
        double[] times = new double[3];
        for (int round = 0; round < times.length; round++) {
            List<BinaryCode> batch = queries.subList(round * BATCH, (round + 1) * BATCH);
            long start = System.nanoTime();
            search.searchAll(batch, k, threads, Progress.NONE);
            times[round] = (System.nanoTime() - start) / 1e6 / BATCH;
        }
        Arrays.sort(times);
        return times[1];
    }

    /** What one thread measured, in milliseconds. */
    private static final class Timings {

        private final List<Double> query = new ArrayList<>();
        private final List<Double> bitCount = new ArrayList<>();
        private final List<Double> scan = new ArrayList<>();
        private final List<Double> bandwidth = new ArrayList<>();
        private long sum;

        Timings take(
                int rounds,
                int k,
                CodeTable table,
                HammingScan loop,
                HammingSearch plainScan,
                HammingSearch search,
                List<BinaryCode> queries,
                Progress progress) {
            int next = 0;
            for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
                progress.report((double) Math.max(0, round) / rounds, "Measuring");
                progress.checkCancelled();
                if (round == 0) {
                    List.of(query, bitCount, scan, bandwidth).forEach(List::clear);
                }
                BinaryCode asked = queries.get(next++ % queries.size());
                time(bandwidth, () -> sum += sumOf(table.words()));
                time(bitCount, () -> sum += loop.search(asked, k, -1).size());
                time(scan, () -> sum += plainScan.search(asked, k, -1).size());
                for (int i = 0; i < QUERIES_PER_ROUND; i++) {
                    BinaryCode code = queries.get(next++ % queries.size());
                    time(query, () -> sum += search.search(code, k, -1).size());
                }
            }
            return this;
        }

        private static long sumOf(long[] words) {
            long sum = 0;
            for (int i = 0; i < words.length; i++) {
                sum += words[i];
            }
            return sum;
        }

        private static void time(List<Double> times, Runnable work) {
            long start = System.nanoTime();
            work.run();
            times.add((System.nanoTime() - start) / 1e6);
        }

        static double quantile(List<Timings> all, Function<Timings, List<Double>> of, double share) {
            double[] sorted = all.stream()
                    .flatMap(timings -> of.apply(timings).stream())
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
        }
    }
}
