package org.hashscape.workbench.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hashscape.archive.store.EvaluationTable;
import org.hashscape.archive.store.EvaluationTable.Run;
import org.hashscape.hashing.HashTrainer;
import org.hashscape.hashing.catalogue.HashMethods;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.hashscape.model.Raster;
import org.hashscape.model.TileId;
import org.hashscape.retrieval.evaluation.EvaluationProtocol;
import org.hashscape.retrieval.evaluation.Metric;
import org.hashscape.retrieval.evaluation.ProtocolRun;
import org.hashscape.retrieval.evaluation.RandomFloor;
import org.hashscape.retrieval.evaluation.RelevanceRule;
import org.hashscape.retrieval.evaluation.StratifiedSplit;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.DescribedTiles;
import org.hashscape.workbench.DescriptorLibrary;
import org.hashscape.workbench.RegionLibrary;
import org.hashscape.workbench.SearchArchive;
import org.hashscape.workbench.Workspace;

/**
 * Measures methods on a labelled archive by a published protocol. Models are trained on the protocol's training tiles
 * only and are not stored; {@link LeakGuard} sees to it that no copy of a test tile is among them. Descriptors are those
 * of the archive: what {@code sift-words} learned, it learned without labels from a sample of all tiles.
 *
 * <p>Every row is kept in the archive as soon as it is measured, under a digest of everything that decides its figures
 * ({@link RunInputs}). A row that is there already is taken from there, so an interrupted evaluation goes on where it
 * stopped, and one that asks for more bits measures only those.
 */
public final class EvaluateArchive {

    private static final int FLOOR_QUERIES = 4000;
    private static final int DESCRIBED = 9;

    /** Fingerprints of more tiles, half a kilobyte each, are not held in memory to find copies. */
    private static final int MOST_GUARDED = 250_000;

    private final Archive archive;
    private final DescriptorLibrary descriptors;
    private final RegionLibrary regions;
    private final EvaluationTable table;

    public EvaluateArchive(Archive archive) {
        this.archive = archive;
        this.descriptors = new DescriptorLibrary(archive);
        this.regions = new RegionLibrary(archive);
        this.table = archive.store().evaluations();
    }

    /** Measures what is not kept yet; see {@link #run(EvaluationRequest, boolean, Consumer, Progress)}. */
    public List<EvaluationRow> run(EvaluationRequest request, Progress progress) throws IOException {
        return run(request, false, row -> {}, progress);
    }

    /**
     * Measures; one row per descriptor, seed, method and bit count, in this order. Search on floats and methods whose
     * length is not free give one row whatever the bit counts are. Cancelling keeps the rows that are measured.
     *
     * @param fresh whether to measure again what is kept
     * @param each takes every row as soon as it is there, in order
     * @throws IllegalArgumentException where the archive has no labels, a method does not suit it or the protocol, or
     *     there is a leak and it is to be refused
     */
    public List<EvaluationRow> run(
            EvaluationRequest request, boolean fresh, Consumer<EvaluationRow> each, Progress progress)
            throws IOException {
        EvaluationProtocol protocol = EvaluationProtocol.byId(request.protocol());
        requireUnsupervised(request, protocol);
        List<Described> described = describe(request, progress.part(0, 0.2));
        int planned = described.stream()
                .mapToInt(each1 ->
                        combinations(request, each1).size() * request.seeds().size())
                .sum();
        long id = begin(request, planned, fresh);
        boolean tooMany = archive.catalogue().size() > MOST_GUARDED;
        boolean unguarded = tooMany
                || protocol == EvaluationProtocol.WHOLE
                        && described.stream()
                                .allMatch(
                                        each1 -> each1.training().fingerprints().isEmpty());
        Optional<LeakGuard> guard =
                unguarded ? Optional.empty() : Optional.of(new LeakGuard(archive, progress.part(0.2, 0.25)));
        List<EvaluationRow> rows = new ArrayList<>();
        for (Described tiles : described) {
            for (long seed : request.seeds()) {
                Split split = new Split(request, protocol, tiles, guard, seed);
                for (Combination combination : combinations(request, tiles)) {
                    progress.checkCancelled();
                    Progress part = progress.part(
                            0.25 + 0.75 * rows.size() / planned, 0.25 + 0.75 * (rows.size() + 1) / planned);
                    part.report(0, combination + ", " + tiles.tiles().descriptor() + ", seed " + seed);
                    Run run = split.measured(combination, fresh, part);
                    table.add(id, rows.size(), run.id());
                    rows.add(EvaluationDocument.row(run.outcome()));
                    each.accept(rows.get(rows.size() - 1));
                }
            }
        }
        return rows;
    }

    /** The number of the evaluation that is to go on, or of a new one. */
    private long begin(EvaluationRequest request, int planned, boolean fresh) throws IOException {
        String text = EvaluationDocument.text(request);
        for (EvaluationTable.Evaluation known : table.all()) {
            if (!fresh && known.request().equals(text)) {
                table.plan(known.id(), planned);
                return known.id();
            }
        }
        return table.create(text, planned);
    }

    private static void requireUnsupervised(EvaluationRequest request, EvaluationProtocol protocol) {
        for (String method : request.methods()) {
            if (protocol == EvaluationProtocol.WHOLE && SearchArchive.learnsFromLabels(method)) {
                throw new IllegalArgumentException("The protocol 'whole' has no unseen tiles, so " + method
                        + ", which learns from labels, cannot be measured by it. Use mhcln or train-archive.");
            }
        }
    }

    /**
     * A descriptor of the archive, with the labels of its rows and a digest of both.
     *
     * @param missing tiles of the archive that it does not describe
     */
    private record Described(
            DescribedTiles tiles, int missing, List<Labels> labels, DescriptorTraining training, String digest) {}

    private List<Described> describe(EvaluationRequest request, Progress progress) throws IOException {
        List<Described> described = new ArrayList<>();
        int all = request.descriptors().size();
        for (String descriptor : request.descriptors()) {
            int done = described.size();
            DescribedTiles tiles = descriptors.load(descriptor, progress.part((double) done / all, (done + 1.0) / all));
            List<Labels> labels = tiles.labels(archive.catalogue());
            if (labels.stream().allMatch(Labels::isEmpty)) {
                throw new IllegalArgumentException("No tile of this archive has a label, so nothing can be judged."
                        + " Import with class folders or a manifest.");
            }
            DescriptorTraining training = DescriptorTraining.of(DescriptorLibrary.familiesOf(descriptor));
            int missing = archive.catalogue().size() - tiles.size();
            described.add(new Described(
                    tiles, missing, labels, training, RunInputs.digest(tiles, missing, labels, training)));
        }
        return described;
    }

    /** A method and the bits asked of it. */
    private record Combination(String method, int bits) {
        @Override
        public String toString() {
            return bits == 0 ? method : method + ", " + bits + " bits";
        }
    }

    /** Those that give different rows. */
    private static List<Combination> combinations(EvaluationRequest request, Described described) {
        Map<String, Combination> combinations = new LinkedHashMap<>();
        for (String method : request.methods()) {
            for (int asked : request.bits()) {
                boolean exhaustive = SearchArchive.isExhaustive(method);
                int bits = exhaustive ? 0 : bitsOf(method, asked, described);
                combinations.putIfAbsent(method + "/" + bits, new Combination(method, exhaustive ? 0 : asked));
            }
        }
        return List.copyOf(combinations.values());
    }

    private static int bitsOf(String method, int asked, Described described) {
        if (SearchArchive.isMultiCode(method)) {
            return asked;
        }
        HashTrainer trainer = HashMethods.byId(method);
        return trainer.bitsFor(asked, described.tiles().matrix().dimension());
    }

    /** One descriptor and one split; prepared once something of it must be measured. */
    private final class Split {

        private final EvaluationRequest request;
        private final EvaluationProtocol protocol;
        private final Described described;
        private final Optional<LeakGuard> guard;
        private final long seed;
        private Optional<SplitEvaluation> prepared = Optional.empty();

        Split(
                EvaluationRequest request,
                EvaluationProtocol protocol,
                Described described,
                Optional<LeakGuard> guard,
                long seed) {
            this.request = request;
            this.protocol = protocol;
            this.described = described;
            this.guard = guard;
            this.seed = seed;
        }

        Run measured(Combination combination, boolean fresh, Progress progress) throws IOException {
            RunInputs inputs = new RunInputs(
                    request,
                    described.tiles().descriptor(),
                    described.digest(),
                    combination.method(),
                    combination.bits(),
                    seed);
            Optional<Run> known = fresh ? Optional.empty() : table.find(inputs.digest());
            if (known.isPresent()) {
                return known.get();
            }
            SplitEvaluation evaluation = prepare(progress.part(0, 0.2));
            SplitEvaluation.Measured measured = evaluation.measure(
                    combination.method(),
                    combination.bits(),
                    part -> regions.load(described.tiles().descriptor(), part),
                    progress.part(0.2, 1));
            table.put(
                    inputs.digest(),
                    inputs.madeOf(measured.function()),
                    EvaluationDocument.text(measured.row()),
                    Workspace.version(),
                    Machine.line());
            return table.find(inputs.digest())
                    .orElseThrow(() -> new IOException("A row that was just written is gone from the archive"));
        }

        private SplitEvaluation prepare(Progress progress) throws IOException {
            if (prepared.isPresent()) {
                return prepared.get();
            }
            StratifiedSplit split = StratifiedSplit.of(described.labels(), StratifiedSplit.SIXTY_FORTY, seed);
            ProtocolRun run = new ProtocolRun(
                    protocol,
                    described.labels(),
                    split,
                    RelevanceRule.byId(request.relevance()),
                    request.k(),
                    request.mostQueries(),
                    seed);
            if (request.k() > run.archiveRows().length) {
                throw new IllegalArgumentException("The cut-off " + request.k() + " is larger than the "
                        + run.archiveRows().length + " tiles that this protocol searches. Choose a smaller -k.");
            }
            int repeats = Math.max(1, FLOOR_QUERIES / Math.max(1, run.queryRows().length));
            int threads = Runtime.getRuntime().availableProcessors();
            Map<Metric, Double> floor = RandomFloor.of(run, repeats, seed, threads, progress);
            SplitEvaluation evaluation = new SplitEvaluation(
                    request,
                    described.tiles(),
                    described.labels(),
                    run,
                    finding(run),
                    floor,
                    describeTimes(described.tiles(), run.queryRows()),
                    seed);
            prepared = Optional.of(evaluation);
            return evaluation;
        }

        private LeakGuard.Finding finding(ProtocolRun run) throws IOException {
            List<String> notes = new ArrayList<>(described.training().sentences());
            if (described.missing() > 0) {
                notes.add(String.format(
                        Locale.ENGLISH,
                        "%,d of %,d tiles are left out: they could not be described",
                        described.missing(),
                        described.missing() + described.tiles().size()));
            }
            if (protocol == EvaluationProtocol.WHOLE) {
                notes.add("every tile asks and is searched: no tile is unseen");
            } else if (guard.isEmpty()) {
                notes.add(String.format(
                        Locale.ENGLISH,
                        "copies of test tiles among the training tiles were not looked for: more than %,d tiles",
                        MOST_GUARDED));
            }
            if (guard.isEmpty()) {
                return new LeakGuard.Finding(run.trainingRows(), false, notes);
            }
            LeakGuard.Finding found =
                    guard.get().check(run, described.tiles().tileIds(), described.training(), request.leaks());
            notes.addAll(found.notes());
            return new LeakGuard.Finding(found.trainingRows(), found.leaky(), notes);
        }
    }

    /** Milliseconds that reading and describing a tile takes, of a few of the rows; none where originals are gone. */
    private List<Double> describeTimes(DescribedTiles tiles, int[] rows) throws IOException {
        List<Double> times = new ArrayList<>();
        int[] some = Arrays.stream(rows).limit(DESCRIBED + 1L).toArray();
        for (int row : some) {
            long start = System.nanoTime();
            try {
                int tile = archive.catalogue().rowOf(new TileId(tiles.tileIds()[row]));
                Raster raster = archive.raster(archive.catalogue().tile(tile));
                float[] descriptor = tiles.describe().apply(raster);
                if (descriptor.length > 0) {
                    times.add((System.nanoTime() - start) / 1e6);
                }
            } catch (IOException gone) {
                return List.of();
            }
        }
        return times.size() > 1 ? times.subList(1, times.size()) : times;
    }
}
