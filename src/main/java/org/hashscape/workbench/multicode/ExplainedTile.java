package org.hashscape.workbench.multicode;

import java.util.List;
import org.hashscape.model.RegionMap;

/**
 * A tile in regions.
 *
 * @param map which pixel belongs to which region, at most 128 pixels a side, over the whole tile as its thumbnail is
 * @param regions one per region of the map, by number
 */
public record ExplainedTile(RegionMap map, List<RegionMatch> regions) {

    public ExplainedTile {
        regions = List.copyOf(regions);
        if (regions.size() != map.count()) {
            throw new IllegalArgumentException(
                    "A map of " + map.count() + " regions does not go with " + regions.size());
        }
    }
}
