package org.hashscape.retrieval.evaluation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hashscape.model.CancelledException;
import org.hashscape.model.DescriptorRows;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.CodeTable;
import org.hashscape.retrieval.DescriptorDistance;

/**
 * A protocol on a labelled data set: who trains, who is searched, who asks, and the scores of whatever ranks. Knows
 * nothing of hashing: train on {@link #trainingRows}, encode every row, and give the codes to {@link #byCodes}:
 *
 * <pre>{@code
 * ProtocolRun run = new ProtocolRun(EvaluationProtocol.MHCLN, labels, split, RelevanceRule.SHARES_A_LABEL, 20);
 * ProtocolResult result = run.score(run.byCodes(codes, 1), 2, Progress.NONE);
 * double ap = result.mean(Metric.AP_LENIENT_AT_K);
 * }</pre>
 *
 * <p>Immutable; safe to use from several threads at once.
 */
public final class ProtocolRun {

    private final EvaluationProtocol protocol;
    private final RelevanceJudge judge;
    private final int rows;
    private final int k;
    private final int[] trainingRows;
    private final int[] archiveRows;
    private final int[] queryRows;
    private final RelevanceJudge.GroupCounts archiveCounts;

    /**
     * @param labels one entry per row of the data set
     * @param split of those rows
     * @param k cut-off of the metrics that have one, at least 1
     */
    public ProtocolRun(
            EvaluationProtocol protocol, List<Labels> labels, StratifiedSplit split, RelevanceRule rule, int k) {
        this(protocol, labels, split, rule, k, Integer.MAX_VALUE, 0);
    }

    /**
     * The same with fewer queries, for archives where asking about each tile would take days.
     *
     * @param mostQueries so many of the protocol's queries ask, drawn at random; at least 1
     * @param seed of that draw
     */
    public ProtocolRun(
            EvaluationProtocol protocol,
            List<Labels> labels,
            StratifiedSplit split,
            RelevanceRule rule,
            int k,
            int mostQueries,
            long seed) {
        if (mostQueries < 1) {
            throw new IllegalArgumentException("At least 1 query must be asked, not " + mostQueries);
        }
        if (k < 1) {
            throw new IllegalArgumentException("A cut-off is at least 1, not " + k);
        }
        if (split.trainRows().length + split.testRows().length != labels.size()) {
            throw new IllegalArgumentException(
                    "A split of " + split + " does not fit " + labels.size() + " labelled rows");
        }
        this.protocol = protocol;
        this.judge = new RelevanceJudge(labels, rule);
        this.rows = labels.size();
        this.k = k;
        this.trainingRows = protocol.trainingRows(split);
        this.archiveRows = protocol.archiveRows(split);
        int[] queries = protocol.queryRows(split);
        this.queryRows = mostQueries >= queries.length ? queries : drawn(queries, mostQueries, seed);
        this.archiveCounts = judge.count(archiveRows);
    }

    private static int[] drawn(int[] rows, int most, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] mixed = rows.clone();
        for (int i = 0; i < most; i++) {
            int other = i + random.nextInt(mixed.length - i);
            int row = mixed[other];
            mixed[other] = mixed[i];
            mixed[i] = row;
        }
        return Arrays.stream(mixed).limit(most).sorted().toArray();
    }

    /** Rows that training may see, ascending. */
    public int[] trainingRows() {
        return trainingRows.clone();
    }

    /** Rows that are searched, ascending. */
    public int[] archiveRows() {
        return archiveRows.clone();
    }

    /** Rows that ask, ascending. */
    public int[] queryRows() {
        return queryRows.clone();
    }

    /**
     * Ranks by Hamming distance, ties in random order.
     *
     * @param codes of every row of the data set; those of rows that neither ask nor are searched are never read
     * @param tieSeed of the order of ties, see {@link TieBreaker}
     */
    public QueryRanking byCodes(CodeTable codes, long tieSeed) {
        requireRows(codes.rows());
        return new HammingOrder(codes, archiveRows, new TieBreaker(tieSeed));
    }

    /**
     * Ranks codes by their asymmetric distance to queries that keep their real values, ties in random order.
     *
     * @param codes as for {@link #byCodes}
     * @param realCode real values of a row that asks, as many as the codes have bits
     */
    public QueryRanking byRealQueries(CodeTable codes, IntFunction<float[]> realCode, long tieSeed) {
        requireRows(codes.rows());
        return new AsymmetricOrder(codes, realCode, archiveRows, new TieBreaker(tieSeed));
    }

    /** Ranks by the descriptors themselves, ties in random order. @param descriptors of every row of the data set */
    public QueryRanking byDescriptors(DescriptorRows descriptors, DescriptorDistance distance, long tieSeed) {
        requireRows(descriptors.rows());
        return new DescriptorOrder(descriptors, distance, archiveRows, new TieBreaker(tieSeed));
    }

    /**
     * Ranks by distances that somebody else computes, ties in random order.
     *
     * @param distances of a query row of the data set to each of {@link #archiveRows}; none below 0
     */
    public QueryRanking byDistances(IntFunction<double[]> distances, long tieSeed) {
        return new DescriptorOrder(distances, archiveRows, new TieBreaker(tieSeed));
    }

    /** Ranks by nothing at all: random orders, drawn anew for each query. */
    public QueryRanking byChance(long seed) {
        TieBreaker ties = new TieBreaker(seed);
        return query -> Arrays.stream(ties.order(query, archiveRows.length))
                .map(place -> archiveRows[place])
                .filter(row -> row != query)
                .toArray();
    }

    /**
     * Scores a ranking. The scores do not depend on the parallelism.
     *
     * @param parallelism threads to use, at least 1
     */
    public ProtocolResult score(QueryRanking ranking, int parallelism, Progress progress) {
        AtomicInteger done = new AtomicInteger();
        ForkJoinPool pool = new ForkJoinPool(parallelism);
        try {
            return collect(pool.submit(() -> IntStream.range(0, queryRows.length)
                            .parallel()
                            .mapToObj(i -> {
                                progress.checkCancelled();
                                Optional<QueryScore> score = score(queryRows[i], ranking);
                                progress.report(
                                        (double) done.incrementAndGet() / queryRows.length,
                                        "Scored " + done.get() + " of " + queryRows.length + " queries");
                                return score;
                            })
                            .toList())
                    .get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Empty where the query is to be skipped. */
    private Optional<QueryScore> score(int query, QueryRanking ranking) {
        RelevanceJudge.Opinion opinion = judge.on(query);
        int able = opinion.countRelevant(archiveCounts);
        if (able == 0) {
            return Optional.empty();
        }
        int[] ranked = ranking.rank(query);
        boolean[] relevant = opinion.relevant(ranked);
        int[] gains = opinion.gains(ranked);
        int[] gainCounts = opinion.countGains(archiveCounts);
        double[] values = new double[Metric.values().length];
        for (Metric metric : Metric.values()) {
            values[metric.ordinal()] = switch (metric) {
                case PRECISION_AT_K -> RankingMetrics.precisionAt(relevant, k);
                case RECALL_AT_K -> RankingMetrics.recallAt(relevant, k, able);
                case AP_STANDARD_AT_K -> RankingMetrics.averagePrecisionStandardAt(relevant, k, able);
                case AP_LENIENT_AT_K -> RankingMetrics.averagePrecisionLenientAt(relevant, k);
                case MAP_FULL -> RankingMetrics.averagePrecision(relevant, able);
                case NDCG_AT_K -> RankingMetrics.ndcgAtWithCounts(gains, k, gainCounts);
                case ACG_AT_K -> RankingMetrics.averageCumulativeGainAt(gains, k);
                case WEIGHTED_MAP -> RankingMetrics.weightedAveragePrecisionWithCounts(gains, gainCounts);
                case LABEL_RECALL_AT_K ->
                    RankingMetrics.labelRecallAt(
                            gains, k, judge.labelsOf(query).names().size());
                case LABEL_PRECISION_AT_K -> RankingMetrics.labelPrecisionAt(gains, opinion.labelCounts(ranked, k), k);
            };
        }
        return Optional.of(new QueryScore(
                values,
                precisions(relevant),
                RankingMetrics.precisionAtRecalls(relevant, able, ProtocolResult.RECALLS)));
    }

    /** P@1, P@2, ... */
    private double[] precisions(boolean[] relevant) {
        double[] precisions = new double[Math.min(ProtocolResult.CURVE_RANKS, archiveRows.length)];
        int found = 0;
        for (int i = 0; i < precisions.length; i++) {
            found += i < relevant.length && relevant[i] ? 1 : 0;
            precisions[i] = (double) found / (i + 1);
        }
        return precisions;
    }

    private ProtocolResult collect(List<Optional<QueryScore>> scores) {
        List<QueryScore> scored = scores.stream().flatMap(Optional::stream).toList();
        Map<Metric, double[]> values = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            values.put(
                    metric,
                    scored.stream()
                            .mapToDouble(score -> score.values()[metric.ordinal()])
                            .toArray());
        }
        int[] scoredRows = IntStream.range(0, scores.size())
                .filter(i -> scores.get(i).isPresent())
                .map(i -> queryRows[i])
                .toArray();
        return new ProtocolResult(
                protocol,
                k,
                scoredRows,
                queryRows.length - scoredRows.length,
                values,
                means(scored.stream().map(QueryScore::precisionAt).toList()),
                means(scored.stream().map(QueryScore::precisionAtRecall).toList()));
    }

    private static double[] means(List<double[]> curves) {
        double[] means = new double[curves.isEmpty() ? 0 : curves.get(0).length];
        for (double[] curve : curves) {
            for (int i = 0; i < means.length; i++) {
                means[i] += curve[i];
            }
        }
        for (int i = 0; i < means.length; i++) {
            means[i] /= curves.size(); // at the end: the mean of ones is then 1
        }
        return means;
    }

    private void requireRows(int given) {
        if (given != rows) {
            throw new IllegalArgumentException("The data set has " + rows + " rows, but " + given + " were given");
        }
    }

    /** What a query threw, freed of what the pool put around it. */
    private static RuntimeException unwrapped(ExecutionException failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest instanceof RuntimeException thrown
                ? thrown
                : new IllegalStateException("The evaluation failed: " + deepest.getMessage(), failure);
    }
}
