package org.hashscape.retrieval.evaluation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hashscape.model.CancelledException;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.AsymmetricScan;
import org.hashscape.retrieval.CodeTable;
import org.hashscape.retrieval.DescriptorDistance;
import org.hashscape.retrieval.ExhaustiveSearch;
import org.hashscape.retrieval.HammingScan;

/**
 * A protocol on a labelled data set: who trains, who is searched, who asks, and the scores of whatever ranks. Knows
 * nothing of hashing: train on {@link #trainingRows}, encode every row, and give the codes to {@link #byCodes}:
 *
 * <pre>{@code
 * ProtocolRun run = new ProtocolRun(EvaluationProtocol.MHCLN, labels, split, RelevanceRule.SHARES_A_LABEL, 20);
 * ProtocolResult result = run.score(run.byCodes(codes), 2, Progress.NONE);
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
    private final int[] searched;
    private final int[] places;

    /**
     * @param labels one entry per row of the data set
     * @param split of those rows
     * @param k cut-off of the metrics that have one, at least 1
     */
    public ProtocolRun(
            EvaluationProtocol protocol, List<Labels> labels, StratifiedSplit split, RelevanceRule rule, int k) {
        this(protocol, labels, split, rule, k, TieRule.TILE_ID, 0);
    }

    /**
     * @param ties order of results at the same distance
     * @param tieSeed of a random order
     */
    public ProtocolRun(
            EvaluationProtocol protocol,
            List<Labels> labels,
            StratifiedSplit split,
            RelevanceRule rule,
            int k,
            TieRule ties,
            long tieSeed) {
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
        this.queryRows = protocol.queryRows(split);
        this.searched = ties.order(archiveRows, tieSeed);
        this.places = new int[rows];
        Arrays.fill(places, -1);
        for (int place = 0; place < searched.length; place++) {
            places[searched[place]] = place;
        }
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

    /** Ranks by Hamming distance, ties by the run's rule. @param codes of every row of the data set */
    public QueryRanking byCodes(CodeTable codes) {
        requireRows(codes.rows());
        HammingScan scan = new HammingScan(codes.select(searched));
        return query -> inDataSet(scan.search(codes.code(query), Math.max(1, archiveRows.length), inArchive(query))
                .rows());
    }

    /**
     * Ranks codes by their asymmetric distance to queries that keep their real values, ties by the run's rule.
     *
     * @param codes of every row of the data set
     * @param realCode real values of a row
     */
    public QueryRanking byRealQueries(CodeTable codes, IntFunction<float[]> realCode) {
        requireRows(codes.rows());
        AsymmetricScan scan = new AsymmetricScan(codes.select(searched));
        return query -> inDataSet(scan.search(realCode.apply(query), Math.max(1, archiveRows.length), inArchive(query))
                .rows());
    }

    /** Ranks by the descriptors themselves, ties by the run's rule. @param descriptors of every row of the data set */
    public QueryRanking byDescriptors(DescriptorMatrix descriptors, DescriptorDistance distance) {
        requireRows(descriptors.rows());
        ExhaustiveSearch search = new ExhaustiveSearch(descriptors.select(searched), distance);
        return query ->
                inDataSet(search.search(descriptors.row(query), Math.max(1, archiveRows.length), inArchive(query))
                        .rows());
    }

    /**
     * Scores a ranking. The scores do not depend on the parallelism.
     *
     * @param parallelism threads to use, at least 1
     */
    public ProtocolResult score(QueryRanking ranking, int parallelism, Progress progress) {
        double[][] scores = new double[queryRows.length][];
        AtomicInteger done = new AtomicInteger();
        ForkJoinPool pool = new ForkJoinPool(parallelism);
        try {
            pool.submit(() -> IntStream.range(0, queryRows.length).parallel().forEach(i -> {
                        progress.checkCancelled();
                        scores[i] = score(queryRows[i], ranking);
                        progress.report(
                                (double) done.incrementAndGet() / queryRows.length,
                                "Scored " + done.get() + " of " + queryRows.length + " queries");
                    }))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } finally {
            pool.shutdownNow();
        }
        return collect(scores);
    }

    /** One value per metric, or an empty array where the query is to be skipped. */
    private double[] score(int query, QueryRanking ranking) {
        RelevanceJudge.Opinion opinion = judge.on(query);
        int able = opinion.countRelevant(archiveRows, query);
        if (able == 0) {
            return new double[0];
        }
        int[] ranked = ranking.rank(query);
        boolean[] relevant = opinion.relevant(ranked);
        int[] gains = opinion.gains(ranked);
        int[] archiveGains = opinion.gains(
                Arrays.stream(archiveRows).filter(row -> row != query).toArray());
        double[] values = new double[Metric.values().length];
        for (Metric metric : Metric.values()) {
            values[metric.ordinal()] = switch (metric) {
                case PRECISION_AT_K -> RankingMetrics.precisionAt(relevant, k);
                case RECALL_AT_K -> RankingMetrics.recallAt(relevant, k, able);
                case AP_STANDARD_AT_K -> RankingMetrics.averagePrecisionStandardAt(relevant, k, able);
                case AP_LENIENT_AT_K -> RankingMetrics.averagePrecisionLenientAt(relevant, k);
                case MAP_FULL -> RankingMetrics.averagePrecision(relevant, able);
                case NDCG_AT_K -> RankingMetrics.ndcgAt(gains, k, archiveGains);
                case ACG_AT_K -> RankingMetrics.averageCumulativeGainAt(gains, k);
                case WEIGHTED_MAP -> RankingMetrics.weightedAveragePrecision(gains, archiveGains);
                case LABEL_RECALL_AT_K ->
                    RankingMetrics.labelRecallAt(
                            gains, k, judge.labelsOf(query).names().size());
                case LABEL_PRECISION_AT_K -> RankingMetrics.labelPrecisionAt(gains, opinion.labelCounts(ranked), k);
            };
        }
        return values;
    }

    private ProtocolResult collect(double[][] scores) {
        int[] scored = IntStream.range(0, scores.length)
                .filter(i -> scores[i].length > 0)
                .toArray();
        Map<Metric, double[]> values = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            values.put(
                    metric,
                    Arrays.stream(scored)
                            .mapToDouble(i -> scores[i][metric.ordinal()])
                            .toArray());
        }
        int[] scoredRows = Arrays.stream(scored).map(i -> queryRows[i]).toArray();
        return new ProtocolResult(protocol, k, scoredRows, queryRows.length - scored.length, values);
    }

    private void requireRows(int given) {
        if (given != rows) {
            throw new IllegalArgumentException("The data set has " + rows + " rows, but " + given + " were given");
        }
    }

    /** Place of a row among the searched ones, or -1. */
    private int inArchive(int row) {
        return places[row];
    }

    private int[] inDataSet(int[] found) {
        return Arrays.stream(found).map(place -> searched[place]).toArray();
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
