package org.hashscape.ui.common;

import java.util.Set;
import org.hashscape.model.TileId;

/**
 * Tiles that a filter lets through.
 *
 * @param name what they have in common, for people
 */
public record TileSet(String name, Set<TileId> tiles) {

    public TileSet {
        tiles = Set.copyOf(tiles);
    }
}
