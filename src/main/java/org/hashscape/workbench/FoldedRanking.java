package org.hashscape.workbench;

import java.util.ArrayList;
import java.util.List;
import org.hashscape.model.Ranking;
import org.hashscape.model.TileId;

/**
 * A ranking whose identical and almost identical tiles are folded into one entry each. Only what is shown changes: every
 * tile keeps its rank, and whatever counts results counts all of them.
 *
 * <p>Going down the ranking, a tile joins the first entry whose <em>first</em> tile it is the same as, else it begins an
 * entry of its own. "Almost identical" is not transitive; comparing with the first tile alone keeps a chain of small
 * changes from gathering tiles that have nothing in common.
 */
public final class FoldedRanking {

    /** Tells whether two tiles show the same. Symmetric; may read and block. */
    @FunctionalInterface
    public interface Sameness {
        boolean same(TileId one, TileId other);
    }

    /**
     * Tiles that show the same.
     *
     * @param positions in the ranking, from 0, ascending; the first stands for the others
     */
    public record Entry(List<Integer> positions) {

        public Entry {
            positions = List.copyOf(positions);
            if (positions.isEmpty()) {
                throw new IllegalArgumentException("An entry holds at least one tile");
            }
        }

        /** Position of the tile that stands for the entry. */
        public int first() {
            return positions.get(0);
        }

        /** Tiles in it. */
        public int size() {
            return positions.size();
        }
    }

    private final List<Entry> entries;

    private FoldedRanking(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    public static FoldedRanking of(Ranking ranking, Sameness sameness) {
        List<TileId> tiles = ranking.tiles();
        List<List<Integer>> groups = new ArrayList<>();
        for (int position = 0; position < tiles.size(); position++) {
            TileId tile = tiles.get(position);
            groups.stream()
                    .filter(group -> sameness.same(tiles.get(group.get(0)), tile))
                    .findFirst()
                    .orElseGet(() -> {
                        List<Integer> begun = new ArrayList<>();
                        groups.add(begun);
                        return begun;
                    })
                    .add(position);
        }
        return new FoldedRanking(groups.stream().map(Entry::new).toList());
    }

    /** In the order of their first tiles. Together they hold every position once. */
    public List<Entry> entries() {
        return entries;
    }

    /** Tiles that are not shown while all entries are folded. */
    public int folded() {
        return entries.stream().mapToInt(entry -> entry.size() - 1).sum();
    }
}
