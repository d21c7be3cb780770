package org.hashscape.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.MethodSpec;
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
    private static final long WARM_UP_NANOS = 1_500_000_000;
    private static final int QUERIES_PER_ROUND = 20;
    /** Where rounds are short there are more of them than asked for. */
    private static final int MOST_ROUNDS = 400;

    private static final long SHORT_NANOS = 300_000_000;
    private static final int SAMPLED_CODES = 500;

    /**
     * What was measured; times are medians of single queries.
     *
     * @param data what codes they were, for a person
     * @param plan what the planner chose
     * @param queryMsUndisturbed 5th percentile: what it takes when nothing else has the machine
     * @param bitCountMs one loop of {@code Long.bitCount}
     * @param bitCountMsUndisturbed 5th percentile of it
     * @param scanMs one plain scan
     * @param scanMsUndisturbed 5th percentile of it
     * @param bandwidthBoundMs reading every word of the codes once
     * @param batchMsPerQuery in a batch of 64, all threads together
     */
    public record Result(
            String data,
            SearchPlan plan,
            double queryMs,
            double queryMsP95,
            double queryMsUndisturbed,
            double bitCountMs,
            double bitCountMsUndisturbed,
            double scanMs,
            double scanMsUndisturbed,
            double bandwidthBoundMs,
            double batchMsPerQuery) {

        /** What a code itself takes. */
        public int codeBytes() {
            return Long.BYTES * BinaryCode.wordsFor(plan.bits());
        }
    }

    /**
     * What to measure.
     *
     * @param codes how many
     * @param k results of a query
     * @param threads that ask at the same time
     * @param rounds of every yardstick and 20 queries
     * @param seed of the codes
     */
    public record Request(int codes, int k, int threads, int rounds, long seed) {}

    private final Request request;

    private HammingBench(Request request) {
        this.request = request;
    }

    /** Measures random codes, or such that lie in clusters. */
    public static Result generated(int bits, boolean clustered, Request request, Progress progress) {
        SyntheticCodes source = clustered
                ? SyntheticCodes.clustered(bits, request.seed())
                : SyntheticCodes.random(bits, request.seed());
        return new HammingBench(request).run(source, clustered ? "clustered" : "random", progress);
    }

    /**
     * Measures copies of an archive's codes with bits flipped.
     *
     * @param model {@code A.hsa:METHOD:DESCRIPTOR:BITS}, trained on all tiles
     * @param flip probability of a flip; by default as many bits, on average, as tiles differ from their nearest other
     * @throws IllegalArgumentException where the archive cannot have such a model
     */
    public static Result likeThoseOf(String model, Optional<Double> flip, Request request, Progress progress)
            throws IOException {
        CodeTable codes = codesOf(model, request.seed(), progress.part(0, 0.1));
        double probability = flip.orElseGet(() -> flipOf(codes));
        String data = String.format(
                Locale.ENGLISH,
                "copies of the %,d codes of %s, bits flipped with probability %.4f",
                codes.rows(),
                model,
                probability);
        return new HammingBench(request)
                .run(SyntheticCodes.jittered(codes, probability, request.seed()), data, progress);
    }

    /** The source of such codes. */
    public static SyntheticCodes codesLikeThoseOf(String model, long seed) throws IOException {
        CodeTable codes = codesOf(model, seed, Progress.NONE);
        return SyntheticCodes.jittered(codes, flipOf(codes), seed);
    }

    private static CodeTable codesOf(String model, long seed, Progress progress) throws IOException {
        String[] parts = model.split(":", -1);
        int count = parts.length;
        if (count < 4 || !parts[count - 1].matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException("Codes come from A.hsa:METHOD:DESCRIPTOR:BITS, not from " + model);
        }
        int bits = Integer.parseInt(parts[count - 1]);
        MethodSpec spec = new MethodSpec(parts[count - 3], parts[count - 2], bits, seed, MethodSpec.Split.ALL);
        Path file = Path.of(String.join(":", Arrays.copyOf(parts, count - 3)));
        try (Archive archive = Workspace.open(file)) {
            return new HashLibrary(archive, new DescriptorLibrary(archive))
                    .load(spec, progress)
                    .codes();
        }
    }

    private static double flipOf(CodeTable codes) {
        return Math.min(0.5, meanNearest(codes) / codes.bits());
    }

    /** Mean distance of a code to its nearest other one, over at most 500 codes. */
    private static double meanNearest(CodeTable codes) {
        HammingScan scan = new HammingScan(codes);
        return IntStream.range(0, Math.min(codes.rows(), SAMPLED_CODES))
                .map(i -> (int) ((long) i * codes.rows() / Math.min(codes.rows(), SAMPLED_CODES)))
                .mapToObj(row -> scan.search(codes.code(row), 1, row))
                .filter(nearest -> nearest.size() > 0)
                .mapToDouble(nearest -> nearest.distances()[0])
                .average()
                .orElse(0);
    }

    /** @throws IllegalStateException where an answer differs from that of comparing every code */
    private Result run(SyntheticCodes source, String data, Progress progress) {
        progress.report(0.1, String.format(Locale.ENGLISH, "Making %,d codes", request.codes()));
        CodeTable table = source.table(request.codes());
        List<BinaryCode> queries = codesOf(source.queries(QUERIES));
        HammingSearch search = HammingSearch.of(table, request.threads(), progress.part(0.1, 0.5));
        HammingSearch scan = HammingSearch.of(table, SearchPlan.Index.SCAN, 1, Progress.NONE);
        requireSameAnswers(search, table, queries);
        List<Timings> all = measure(table, search, scan, queries, progress.part(0.5, 0.9));
        return new Result(
                data,
                search.plan(),
                Timings.quantile(all, timings -> timings.query, 0.5),
                Timings.quantile(all, timings -> timings.query, 0.95),
                Timings.quantile(all, timings -> timings.query, 0.05),
                Timings.quantile(all, timings -> timings.bitCount, 0.5),
                Timings.quantile(all, timings -> timings.bitCount, 0.05),
                Timings.quantile(all, timings -> timings.scan, 0.5),
                Timings.quantile(all, timings -> timings.scan, 0.05),
                Timings.quantile(all, timings -> timings.bandwidth, 0.5),
                batch(search, queries));
    }

    private static List<BinaryCode> codesOf(CodeTable table) {
        return IntStream.range(0, table.rows()).mapToObj(table::code).toList();
    }

    private void requireSameAnswers(HammingSearch search, CodeTable table, List<BinaryCode> queries) {
        HammingScan definition = new HammingScan(table);
        for (BinaryCode query : queries.subList(0, 8)) {
            Neighbours expected = definition.search(query, request.k(), -1);
            Neighbours found = search.search(query, request.k(), -1);
            if (!Arrays.equals(expected.rows(), found.rows())
                    || !Arrays.equals(expected.distances(), found.distances())) {
                throw new IllegalStateException(search.plan().index() + " does not answer as a scan does");
            }
        }
    }

    private List<Timings> measure(
            CodeTable table, HammingSearch search, HammingSearch scan, List<BinaryCode> queries, Progress progress) {
        HammingScan loop = new HammingScan(table);
        ForkJoinPool pool = new ForkJoinPool(request.threads());
        try {
            return pool.submit(() -> IntStream.range(0, request.threads())
                            .parallel()
                            .mapToObj(thread -> new Timings()
                                    .take(request, table, loop, scan, search, rotated(queries, thread), progress))
                            .toList())
                    .join();
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<BinaryCode> rotated(List<BinaryCode> queries, int thread) {
        List<BinaryCode> rotated = new ArrayList<>(queries.subList(13 * thread % queries.size(), queries.size()));
        rotated.addAll(queries.subList(0, 13 * thread % queries.size()));
        return rotated;
    }

    private double batch(HammingSearch search, List<BinaryCode> queries) {
        double[] times = new double[3];
        for (int round = 0; round < times.length; round++) {
            List<BinaryCode> batch = queries.subList(round * BATCH, (round + 1) * BATCH);
            long start = System.nanoTime();
            search.searchAll(batch, request.k(), request.threads(), Progress.NONE);
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
                Request request,
                CodeTable table,
                HammingScan loop,
                HammingSearch plainScan,
                HammingSearch search,
                List<BinaryCode> queries,
                Progress progress) {
            int next = 0;
            long start = System.nanoTime();
            for (; System.nanoTime() - start < WARM_UP_NANOS; next++) {
                sum += search.search(queries.get(next % queries.size()), request.k(), -1)
                        .size();
                progress.checkCancelled();
            }
            // Where a scan takes microseconds, the loops must have run often before they run at their speed.
            for (start = System.nanoTime(); System.nanoTime() - start < WARM_UP_NANOS / 4; next++) {
                BinaryCode asked = queries.get(next % queries.size());
                sum += loop.search(asked, request.k(), -1).size();
                sum += plainScan.search(asked, request.k(), -1).size() + sumOf(table.words());
                progress.checkCancelled();
            }
            int rounds = request.rounds();
            start = System.nanoTime();
            for (int round = -WARM_UP_ROUNDS;
                    round < rounds || (round < MOST_ROUNDS && System.nanoTime() - start < SHORT_NANOS);
                    round++) {
                progress.report(Math.min(1, Math.max(0, round) / (double) rounds), "Measuring");
                progress.checkCancelled();
                if (round == 0) {
                    List.of(query, bitCount, scan, bandwidth).forEach(List::clear);
                }
                BinaryCode asked = queries.get(next++ % queries.size());
                time(bandwidth, () -> sum += sumOf(table.words()));
                time(bitCount, () -> sum += loop.search(asked, request.k(), -1).size());
                time(scan, () -> sum += plainScan.search(asked, request.k(), -1).size());
                for (int i = 0; i < QUERIES_PER_ROUND; i++) {
                    BinaryCode code = queries.get(next++ % queries.size());
                    time(
                            query,
                            () -> sum += search.search(code, request.k(), -1).size());
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
