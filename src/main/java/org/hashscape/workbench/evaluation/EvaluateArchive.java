package org.hashscape.workbench.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.HashTrainer;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.hashing.catalogue.HashMethods;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.AsymmetricScan;
import org.hashscape.retrieval.CodeTable;
import org.hashscape.retrieval.DescriptorDistance;
import org.hashscape.retrieval.ExhaustiveSearch;
import org.hashscape.retrieval.HammingScan;
import org.hashscape.retrieval.evaluation.ConfidenceInterval;
import org.hashscape.retrieval.evaluation.EvaluationProtocol;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.retrieval.evaluation.ProtocolResult;
import org.hashscape.retrieval.evaluation.ProtocolRun;
import org.hashscape.retrieval.evaluation.QueryRanking;
import org.hashscape.retrieval.evaluation.RandomFloor;
import org.hashscape.retrieval.evaluation.RelevanceRule;
import org.hashscape.retrieval.evaluation.StratifiedSplit;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.DescribedTiles;
import org.hashscape.workbench.DescriptorLibrary;
import org.hashscape.workbench.SearchArchive;

/**
 * Measures methods on a labelled archive by a published protocol. Models are trained on the protocol's training tiles
 * only and are not stored. Descriptors are those of the archive: what {@code sift-words} learned, it learned without
 * labels from a sample of all tiles.
 */
public final class EvaluateArchive {

    private static final int FLOOR_REPEATS = 5;
    private static final int TIMED_QUERIES = 200;

    private final Archive archive;
    private final DescriptorLibrary descriptors;

    public EvaluateArchive(Archive archive) {
        this.archive = archive;
        this.descriptors = new DescriptorLibrary(archive);
    }

    /**
     * Measures; one row per method, descriptor, bit count and seed. Search on floats and methods whose length is not
     * free give one row whatever the bit counts are.
     *
     * @throws IllegalArgumentException where the archive has no labels, or a method does not suit it or the protocol
     */
    public List<EvaluationRow> run(EvaluationRequest request, Progress progress) throws IOException {
        EvaluationProtocol protocol = EvaluationProtocol.byId(request.protocol());
        List<EvaluationRow> rows = new ArrayList<>();
        int combinations = request.descriptors().size() * request.seeds().size();
        int done = 0;
        for (String descriptor : request.descriptors()) {
            DescribedTiles tiles = descriptors.load(descriptor, progress.part(0, 0.3));
            List<Labels> labels = tiles.labels(archive.catalogue());
            if (labels.stream().allMatch(Labels::isEmpty)) {
                throw new IllegalArgumentException("No tile of this archive has a label, so nothing can be judged."
                        + " Import with class folders or a manifest.");
            }
            for (long seed : request.seeds()) {
                StratifiedSplit split = StratifiedSplit.of(labels, StratifiedSplit.SIXTY_FORTY, seed);
                ProtocolRun run = new ProtocolRun(
                        protocol,
                        labels,
                        split,
                        RelevanceRule.byId(request.relevance()),
                        request.k(),
                        request.ties(),
                        seed);
                Progress part = progress.part(0.3 + 0.7 * done / combinations, 0.3 + 0.7 * (done + 1) / combinations);
                rows.addAll(new Seed(request, protocol, tiles, labels, run, seed).measure(part));
                done++;
            }
        }
        return rows;
    }

    /** All methods and bit counts on one descriptor and one split. */
    private static final class Seed {

        private final EvaluationRequest request;
        private final EvaluationProtocol protocol;
        private final DescribedTiles tiles;
        private final List<Labels> labels;
        private final ProtocolRun run;
        private final long seed;
        private final int threads = Runtime.getRuntime().availableProcessors();
        private final Map<String, EvaluationRow> measured = new HashMap<>();
        private Map<Metric, Double> floor = Map.of();

        Seed(
                EvaluationRequest request,
                EvaluationProtocol protocol,
                DescribedTiles tiles,
                List<Labels> labels,
                ProtocolRun run,
                long seed) {
            this.request = request;
            this.protocol = protocol;
            this.tiles = tiles;
            this.labels = labels;
            this.run = run;
            this.seed = seed;
        }

        List<EvaluationRow> measure(Progress progress) throws IOException {
            if (request.k() > run.archiveRows().length) {
                throw new IllegalArgumentException("The cut-off " + request.k() + " is larger than the "
                        + run.archiveRows().length + " tiles that this protocol searches. Choose a smaller -k.");
            }
            floor = RandomFloor.of(run, FLOOR_REPEATS, seed, threads, progress.part(0, 0.1));
            List<EvaluationRow> rows = new ArrayList<>();
            int all = request.methods().size() * request.bits().size();
            int done = 0;
            for (String method : request.methods()) {
                for (int bits : request.bits()) {
                    progress.checkCancelled();
                    progress.report(
                            0.1 + 0.9 * done++ / all,
                            method + ", " + bits + " bits, " + tiles.descriptor() + ", seed " + seed);
                    EvaluationRow row =
                            SearchArchive.isExhaustive(method) ? exhaustive(method) : hashed(method, bits, progress);
                    if (measured.putIfAbsent(method + row.bits(), row) == null) {
                        rows.add(row);
                    }
                }
            }
            return rows;
        }

        private EvaluationRow exhaustive(String method) {
            EvaluationRow known = measured.get(method + 0);
            if (known != null) {
                return known;
            }
            DescriptorDistance distance = SearchArchive.distanceOf(method);
            ProtocolResult result = run.score(run.byDescriptors(tiles.matrix(), distance), threads, Progress.NONE);
            ExhaustiveSearch search = new ExhaustiveSearch(tiles.matrix().select(run.archiveRows()), distance);
            double[] times = times(row ->
                    search.search(tiles.matrix().row(row), request.k(), -1).rows());
            return row(method, 0, 0, 4 * tiles.matrix().dimension(), result, 0, times);
        }

        private EvaluationRow hashed(String method, int askedBits, Progress progress) throws IOException {
            HashTrainer trainer = HashMethods.byId(method);
            if (trainer.supervised() && protocol == EvaluationProtocol.WHOLE) {
                throw new IllegalArgumentException("The protocol 'whole' has no unseen tiles, so " + method
                        + ", which learns from labels, cannot be measured by it. Use mhcln or train-archive.");
            }
            if (request.asymmetric() && !trainer.realValued()) {
                throw new IllegalArgumentException("Asymmetric ranking compares a query's real values with codes, and "
                        + method + " has none. Measure deep, deep-early or deep-mhcln, or leave --asymmetric out.");
            }
            int bits = trainer.bitsFor(askedBits, tiles.matrix().dimension());
            EvaluationRow known = measured.get(method + bits);
            if (known != null) {
                return known;
            }
            TrainingSet set = tiles.trainingSet(labels, run.trainingRows(), trainer);
            Optional<String> objection = trainer.objectionTo(set, askedBits);
            if (objection.isPresent()) {
                throw new IllegalArgumentException(trainer.title() + ": " + objection.get());
            }
            long start = System.nanoTime();
            HashFunction function = trainer.train(set, askedBits, seed, progress.part(0, 0));
            double trainSeconds = (System.nanoTime() - start) / 1e9;
            CodeTable codes = encode(function);
            DescriptorMatrix matrix = tiles.matrix();
            CodeTable searched = codes.select(run.archiveRows());
            QueryRanking ranking;
            QueryRanking timed;
            if (request.asymmetric()) {
                AsymmetricScan scan = new AsymmetricScan(searched);
                ranking = run.byRealQueries(codes, row -> realCode(function, row));
                timed = row ->
                        scan.search(realCode(function, row), request.k(), -1).rows();
            } else {
                HammingScan scan = new HammingScan(searched);
                ranking = run.byCodes(codes);
                timed = row -> scan.search(function.encode(matrix.row(row)), request.k(), -1)
                        .rows();
            }
            ProtocolResult result = run.score(ranking, threads, Progress.NONE);
            double[] times = times(timed);
            return row(method, bits, bits, 8 * BinaryCode.wordsFor(bits), result, trainSeconds, times);
        }

        private float[] realCode(HashFunction function, int row) {
            return function.realCode(tiles.matrix().row(row)).orElseThrow();
        }

        private CodeTable encode(HashFunction function) {
            return CodeTable.of(
                    function.bits(),
                    IntStream.range(0, tiles.size())
                            .mapToObj(row -> function.encode(tiles.matrix().row(row)))
                            .toList());
        }

        /** Milliseconds of single queries, ascending, after one unmeasured round. */
        private double[] times(QueryRanking query) {
            int[] rows = run.queryRows();
            int count = Math.min(TIMED_QUERIES, rows.length);
            double[] times = new double[count];
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < count; i++) {
                    int row = rows[(int) ((long) i * rows.length / count)];
                    long start = System.nanoTime();
                    query.rank(row);
                    times[i] = (System.nanoTime() - start) / 1e6;
                }
            }
            Arrays.sort(times);
            return times;
        }

        private EvaluationRow row(
                String method,
                int bits,
                int bitsPerQuery,
                int bytesPerTile,
                ProtocolResult result,
                double trainSeconds,
                double[] times) {
            if (result.queryRows().length == 0) {
                throw new IllegalArgumentException(
                        "No query shares a label with another tile that it could find, so nothing"
                                + " can be measured. Each label needs several tiles.");
            }
            Map<Metric, ConfidenceInterval> scores = new EnumMap<>(Metric.class);
            for (Metric metric : Metric.values()) {
                scores.put(metric, result.interval(metric, seed));
            }
            return new EvaluationRow(
                    method,
                    tiles.descriptor(),
                    bits,
                    bitsPerQuery,
                    bytesPerTile,
                    protocol.id(),
                    seed,
                    request.k(),
                    request.relevance(),
                    request.ties().inWords(),
                    run.archiveRows().length,
                    result.queryRows().length,
                    result.skipped(),
                    scores,
                    floor,
                    Curves.NONE,
                    trainSeconds,
                    times[times.length / 2],
                    times[Math.min(times.length - 1, (int) Math.ceil(0.95 * times.length) - 1)],
                    Map.of(),
                    Map.of(),
                    false,
                    request.asymmetric()
                            ? List.of("asymmetric ranking: real-valued queries against codes")
                            : List.of());
        }
    }
}
