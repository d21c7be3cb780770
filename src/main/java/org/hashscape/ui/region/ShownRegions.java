package org.hashscape.ui.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hashscape.model.Progress;
import org.hashscape.model.TileId;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.multicode.ExplainedTile;
import org.hashscape.workbench.multicode.PrimitiveShare;
import org.hashscape.workbench.multicode.RegionExplanation;
import org.hashscape.workbench.multicode.RegionExplanation.HitRegions;
import org.hashscape.workbench.multicode.RegionMatch;

/**
 * An explained answer, ready to be drawn.
 *
 * @param primitives those that the query shows, by number
 * @param only the primitive that was searched by, where it was one
 */
record ShownRegions(
        QueryAnswer answer,
        ExplainedTile query,
        RegionDrawing drawing,
        Map<TileId, ShownHit> hits,
        List<Primitive> primitives,
        Map<Integer, String> names,
        Optional<Integer> only) {

    /**
     * A result.
     *
     * @param drawing the regions that match; empty where the tile could not be cut
     * @param shares of the distance without those that are 0: primitives that both tiles show, then the others, each largest first
     */
    record ShownHit(Optional<RegionDrawing> drawing, List<PrimitiveShare> shares) {}

    /**
     * A primitive that the query shows.
     *
     * @param regions of the query that show it
     * @param area of the query that they cover, 0..1
     * @param bits of its code
     * @param share of the distance, mean over the results, 0..1
     */
    record Primitive(int number, int regions, double area, int bits, double share) {}

    private static final int QUERY_PIXELS = 512;
    private static final int HIT_PIXELS = 256;

    /** From this many results on their drawings are as small as the maps, to spare memory. */
    private static final int MANY = 200;

    /** Draws an explanation; takes a millisecond or two for each result. */
    static ShownRegions of(
            QueryAnswer answer, RegionExplanation explanation, Optional<Integer> only, Progress progress) {
        List<Primitive> primitives = primitives(answer, explanation);
        Set<Integer> present =
                primitives.stream().map(Primitive::number).collect(Collectors.toCollection(TreeSet::new));
        Set<Integer> wanted = only.map(Set::of).orElse(present);
        int pixels = explanation.hits().size() > MANY ? 1 : HIT_PIXELS;
        Map<TileId, ShownHit> hits = new HashMap<>();
        for (HitRegions hit : explanation.hits()) {
            progress.checkCancelled();
            hits.put(
                    hit.tile(),
                    new ShownHit(
                            hit.regions().map(tile -> RegionDrawing.of(tile, wanted, false, pixels)),
                            only.isPresent() ? List.of() : inOrder(hit.shares())));
        }
        RegionDrawing drawing = RegionDrawing.of(explanation.query(), present, true, QUERY_PIXELS);
        return new ShownRegions(answer, explanation.query(), drawing, hits, primitives, explanation.names(), only);
    }

    ShownRegions withNames(Map<Integer, String> now) {
        return new ShownRegions(answer, query, drawing, hits, primitives, now, only);
    }

    /** "3", or "3 water" where it has a name. */
    String title(int primitive) {
        return numbered(primitive)
                + Optional.ofNullable(names.get(primitive))
                        .map(name -> " " + name)
                        .orElse("");
    }

    /** People count from 1. */
    static String numbered(int primitive) {
        return String.valueOf(primitive + 1);
    }

    private static List<PrimitiveShare> inOrder(List<PrimitiveShare> shares) {
        return shares.stream()
                .filter(share -> share.share() > 0)
                .sorted(Comparator.comparing((PrimitiveShare share) -> !share.inQuery() || !share.inHit())
                        .thenComparingDouble(share -> -share.share())
                        .thenComparingInt(PrimitiveShare::primitive))
                .toList();
    }

    private static List<Primitive> primitives(QueryAnswer answer, RegionExplanation explanation) {
        ExplainedTile query = explanation.query();
        int[] sizes = query.map().sizes();
        double pixels = (double) query.map().width() * query.map().height();
        Set<Integer> present = query.regions().stream()
                .filter(RegionMatch::counted)
                .map(RegionMatch::primitive)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Primitive> primitives = new ArrayList<>();
        for (int number : present) {
            List<RegionMatch> own = query.regions().stream()
                    .filter(region -> region.counted() && region.primitive() == number)
                    .toList();
            double area =
                    own.stream().mapToInt(region -> sizes[region.region()]).sum() / pixels;
            double share = explanation.hits().stream()
                    .flatMap(hit -> hit.shares().stream())
                    .filter(some -> some.primitive() == number)
                    .mapToDouble(PrimitiveShare::share)
                    .sum();
            int hits = Math.max(1, explanation.hits().size());
            primitives.add(
                    new Primitive(number, own.size(), area, answer.request().bits(), share / hits));
        }
        return primitives;
    }
}
