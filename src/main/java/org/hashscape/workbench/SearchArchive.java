package org.hashscape.workbench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hashscape.archive.store.RegionTable.TileRegions;
import org.hashscape.hashing.catalogue.HashMethods;
import org.hashscape.model.MethodSpec;
import org.hashscape.model.MethodSpec.Split;
import org.hashscape.model.Progress;
import org.hashscape.model.RegionMap;
import org.hashscape.model.TileId;
import org.hashscape.retrieval.CodeTable;
import org.hashscape.retrieval.DescriptorDistance;
import org.hashscape.workbench.RegionTiles.Cut;

/**
 * Answers queries about one archive. Keeps descriptors, models and codes in memory between queries; what is missing is
 * computed and stored on first use. Thread-safe.
 */
public final class SearchArchive {

    /** Id of search on the float descriptors by cosine distance. */
    public static final String EXHAUSTIVE = "exhaustive";

    /** Id of search on the float descriptors by Euclidean distance. */
    public static final String EXHAUSTIVE_EUCLIDEAN = "exhaustive-euclidean";

    /** An entry of the method menu: id for requests, title for people. */
    public record Choice(String id, String title) {}

    private final Archive archive;
    private final DescriptorLibrary descriptors;
    private final HashLibrary hashes;
    private final MultiCodeLibrary multiCodes;
    private final FilteredRows filtered = new FilteredRows();

    public SearchArchive(Archive archive) {
        this.archive = archive;
        this.descriptors = new DescriptorLibrary(archive);
        this.hashes = new HashLibrary(archive, descriptors);
        this.multiCodes = new MultiCodeLibrary(archive, descriptors);
    }

    /** Trains for the queries of this one: what it has trained is searched at once. */
    public TrainMethod trainer() {
        return new TrainMethod(archive, hashes, multiCodes);
    }

    /** All methods, the exhaustive ones last. */
    public static List<Choice> methods() {
        List<Choice> choices = new ArrayList<>();
        HashMethods.all().forEach(trainer -> choices.add(new Choice(trainer.method(), trainer.title())));
        for (MultiCodeMethod method : MultiCodeMethod.values()) {
            choices.add(new Choice(method.id(), method.title()));
        }
        choices.add(new Choice(EXHAUSTIVE, "Exhaustive, cosine"));
        choices.add(new Choice(EXHAUSTIVE_EUCLIDEAN, "Exhaustive, Euclidean"));
        return choices;
    }

    /** All descriptors, networks that the user imported last; and some of them joined. */
    public static List<Choice> descriptors() {
        List<Choice> choices = new ArrayList<>();
        KnownDescriptors.all().forEach(family -> choices.add(new Choice(family.id(), family.title())));
        choices.add(new Choice("colour-texture+sift-words", "Colour + SIFT"));
        List<String> networks =
                new Backbones().list().stream().map(Backbones.Entry::id).toList();
        if (networks.size() > 1) {
            choices.add(new Choice(String.join("+", networks), "All networks"));
        }
        return choices;
    }

    /**
     * Whether there is a descriptor of this id: one of {@link #descriptors}, without joined ones, or the mean of a
     * network's regions, {@code NETWORK-regions}.
     */
    public static boolean isDescriptor(String id) {
        return KnownDescriptors.isKnown(id);
    }

    /** Whether {@link #answer} would answer at once: descriptors, model and codes are in memory. Cheap, and never waits. */
    public boolean isReady(QueryRequest request) {
        if (isMultiCode(request.method())) {
            return multiCodes.loaded(specOf(request)).isPresent();
        }
        return isExhaustive(request.method())
                ? descriptors.loaded(request.descriptor()).isPresent()
                : hashes.loaded(specOf(request)).isPresent();
    }

    /**
     * Answers; computes and stores missing descriptors, model and codes first, telling the progress.
     *
     * @throws IOException where an image or the archive cannot be read
     * @throws IllegalArgumentException where the method cannot be used on this archive (no labels, too few tiles...),
     *     with what to do about it
     */
    public QueryAnswer answer(QueryRequest request, Progress progress) throws IOException {
        archive.followOthers();
        if (!isReady(request)) {
            requireKnown(request); // looks into the folder of networks: not for every query
        }
        requireSuits(request);
        if (isExhaustive(request.method())) {
            DescribedTiles tiles = descriptors.load(request.descriptor(), progress);
            return new DescriptorSearch(asked(request, tiles)).answer(distanceOf(request.method()));
        }
        if (isMultiCode(request.method())) {
            MultiCodedTiles coded = multiCodes(request, progress);
            return new MultiCodedSearch(asked(request, coded.tiles()), coded).answer();
        }
        HashedTiles hashed = hashes.load(specOf(request), progress);
        progress.checkCancelled();
        return new HashedSearch(asked(request, hashed.tiles()), hashed).answer();
    }

    /** Codes, primitives and regions behind the answers to a multi-code request; made where they are missing. */
    public MultiCodedTiles multiCodes(QueryRequest request, Progress progress) throws IOException {
        return multiCodes.load(specOf(request), progress);
    }

    /** The regions of what a multi-code request asks about. */
    public Cut regionsOf(QueryRequest request, Progress progress) throws IOException {
        MultiCodedTiles coded = multiCodes(request, progress);
        if (request.source() instanceof QuerySource.ArchiveTile asked) {
            return storedRegions(coded, asked.tile())
                    .orElseThrow(
                            () -> new IOException("The tile is not cut into regions: its original could not be read"));
        }
        return new MultiCodedSearch(asked(request, coded.tiles()), coded).cut();
    }

    /** The regions of a tile of the archive; none where its original could not be read. */
    public Optional<Cut> storedRegions(MultiCodedTiles coded, TileId tile) throws IOException {
        Optional<TileRegions> stored =
                archive.store().regions().of(coded.regions().set(), tile);
        return stored.map(found -> new Cut(RegionMap.fromBytes(found.map()), found.vectors()));
    }

    /** The tiles that show one primitive of the query, closest first by its code alone. */
    public QueryAnswer answerByPrimitive(QueryRequest request, int primitive, Progress progress) throws IOException {
        MultiCodedTiles coded = multiCodes(request, progress);
        return new MultiCodedSearch(asked(request, coded.tiles()), coded).byPrimitive(primitive);
    }

    /** What the user calls the primitives of a model. */
    public Map<Integer, String> primitiveNames(MultiCodedTiles coded) throws IOException {
        return archive.store().multiCodes().names(coded.model());
    }

    /** Names a primitive; a blank name takes its name away. */
    public void namePrimitive(MultiCodedTiles coded, int primitive, String name) throws IOException {
        archive.store().multiCodes().name(coded.model(), primitive, name);
    }

    /** Whether a method learns from labels: what it answers about tiles that it has learned from says little of others. */
    public static boolean learnsFromLabels(String method) {
        return !isExhaustive(method)
                && MultiCodeMethod.of(method)
                        .map(several -> several.trainer().needsLabels())
                        .orElseGet(() -> HashMethods.byId(method).supervised());
    }

    /** Whether a method gives a tile several codes. */
    public static boolean isMultiCode(String method) {
        return MultiCodeMethod.of(method).isPresent();
    }

    /** The codes of the archive for a method; trains and encodes what is missing. */
    CodeTable codes(MethodSpec spec, Progress progress) throws IOException {
        return hashes.load(spec, progress).codes();
    }

    /**
     * Why a tile is where it is in the answer to a request.
     *
     * @throws IOException where the tile or the query's image cannot be read
     */
    public Explanation explain(QueryRequest request, TileId tile, Progress progress) throws IOException {
        if (isExhaustive(request.method()) || isMultiCode(request.method())) {
            DescribedTiles tiles = descriptors.load(request.descriptor(), progress);
            return Explanation.of(asked(request, tiles), tile, Optional.empty());
        }
        HashedTiles hashed = hashes.load(specOf(request), progress);
        return Explanation.of(asked(request, hashed.tiles()), tile, Optional.of(hashed));
    }

    private AskedQuery asked(QueryRequest request, DescribedTiles tiles) throws IOException {
        return new AskedQuery(archive, request, tiles, filtered);
    }

    /** Whether a method searches on descriptors instead of codes. */
    public static boolean isExhaustive(String method) {
        return method.equals(EXHAUSTIVE) || method.equals(EXHAUSTIVE_EUCLIDEAN);
    }

    /** What an exhaustive method compares descriptors by. */
    public static DescriptorDistance distanceOf(String exhaustive) {
        return exhaustive.equals(EXHAUSTIVE) ? DescriptorDistance.COSINE : DescriptorDistance.EUCLIDEAN;
    }

    private static MethodSpec specOf(QueryRequest request) {
        return new MethodSpec(request.method(), request.descriptor(), request.bits(), request.seed(), Split.ALL);
    }

    private static void requireSuits(QueryRequest request) {
        if (request.lookup() instanceof QueryRequest.Lookup.Asymmetric && !isRealValued(request.method())) {
            throw new IllegalArgumentException("Asymmetric ranking compares a query's real values with codes, and "
                    + request.method() + " has none. Choose one of: "
                    + methods().stream()
                            .map(Choice::id)
                            .filter(SearchArchive::isRealValued)
                            .collect(Collectors.joining(", ")));
        }
    }

    /** Whether a method can rank asymmetrically: its queries have real values behind their bits. */
    public static boolean isRealValued(String method) {
        return !isExhaustive(method)
                && !isMultiCode(method)
                && HashMethods.byId(method).realValued();
    }

    private static void requireKnown(QueryRequest request) {
        if (!isExhaustive(request.method()) && !isMultiCode(request.method())) {
            HashMethods.byId(request.method());
        }
        DescriptorLibrary.partsOf(request.descriptor()).forEach(KnownDescriptors::byId);
    }
}
