package org.hashscape.workbench.map;

import java.util.ArrayList;
import java.util.List;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;

/**
 * A tile that stands out on the map: the query, or a result with its rank.
 *
 * @param rank from 1; 0 for the query
 */
public record MapPlace(TileId tile, Ring ring, int rank) {

    public boolean isQuery() {
        return rank == 0;
    }

    /** The number on the map; "Q" for the query. */
    public String label() {
        return isQuery() ? "Q" : Integer.toString(rank);
    }

    /** Middle of its box, in {@link Mercator}'s units. */
    public double x() {
        return Mercator.x((ring.west() + ring.east()) / 2);
    }

    public double y() {
        return (Mercator.y(ring.north()) + Mercator.y(ring.south())) / 2;
    }

    /** Those of some ranked tiles that have a footprint, by rank. */
    public static List<MapPlace> ranked(List<Tile> tiles) {
        List<MapPlace> places = new ArrayList<>();
        for (int i = 0; i < tiles.size(); i++) {
            Tile tile = tiles.get(i);
            int rank = i + 1;
            tile.footprint().ifPresent(some -> places.add(new MapPlace(tile.id(), Ring.of(some), rank)));
        }
        return List.copyOf(places);
    }
}
