package org.hashscape.model;

import java.util.List;

/**
 * The answer to a query: the closest tiles, closest first.
 *
 * @param hits ranks 1, 2, 3, ... without a gap
 */
public record Ranking(List<Hit> hits) {

    public Ranking {
        hits = List.copyOf(hits);
        for (int i = 0; i < hits.size(); i++) {
            if (hits.get(i).rank() != i + 1) {
                throw new IllegalArgumentException(
                        "Hit " + (i + 1) + " carries rank " + hits.get(i).rank());
            }
        }
    }

    public int size() {
        return hits.size();
    }

    /** The tiles in ranked order. */
    public List<TileId> tiles() {
        return hits.stream().map(Hit::tile).toList();
    }
}
