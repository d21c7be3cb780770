package org.hashscape.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashscape.feature.DescriptorFamilies;
import org.hashscape.hashing.catalogue.HashMethods;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.Hit;
import org.hashscape.model.Labels;
import org.hashscape.model.MethodSpec;
import org.hashscape.model.MethodSpec.Split;
import org.hashscape.model.Progress;
import org.hashscape.model.Ranking;
import org.hashscape.model.Raster;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.retrieval.DescriptorDistance;
import org.hashscape.retrieval.ExhaustiveSearch;
import org.hashscape.retrieval.HashTable;
import org.hashscape.retrieval.Neighbours;
import org.hashscape.retrieval.Reranking;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.QuerySource.ArchiveTile;
import org.hashscape.workbench.QuerySource.ImageFile;
import org.hashscape.workbench.QuerySource.Rectangle;
import org.hashscape.workbench.QuerySource.TilePart;

/**
 * Answers queries about one archive. Keeps descriptors, models and codes in memory between queries; what is missing is
 * computed and stored on first use. Thread-safe.
 */
public final class SearchArchive {

    /** Id of search on the float descriptors by cosine distance. */
    public static final String EXHAUSTIVE = "exhaustive";

    /** Id of search on the float descriptors by Euclidean distance. */
    public static final String EXHAUSTIVE_EUCLIDEAN = "exhaustive-euclidean";

    /** With re-ranking, this many times k candidates are taken from the Hamming ranking. */
    static final int RERANK_FACTOR = 10;

    /** An entry of the method menu: id for requests, title for people. */
    public record Choice(String id, String title) {}

    private final Archive archive;
    private final DescriptorLibrary descriptors;
    private final HashLibrary hashes;

    public SearchArchive(Archive archive) {
        this.archive = archive;
        this.descriptors = new DescriptorLibrary(archive);
        this.hashes = new HashLibrary(archive, descriptors);
    }

    /** All methods, the exhaustive ones last. */
    public static List<Choice> methods() {
        List<Choice> choices = new ArrayList<>();
        HashMethods.all().forEach(trainer -> choices.add(new Choice(trainer.method(), trainer.title())));
        choices.add(new Choice(EXHAUSTIVE, "Exhaustive, cosine"));
        choices.add(new Choice(EXHAUSTIVE_EUCLIDEAN, "Exhaustive, Euclidean"));
        return choices;
    }

    /** All descriptors, and all of them joined. */
    public static List<Choice> descriptors() {
        List<Choice> choices = new ArrayList<>();
        DescriptorFamilies.all().forEach(family -> choices.add(new Choice(family.id(), family.title())));
        choices.add(new Choice("colour-texture+sift-words", "Colour, texture and SIFT words"));
        return choices;
    }

    /** Whether {@link #answer} would answer at once: descriptors, model and codes are in memory. Cheap. */
    public boolean isReady(QueryRequest request) {
        return isExhaustive(request.method())
                ? descriptors.holds(request.descriptor())
                : hashes.holds(specOf(request));
    }

    /**
     * Answers; computes and stores missing descriptors, model and codes first, telling the progress.
     *
     * @throws IOException where an image or the archive cannot be read
     * @throws IllegalArgumentException where the method cannot be used on this archive (no labels, too few tiles...),
     *     with what to do about it
     */
    public QueryAnswer answer(QueryRequest request, Progress progress) throws IOException {
        requireKnown(request);
        if (isExhaustive(request.method())) {
            DescribedTiles tiles = descriptors.load(request.descriptor(), progress);
            return new Run(request, tiles).exhaustive();
        }
        HashedTiles hashed = hashes.load(specOf(request), progress);
        progress.checkCancelled();
        return new Run(request, hashed.tiles()).hashed(hashed);
    }

    private static boolean isExhaustive(String method) {
        return method.equals(EXHAUSTIVE) || method.equals(EXHAUSTIVE_EUCLIDEAN);
    }

    private static MethodSpec specOf(QueryRequest request) {
        return new MethodSpec(request.method(), request.descriptor(), request.bits(), request.seed(), Split.ALL);
    }

    private static void requireKnown(QueryRequest request) {
        if (!isExhaustive(request.method())) {
            HashMethods.byId(request.method());
        }
        DescriptorLibrary.partsOf(request.descriptor()).forEach(DescriptorFamilies::byId);
    }

    /** One query on its way. */
    private final class Run {

        private final QueryRequest request;
        private final DescribedTiles tiles;
        private final Map<String, Duration> stepTimes = new LinkedHashMap<>();
        private final float[] query;
        private final Optional<Tile> queryTile;
        private final int excludedRow;
        private long stepStart = System.nanoTime();

        Run(QueryRequest request, DescribedTiles tiles) throws IOException {
            this.request = request;
            this.tiles = tiles;
            if (request.source() instanceof ArchiveTile source) {
                Tile tile = tileOf(source.tile());
                excludedRow = tiles.rowOf(source.tile());
                if (excludedRow < 0) {
                    throw new IOException("The tile " + tile.key() + " could not be described: its original is unreadable");
                }
                queryTile = Optional.of(tile);
                query = tiles.matrix().row(excludedRow);
            } else {
                excludedRow = -1;
                queryTile = request.source() instanceof TilePart part
                        ? Optional.of(tileOf(part.tile()))
                        : Optional.empty();
                query = tiles.describe().apply(pixelsOf(request.source()));
            }
            step("describe");
        }

        QueryAnswer exhaustive() throws IOException {
            DescriptorDistance distance = request.method().equals(EXHAUSTIVE)
                    ? DescriptorDistance.COSINE
                    : DescriptorDistance.EUCLIDEAN;
            Neighbours found = new ExhaustiveSearch(tiles.matrix(), distance).search(query, request.k(), excludedRow);
            step("look up");
            return answer(found, distance, Optional.empty(), List.of(), Optional.empty());
        }

        QueryAnswer hashed(HashedTiles hashed) throws IOException {
            BinaryCode code = hashed.function().encode(query);
            step("hash");
            Optional<String> note = Optional.empty();
            Optional<DescriptorDistance> distance = Optional.empty();
            Neighbours found;
            if (request.lookup() instanceof Lookup.Table asked) {
                HashTable.Bucket bucket = hashed.table().lookUp(code, asked.radius(), excludedRow);
                step("look up");
                found = Reranking.rank(
                        tiles.matrix(), DescriptorDistance.COSINE, query, bucket.rows(), request.k());
                distance = Optional.of(DescriptorDistance.COSINE);
                note = noteOn(bucket, asked.radius(), found.size());
                step("re-rank");
            } else if (request.rerank()) {
                int wanted = (int) Math.min(tiles.size(), (long) RERANK_FACTOR * request.k());
                Neighbours nearest = hashed.scan().search(code, Math.max(1, wanted), excludedRow);
                step("look up");
                int[] candidates = nearest.rows().clone();
                Arrays.sort(candidates);
                Neighbours ranked = Reranking.rank(
                        tiles.matrix(), DescriptorDistance.COSINE, query, candidates, request.k());
                found = new Neighbours(ranked.rows(), ranked.distances(), nearest.candidates());
                distance = Optional.of(DescriptorDistance.COSINE);
                step("re-rank");
            } else {
                found = hashed.scan().search(code, request.k(), excludedRow);
                step("look up");
            }
            List<Integer> histogram = Arrays.stream(hashed.scan().distanceHistogram(code, excludedRow))
                    .boxed()
                    .toList();
            return answer(found, distance, code, hashed, histogram, note);
        }

        private QueryAnswer answer(
                Neighbours found,
                Optional<DescriptorDistance> distance,
                BinaryCode code,
                HashedTiles hashed,
                List<Integer> histogram,
                Optional<String> note)
                throws IOException {
            List<Integer> bits = Arrays.stream(found.rows())
                    .mapToObj(row -> code.hammingDistance(hashed.codes().code(row)))
                    .toList();
            int length = code.bits();
            List<Hit> hits = new ArrayList<>();
            for (int i = 0; i < found.size(); i++) {
                double apart = found.distances()[i];
                double similarity = distance.map(measure -> measure.similarity(apart)).orElse(1 - apart / length);
                hits.add(new Hit(i + 1, tileAt(found.rows()[i]), apart, similarity));
            }
            return complete(hits, found.candidates(), bits, length, histogram, note);
        }

        private QueryAnswer answer(
                Neighbours found,
                DescriptorDistance distance,
                Optional<BinaryCode> none,
                List<Integer> histogram,
                Optional<String> note)
                throws IOException {
            List<Hit> hits = new ArrayList<>();
            for (int i = 0; i < found.size(); i++) {
                double apart = found.distances()[i];
                hits.add(new Hit(i + 1, tileAt(found.rows()[i]), apart, distance.similarity(apart)));
            }
            return complete(hits, found.candidates(), List.of(), 0, histogram, note);
        }

        private QueryAnswer complete(
                List<Hit> hits,
                int candidates,
                List<Integer> bitDistances,
                int bits,
                List<Integer> histogram,
                Optional<String> note)
                throws IOException {
            TileCatalogue catalogue = archive.catalogue();
            List<Tile> found = new ArrayList<>();
            for (Hit hit : hits) {
                found.add(tileOf(hit.tile()));
            }
            Labels labels = queryTile.map(Tile::labels).orElse(Labels.NONE);
            int searched = tiles.size() - (excludedRow >= 0 ? 1 : 0);
            return new QueryAnswer(
                    request,
                    queryTile,
                    labels,
                    new Ranking(hits),
                    found,
                    bitDistances,
                    bits,
                    candidates,
                    searched,
                    relevant(catalogue, labels),
                    histogram,
                    stepTimes,
                    note);
        }

        private int relevant(TileCatalogue catalogue, Labels labels) {
            if (labels.isEmpty()) {
                return 0;
            }
            int relevant = 0;
            for (int row = 0; row < tiles.size(); row++) {
                int inCatalogue = catalogue.rowOf(new TileId(tiles.tileIds()[row]));
                if (row != excludedRow
                        && inCatalogue >= 0
                        && labels.sharesAnyWith(catalogue.tile(inCatalogue).labels())) {
                    relevant++;
                }
            }
            return relevant;
        }

        private Optional<String> noteOn(HashTable.Bucket bucket, int asked, int found) {
            if (bucket.radius() > asked) {
                return Optional.of("No other tile within " + asked + " bits: radius widened to " + bucket.radius());
            }
            if (found < request.k()) {
                return Optional.of("The buckets hold only " + found + " tiles; a larger radius finds more");
            }
            return Optional.empty();
        }

        private TileId tileAt(int row) {
            return new TileId(tiles.tileIds()[row]);
        }

        private void step(String name) {
            long now = System.nanoTime();
            stepTimes.put(name, Duration.ofNanos(now - stepStart));
            stepStart = now;
        }
    }

    private Tile tileOf(TileId id) throws IOException {
        TileCatalogue catalogue = archive.catalogue();
        int row = catalogue.rowOf(id);
        if (row < 0) {
            throw new IOException("There is no tile " + id + " in the archive any more");
        }
        return catalogue.tile(row);
    }

    private Raster pixelsOf(QuerySource source) throws IOException {
        if (source instanceof ImageFile image) {
            if (!Files.exists(image.file())) {
                throw new NoSuchFileException(image.file() + " (there is no such image)");
            }
            Raster raster = archive.decoder().decode(image.file()).raster();
            return image.crop().map(part -> crop(raster, part)).orElse(raster);
        }
        if (source instanceof TilePart part) {
            return crop(archive.raster(tileOf(part.tile())), part.crop());
        }
        throw new IllegalArgumentException("An archive tile is looked up, not read");
    }

    private static Raster crop(Raster raster, Rectangle part) {
        return raster.crop(part.x(), part.y(), part.width(), part.height());
    }
}
