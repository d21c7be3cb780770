package org.hashscape.workbench.multicode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashscape.hashing.multicode.MultiCodeFunction.Assignment;
import org.hashscape.model.Hit;
import org.hashscape.model.MultiCode;
import org.hashscape.model.Progress;
import org.hashscape.model.TileId;
import org.hashscape.retrieval.MultiCodeDistance;
import org.hashscape.retrieval.PublishedDistance;
import org.hashscape.workbench.MultiCodedTiles;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.RegionTiles.Cut;
import org.hashscape.workbench.SearchArchive;
import org.hashscape.workbench.multicode.RegionExplanation.HitRegions;

/**
 * Shows the regions behind a multi-code answer, searches by one of its primitives, and keeps the primitives' names. Every
 * method blocks and takes a request or answer whose method is a multi-code; another is refused with an {@link
 * IllegalArgumentException}.
 */
public final class ExplainRegions {

    private final SearchArchive search;

    public ExplainRegions(SearchArchive search) {
        this.search = search;
    }

    /** Regions of the query and of every hit, with what each primitive adds to each hit's distance. */
    public RegionExplanation explain(QueryAnswer answer, Progress progress) throws IOException {
        MultiCodedTiles coded = search.multiCodes(answer.request(), progress);
        MultiCodeDistance distance = coded.index().distance();
        Cut cut = search.regionsOf(answer.request(), progress);
        MultiCode code = cut.encode(coded.function());
        List<HitRegions> hits = new ArrayList<>();
        for (Hit hit : answer.ranking().hits()) {
            progress.checkCancelled();
            Optional<Cut> regions = search.storedRegions(coded, hit.tile());
            MultiCode other = coded.codes().get(coded.tiles().rowOf(hit.tile()));
            hits.add(new HitRegions(
                    hit.tile(), regions.map(own -> explained(coded, own)), shares(code, other, distance)));
        }
        return new RegionExplanation(explained(coded, cut), hits, search.primitiveNames(coded));
    }

    /** Regions of what is asked about, before any answer. */
    public ExplainedTile query(QueryRequest request, Progress progress) throws IOException {
        MultiCodedTiles coded = search.multiCodes(request, progress);
        return explained(coded, search.regionsOf(request, progress));
    }

    /**
     * The tiles that show a primitive, by how its code differs from the query's; those that do not show it are no hits.
     *
     * @throws IllegalArgumentException where the query does not show it
     */
    public QueryAnswer searchBy(QueryRequest request, int primitive, Progress progress) throws IOException {
        return search.answerByPrimitive(request, primitive, progress);
    }

    /** Names of the primitives of a request's model. */
    public Map<Integer, String> names(QueryRequest request, Progress progress) throws IOException {
        return search.primitiveNames(search.multiCodes(request, progress));
    }

    /** Names a primitive of a request's model; a blank name takes the name away. Training anew forgets names. */
    public void name(QueryRequest request, int primitive, String name, Progress progress) throws IOException {
        MultiCodedTiles coded = search.multiCodes(request, progress);
        requirePrimitive(coded, primitive);
        search.namePrimitive(coded, primitive, name);
    }

    /** The tiles that show a primitive, by id: what its name filters by. */
    public List<TileId> tilesShowing(QueryRequest request, int primitive, Progress progress) throws IOException {
        MultiCodedTiles coded = search.multiCodes(request, progress);
        requirePrimitive(coded, primitive);
        List<TileId> tiles = new ArrayList<>();
        for (int row = 0; row < coded.codes().size(); row++) {
            if (coded.codes().get(row).shows(primitive)) {
                tiles.add(new TileId(coded.tiles().tileIds()[row]));
            }
        }
        return tiles;
    }

    private static void requirePrimitive(MultiCodedTiles coded, int primitive) {
        if (primitive < 0 || primitive >= coded.function().primitives()) {
            throw new IllegalArgumentException("There is no primitive " + primitive + "; the model has "
                    + coded.function().primitives());
        }
    }

    private static ExplainedTile explained(MultiCodedTiles coded, Cut cut) {
        List<RegionMatch> regions = new ArrayList<>();
        for (Assignment assignment : coded.function().assign(cut.vectors())) {
            regions.add(new RegionMatch(
                    regions.size(),
                    assignment.primitive(),
                    assignment.posterior(),
                    assignment.counted().isPresent()));
        }
        return new ExplainedTile(cut.map(), regions);
    }

    private static List<PrimitiveShare> shares(MultiCode query, MultiCode hit, MultiCodeDistance distance) {
        Map<Integer, Double> parts = distance.parts(query, hit);
        double whole = parts.values().stream().mapToDouble(Double::doubleValue).sum();
        List<PrimitiveShare> shares = new ArrayList<>();
        parts.forEach((primitive, part) -> {
            boolean both = query.shows(primitive) && hit.shows(primitive);
            int bits = both ? MultiCodeDistance.apart(query, hit, primitive) : -1;
            if (distance instanceof PublishedDistance published && !hit.shows(primitive)) {
                bits = MultiCodeDistance.apart(query, published.zeros(), primitive);
            }
            shares.add(new PrimitiveShare(
                    primitive, query.shows(primitive), hit.shows(primitive), bits, whole == 0 ? 0 : part / whole));
        });
        return shares;
    }
}
