package org.hashscape.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.hashscape.imaging.UnreadableImageException;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.Hit;
import org.hashscape.model.Labels;
import org.hashscape.model.MultiCode;
import org.hashscape.model.Ranking;
import org.hashscape.model.Raster;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.retrieval.AsymmetricScan;
import org.hashscape.retrieval.DescriptorDistance;
import org.hashscape.retrieval.HashTable;
import org.hashscape.retrieval.MultiCodeDistance;
import org.hashscape.retrieval.Neighbours;
import org.hashscape.retrieval.Reranking;
import org.hashscape.retrieval.RowSet;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.QuerySource.ArchiveTile;
import org.hashscape.workbench.QuerySource.ImageFile;
import org.hashscape.workbench.QuerySource.Rectangle;
import org.hashscape.workbench.QuerySource.TilePart;

/** One query on its way from what is asked about to the ranked tiles, with a clock on each step. */
final class QueryRun {

    /** With re-ranking, this many times k candidates are taken from the Hamming ranking. */
    private static final int RERANK_FACTOR = 10;

    /** Pixels of the shorter side below which textures say little. */
    private static final int SMALL = 32;

    private static final int SHOWN_BANDS = 3;

    private static final String NO_PRIMITIVE =
            "No region of this tile shows a primitive clearly (posterior above 0.5): ranked by descriptor";
    private static final String IN_FULL = "Multi-codes know no other look-up: all were ranked by their codes";
    private static final String NO_MARKS =
            "Marked results refine a tile's one descriptor; its multi-codes stay as they are";

    private final Archive archive;
    private final TileCatalogue catalogue;
    private final QueryRequest request;
    private final DescribedTiles tiles;
    private final RowSet among;
    /** Rows of the catalogue that pass; means nothing without a filter. */
    private final BitSet passing;

    private final Map<String, Duration> stepTimes = new LinkedHashMap<>();
    private final Optional<Tile> queryTile;
    private final int excludedRow;
    private float[] query;
    private long stepStart = System.nanoTime();

    /** Finds the query's descriptor: stored for an archive tile, computed now for anything else. */
    QueryRun(Archive archive, QueryRequest request, DescribedTiles tiles, FilteredRows filtered) throws IOException {
        this.archive = archive;
        this.catalogue = archive.catalogue();
        this.request = request;
        this.tiles = tiles;
        FilteredRows.Passing found = filtered.among(catalogue, tiles, request.filter());
        this.among = found.described();
        this.passing = found.catalogued();
        if (!request.filter().isNone()) {
            step("filter");
        }
        if (request.source() instanceof ArchiveTile source) {
            Tile tile = tileOf(source.tile());
            excludedRow = tiles.rowOf(source.tile());
            if (excludedRow < 0) {
                throw new IOException("The tile " + tile.key() + " is not described: its original could not be read");
            }
            queryTile = Optional.of(tile);
            query = tiles.matrix().row(excludedRow);
        } else {
            excludedRow = -1;
            queryTile = request.source() instanceof TilePart part ? Optional.of(tileOf(part.tile())) : Optional.empty();
            query = tiles.describe().apply(pixelsOf(request.source()));
        }
        step("describe");
        if (!request.feedback().isEmpty()) {
            query = RefinedQuery.of(
                    query,
                    vectors(request.feedback().right()),
                    vectors(request.feedback().wrong()));
            step("refine");
        }
    }

    /** Descriptors of marked tiles; the query itself, and tiles that are gone or not described, are left out. */
    private List<float[]> vectors(List<TileId> marked) {
        return marked.stream()
                .map(tiles::rowOf)
                .filter(row -> row >= 0 && row != excludedRow)
                .map(tiles.matrix()::row)
                .toList();
    }

    /** What the codes and descriptors say about one tile. @param hashed empty for search on floats */
    Explanation explain(TileId tile, Optional<HashedTiles> hashed) throws IOException {
        int row = tiles.rowOf(tile);
        if (row < 0) {
            throw new IOException(
                    "The tile " + tileOf(tile).key() + " is not described: its original could not be read");
        }
        Labels labels = queryTile.map(Tile::labels).orElse(Labels.NONE);
        return new Explanation(
                hashed.map(some -> some.function().encode(query)),
                hashed.map(some -> some.codes().code(row)),
                DescriptorDistance.COSINE.between(query, 0, tiles.matrix().row(row), 0, query.length),
                labels,
                tileOf(tile).labels());
    }

    QueryAnswer exhaustive() throws IOException {
        DescriptorDistance distance = SearchArchive.distanceOf(request.method());
        Neighbours found = tiles.exhaustive(distance).search(query, request.k(), among, excludedRow);
        step("look up");
        return answer(hits(found, distance), found.candidates(), Codes.NONE, Optional.empty());
    }

    QueryAnswer hashed(HashedTiles hashed) throws IOException {
        BinaryCode code = hashed.function().encode(query);
        step("hash");
        if (request.lookup() instanceof Lookup.Table asked) {
            HashTable.Bucket bucket = hashed.table().lookUp(code, asked.radius(), among, excludedRow);
            step("look up");
            Neighbours found = byDescriptor(bucket.rows());
            return answer(
                    hits(found, DescriptorDistance.COSINE),
                    bucket.rows().length,
                    codes(hashed, code, found),
                    noteOn(bucket, asked.radius(), found.size()));
        }
        if (request.rerank()) {
            int wanted = (int) Math.max(1, Math.min(tiles.size(), (long) RERANK_FACTOR * request.k()));
            Neighbours nearest = nearest(hashed, code, wanted);
            step("look up");
            int[] candidates = nearest.rows().clone();
            Arrays.sort(candidates);
            Neighbours found = byDescriptor(candidates);
            return answer(
                    hits(found, DescriptorDistance.COSINE),
                    nearest.candidates(),
                    codes(hashed, code, found),
                    Optional.empty());
        }
        Neighbours found = nearest(hashed, code, request.k());
        step("look up");
        return answer(hits(found, code.bits()), found.candidates(), codes(hashed, code, found), Optional.empty());
    }

    QueryAnswer multiCoded(MultiCodedTiles coded) throws IOException {
        MultiCodeDistance distance = coded.index().distance();
        MultiCode code = multiCode(coded);
        if (code.presence() == 0) {
            Neighbours found = tiles.cosine().search(query, request.k(), among, excludedRow);
            step("look up");
            List<String> notes = new ArrayList<>(List.of(NO_PRIMITIVE));
            notes.addAll(oddities(coded));
            return answer(
                    hits(found, DescriptorDistance.COSINE),
                    found.candidates(),
                    Codes.NONE,
                    Optional.of(String.join(". ", notes)));
        }
        int wanted = request.rerank()
                ? (int) Math.max(1, Math.min(tiles.size(), (long) RERANK_FACTOR * request.k()))
                : request.k();
        Neighbours nearest = coded.index().search(code, wanted, among, excludedRow);
        step("look up");
        Optional<String> note = noteOnMultiCodes(coded);
        if (!request.rerank()) {
            return answer(hits(nearest, distance.most(code)), nearest.candidates(), codes(coded, code, nearest), note);
        }
        int[] candidates = nearest.rows().clone();
        Arrays.sort(candidates);
        Neighbours found = byDescriptor(candidates);
        return answer(hits(found, DescriptorDistance.COSINE), nearest.candidates(), codes(coded, code, found), note);
    }

    private Optional<String> noteOnMultiCodes(MultiCodedTiles coded) {
        List<String> notes = new ArrayList<>();
        if (!request.feedback().isEmpty()) {
            notes.add(NO_MARKS);
        } else if (!(request.lookup() instanceof Lookup.FullRanking)) {
            notes.add(IN_FULL);
        }
        notes.addAll(oddities(coded));
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join(". ", notes));
    }

    /** What makes the regions of a tile of the archive less telling than those of others. */
    private List<String> oddities(MultiCodedTiles coded) {
        List<String> oddities = new ArrayList<>();
        if (excludedRow < 0 || queryTile.isEmpty()) {
            return oddities;
        }
        Tile tile = queryTile.get();
        if (coded.regions().of(tile.id()).sizes().length == 1) {
            oddities.add("This tile is one region throughout: one code stands for all of it");
        }
        if (Math.min(tile.width(), tile.height()) < SMALL) {
            oddities.add("This tile has only " + tile.width() + "x" + tile.height()
                    + " pixels: textures of its regions say little");
        }
        if (tile.bands() > SHOWN_BANDS) {
            oddities.add(
                    "Regions are cut and measured in the " + SHOWN_BANDS + " bands that are shown, of " + tile.bands());
        }
        return oddities;
    }

    /** The tiles that show one primitive of the query, by its code alone. */
    QueryAnswer byPrimitive(MultiCodedTiles coded, int primitive) throws IOException {
        MultiCode code = multiCode(coded);
        Neighbours found = coded.index().searchShowing(code, primitive, request.k(), among, excludedRow);
        step("look up");
        List<Integer> bits = Arrays.stream(found.distances())
                .mapToObj(apart -> (int) Math.round(apart))
                .toList();
        return answer(
                hits(found, code.bits()),
                found.candidates(),
                new Codes(code.bits(), bits, List.of()),
                Optional.of("Only tiles that show primitive " + (primitive + 1) + ", by its code alone"));
    }

    private MultiCode multiCode(MultiCodedTiles coded) throws IOException {
        MultiCode code =
                excludedRow >= 0 ? coded.codes().get(excludedRow) : cut(coded).encode(coded.function());
        step("hash");
        return code;
    }

    /** Regions of pixels that are read for this query. */
    RegionTiles.Cut cut(MultiCodedTiles coded) throws IOException {
        return coded.regions().cut(pixelsOf(request.source()));
    }

    /** Distances as bits out of those that the query's codes have together. */
    private Codes codes(MultiCodedTiles coded, MultiCode code, Neighbours found) {
        MultiCodeDistance distance = coded.index().distance();
        int bits = distance.bitsCompared(code);
        double scale = bits / distance.most(code);
        double[] all = coded.index().distances(code);
        List<Integer> distances = Arrays.stream(found.rows())
                .mapToObj(row -> (int) Math.round(scale * all[row]))
                .toList();
        Integer[] histogram = new Integer[bits + 1];
        Arrays.fill(histogram, 0);
        for (int row = 0; row < all.length; row++) {
            if (row != excludedRow && among.contains(row)) {
                histogram[(int) Math.round(scale * all[row])]++;
            }
        }
        return new Codes(bits, distances, List.of(histogram));
    }

    private Neighbours nearest(HashedTiles hashed, BinaryCode code, int wanted) {
        if (request.lookup() instanceof Lookup.Asymmetric) {
            float[] real = hashed.function().realCode(query).orElseThrow();
            return new AsymmetricScan(hashed.codes()).search(real, wanted, among, excludedRow);
        }
        return hashed.search().search(code, wanted, among, excludedRow);
    }

    private Neighbours byDescriptor(int[] candidates) {
        Neighbours found = Reranking.rank(tiles.matrix(), DescriptorDistance.COSINE, query, candidates, request.k());
        step("re-rank");
        return found;
    }

    /** What the codes say about the hits; nothing for search on floats. */
    private record Codes(int bits, List<Integer> distances, List<Integer> histogram) {
        static final Codes NONE = new Codes(0, List.of(), List.of());
    }

    private Codes codes(HashedTiles hashed, BinaryCode code, Neighbours found) {
        List<Integer> distances = Arrays.stream(found.rows())
                .mapToObj(row -> code.hammingDistance(hashed.codes().code(row)))
                .toList();
        int[] histogram = hashed.search().distanceHistogram(code, among, -1);
        if (excludedRow >= 0 && among.contains(excludedRow)) {
            histogram[code.hammingDistance(hashed.codes().code(excludedRow))]--;
        }
        return new Codes(
                code.bits(), distances, Arrays.stream(histogram).boxed().toList());
    }

    private List<Hit> hits(Neighbours found, DescriptorDistance distance) {
        return hits(found, distance::similarity);
    }

    /** @param most greatest distance there can be, which is no similarity at all */
    private List<Hit> hits(Neighbours found, double most) {
        return hits(found, apart -> 1 - apart / most);
    }

    private List<Hit> hits(Neighbours found, DoubleUnaryOperator similarity) {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            double apart = found.distances()[i];
            hits.add(new Hit(i + 1, tileIn(found.rows()[i]), apart, similarity.applyAsDouble(apart)));
        }
        return hits;
    }

    private QueryAnswer answer(List<Hit> hits, int candidates, Codes codes, Optional<String> note) throws IOException {
        List<Tile> found = new ArrayList<>();
        for (Hit hit : hits) {
            found.add(tileOf(hit.tile()));
        }
        Labels labels = queryTile.map(Tile::labels).orElse(Labels.NONE);
        return new QueryAnswer(
                request,
                queryTile,
                labels,
                new Ranking(hits),
                found,
                codes.distances(),
                codes.bits(),
                Math.min(candidates, findable()),
                findable(),
                relevantTo(labels),
                codes.histogram(),
                Collections.unmodifiableMap(stepTimes),
                noted(note));
    }

    /** Rows that the answer could hold. */
    private int findable() {
        boolean excludes = excludedRow >= 0 && among.contains(excludedRow);
        return among.countBelow(tiles.size()) - (excludes ? 1 : 0);
    }

    /** An answer that was filtered says so. */
    private Optional<String> noted(Optional<String> note) {
        if (request.filter().isNone()) {
            return note;
        }
        String filtered = String.format(
                Locale.ENGLISH, "Filtered: %,d of %,d tiles pass", among.countBelow(tiles.size()), tiles.size());
        return Optional.of(note.map(words -> filtered + ". " + words).orElse(filtered));
    }

    private int relevantTo(Labels labels) throws IOException {
        if (labels.isEmpty()) {
            return 0;
        }
        if (among.isAll() && tiles.size() == catalogue.size()) {
            boolean itself = excludedRow >= 0
                    && labels.sharesAnyWith(tileOf(tileIn(excludedRow)).labels());
            return catalogue.countLabels(labels::sharesAnyWith) - (itself ? 1 : 0);
        }
        BitSet sharing = catalogue.whereLabels(labels::sharesAnyWith);
        if (!among.isAll()) {
            sharing.and(passing);
        }
        if (excludedRow >= 0) {
            sharing.clear(catalogue.rowOf(tileIn(excludedRow)));
        }
        if (tiles.size() == catalogue.size()) {
            return sharing.cardinality();
        }
        return (int) sharing.stream()
                .filter(row -> tiles.rowOf(catalogue.id(row)) >= 0)
                .count();
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

    private TileId tileIn(int row) {
        return new TileId(tiles.tileIds()[row]);
    }

    private void step(String name) {
        long now = System.nanoTime();
        stepTimes.put(name, Duration.ofNanos(now - stepStart));
        stepStart = now;
    }

    private Tile tileOf(TileId id) throws IOException {
        int row = catalogue.rowOf(id);
        if (row < 0) {
            throw new IOException("There is no tile " + id + " in the archive any more");
        }
        return catalogue.tile(row);
    }

    private Raster pixelsOf(QuerySource source) throws IOException {
        if (source instanceof ImageFile image) {
            if (!Files.exists(image.file())) {
                throw new NoSuchFileException(image.file().toString());
            }
            Raster raster = decode(image.file());
            return image.crop().map(part -> crop(raster, part)).orElse(raster);
        }
        if (source instanceof TilePart part) {
            return crop(archive.raster(tileOf(part.tile())), part.crop());
        }
        throw new IllegalArgumentException("An archive tile is looked up, not read");
    }

    private Raster decode(Path file) throws IOException {
        try {
            return archive.outsideRaster(file);
        } catch (UnreadableImageException unreadable) {
            throw new IOException(file + " cannot be asked about. " + unreadable.getMessage(), unreadable);
        }
    }

    private static Raster crop(Raster raster, Rectangle part) {
        return raster.crop(part.x(), part.y(), part.width(), part.height());
    }
}
