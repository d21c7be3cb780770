package org.hashscape.workbench.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
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
import org.hashscape.model.DescriptorRows;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.AsymmetricScan;
import org.hashscape.retrieval.CodeTable;
import org.hashscape.retrieval.DescriptorDistance;
import org.hashscape.retrieval.ExhaustiveSearch;
import org.hashscape.retrieval.HammingScan;
import org.hashscape.retrieval.evaluation.ConfidenceInterval;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.retrieval.evaluation.ProtocolResult;
import org.hashscape.retrieval.evaluation.ProtocolRun;
import org.hashscape.retrieval.evaluation.QueryRanking;
import org.hashscape.workbench.DescribedTiles;
import org.hashscape.workbench.MultiCodeMethod;
import org.hashscape.workbench.RegionTiles;
import org.hashscape.workbench.SearchArchive;

/** Measures methods on one descriptor and one split. */
final class SplitEvaluation {

    static final String TIE_RULE = "random, drawn for each query from the seed";

    private final EvaluationRequest request;
    private final DescribedTiles tiles;
    private final List<Labels> labels;
    private final ProtocolRun run;
    private final LeakGuard.Finding finding;
    private final Map<Metric, Double> floor;
    private final List<Double> describeMs;
    private final long seed;
    private final int threads = Runtime.getRuntime().availableProcessors();

    /** A row, and the trained function that it speaks of, where there is one. */
    record Measured(EvaluationRow row, Optional<HashFunction> function) {}

    /** @param describeMs milliseconds that describing a tile took, from its file; may be empty */
    SplitEvaluation(
            EvaluationRequest request,
            DescribedTiles tiles,
            List<Labels> labels,
            ProtocolRun run,
            LeakGuard.Finding finding,
            Map<Metric, Double> floor,
            List<Double> describeMs,
            long seed) {
        this.request = request;
        this.tiles = tiles;
        this.labels = labels;
        this.run = run;
        this.finding = finding;
        this.floor = floor;
        this.describeMs = describeMs;
        this.seed = seed;
    }

    /** Where the regions of the tiles come from, for methods that need them. */
    interface Regions {
        RegionTiles load(Progress progress) throws IOException;
    }

    Measured measure(String method, int askedBits, Regions regions, Progress progress) throws IOException {
        Optional<MultiCodeMethod> several = MultiCodeMethod.of(method);
        if (several.isPresent()) {
            if (request.asymmetric()) {
                throw new IllegalArgumentException(method + " has no real values to rank by. Leave --asymmetric out.");
            }
            RegionTiles cut = regions.load(progress.part(0, 0.4));
            return multiCoded(several.get(), askedBits, cut, progress.part(0.4, 1));
        }
        return SearchArchive.isExhaustive(method) ? exhaustive(method, progress) : hashed(method, askedBits, progress);
    }

    private Measured exhaustive(String method, Progress progress) {
        DescriptorDistance distance = SearchArchive.distanceOf(method);
        ProtocolResult result = run.score(run.byDescriptors(tiles.matrix(), distance, seed), threads, progress);
        DescriptorRows searched = tiles.matrix() instanceof DescriptorMatrix matrix
                ? matrix.select(run.archiveRows())
                : tiles.matrix(); // too many to hold: the time is that of reading them all
        ExhaustiveSearch search = new ExhaustiveSearch(searched, distance);
        QueryTimes times = QueryTimes.of(
                run.queryRows(), row -> search.search(tiles.matrix().row(row), request.k(), -1));
        return new Measured(row(method, 0, 4 * tiles.matrix().dimension(), result, 0, times), Optional.empty());
    }

    private Measured hashed(String method, int askedBits, Progress progress) throws IOException {
        HashTrainer trainer = HashMethods.byId(method);
        if (request.asymmetric() && !trainer.realValued()) {
            throw new IllegalArgumentException("Asymmetric ranking compares a query's real values with codes, and "
                    + method + " has none. Measure deep, deep-early or deep-mhcln, or leave --asymmetric out.");
        }
        TrainingSet set = tiles.trainingSet(labels, finding.trainingRows(), trainer);
        Optional<String> objection = trainer.objectionTo(set, askedBits);
        if (objection.isPresent()) {
            throw new IllegalArgumentException(trainer.title() + ": " + objection.get());
        }
        long start = System.nanoTime();
        HashFunction function = trainer.train(set, askedBits, seed, progress.part(0, 0.7));
        double trainSeconds = (System.nanoTime() - start) / 1e9;
        progress.checkCancelled();
        CodeTable codes = encode(function);
        QueryRanking ranking = request.asymmetric()
                ? run.byRealQueries(codes, row -> realCode(function, row), seed)
                : run.byCodes(codes, seed);
        ProtocolResult result = run.score(ranking, threads, progress.part(0.8, 1));
        QueryTimes times = times(function, codes.select(run.archiveRows()));
        int bytes = 8 * BinaryCode.wordsFor(function.bits());
        return new Measured(row(method, function.bits(), bytes, result, trainSeconds, times), Optional.of(function));
    }

    private QueryTimes times(HashFunction function, CodeTable searched) {
        if (request.asymmetric()) {
            AsymmetricScan scan = new AsymmetricScan(searched);
            return QueryTimes.of(
                    run.queryRows(), row -> realCode(function, row), (real, row) -> scan.search(real, request.k(), -1));
        }
        HammingScan scan = new HammingScan(searched);
        DescriptorRows matrix = tiles.matrix();
        return QueryTimes.of(
                run.queryRows(),
                row -> function.encode(matrix.row(row)),
                (code, row) -> scan.search(code, request.k(), -1));
    }

    private float[] realCode(HashFunction function, int row) {
        return function.realCode(tiles.matrix().row(row)).orElseThrow();
    }

    private Measured multiCoded(MultiCodeMethod method, int bits, RegionTiles regions, Progress progress) {
        MultiCodeTrial trial = new MultiCodeTrial(
                method, bits, seed, regions, tiles, labels, run, finding.trainingRows(), progress.part(0, 0.6));
        ProtocolResult result = run.score(trial.ranking(seed), threads, progress.part(0.7, 1));
        EvaluationRow row = row(
                method.id(),
                bits,
                trial.bitsPerQuery(),
                trial.bytesPerTile(),
                result,
                trial.trainSeconds(),
                trial.times(request.k()),
                trial.notes());
        return new Measured(row, Optional.empty());
    }

    /** Codes of the rows that ask or are searched; zeros elsewhere, which nobody reads. */
    private CodeTable encode(HashFunction function) {
        int length = BinaryCode.wordsFor(function.bits());
        long[] words = new long[Math.multiplyExact(tiles.size(), length)];
        BitSet wanted = new BitSet();
        Arrays.stream(run.archiveRows()).forEach(wanted::set);
        Arrays.stream(run.queryRows()).forEach(wanted::set);
        tiles.matrix()
                .forEachBlock((first, block) -> IntStream.range(0, block.rows())
                        .parallel()
                        .filter(row -> wanted.get(first + row))
                        .forEach(row -> System.arraycopy(
                                function.encode(block.row(row)).words(), 0, words, (first + row) * length, length)));
        return new CodeTable(function.bits(), tiles.size(), words);
    }

    private EvaluationRow row(
            String method, int bits, int bytesPerTile, ProtocolResult result, double trainSeconds, QueryTimes times) {
        return row(method, bits, bits, bytesPerTile, result, trainSeconds, times, List.of());
    }

    private EvaluationRow row(
            String method,
            int bits,
            int bitsPerQuery,
            int bytesPerTile,
            ProtocolResult result,
            double trainSeconds,
            QueryTimes times,
            List<String> notes) {
        if (result.queryRows().length == 0) {
            throw new IllegalArgumentException("No query has anything relevant that it could find, so nothing"
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
                request.protocol(),
                seed,
                request.k(),
                request.relevance(),
                TIE_RULE,
                run.archiveRows().length,
                result.queryRows().length,
                result.skipped(),
                scores,
                floor,
                new Curves(boxed(result.precisionAt()), boxed(result.precisionAtRecall())),
                trainSeconds,
                times.median(),
                times.p95(),
                times.medians(describeMs),
                times.p95s(describeMs),
                finding.leaky(),
                notes(notes));
    }

    private List<String> notes(List<String> ofMethod) {
        List<String> notes = new ArrayList<>(ofMethod);
        notes.addAll(finding.notes());
        if (request.asymmetric()) {
            notes.add("asymmetric ranking: queries keep their real values");
        }
        return notes;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
