package org.hashscape.workbench.multicode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashscape.model.TileId;

/**
 * Why an answer is what it is.
 *
 * @param query the query's regions
 * @param hits in the answer's order
 * @param names of primitives that have one
 */
public record RegionExplanation(ExplainedTile query, List<HitRegions> hits, Map<Integer, String> names) {

    /**
     * Why one tile is a hit.
     *
     * @param regions empty where the tile's original could not be read
     * @param shares one per primitive that takes part in the distance, by number
     */
    public record HitRegions(TileId tile, Optional<ExplainedTile> regions, List<PrimitiveShare> shares) {

        public HitRegions {
            shares = List.copyOf(shares);
        }
    }

    public RegionExplanation {
        hits = List.copyOf(hits);
        names = Map.copyOf(names);
    }
}
