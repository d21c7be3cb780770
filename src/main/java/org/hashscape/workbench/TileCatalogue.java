package org.hashscape.workbench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;

/** The tiles of an archive at one moment, in ascending id. Immutable. */
public final class TileCatalogue {

    private final List<Tile> tiles;
    private final Map<TileId, Integer> rows = new HashMap<>();
    private final SortedMap<String, Integer> labelCounts = new TreeMap<>();

    public TileCatalogue(List<Tile> tiles) {
        this.tiles = List.copyOf(tiles);
        for (int row = 0; row < this.tiles.size(); row++) {
            rows.put(this.tiles.get(row).id(), row);
            for (String label : this.tiles.get(row).labels().names()) {
                labelCounts.merge(label, 1, Integer::sum);
            }
        }
    }

    public int size() {
        return tiles.size();
    }

    /** The tile in a row, from 0. */
    public Tile tile(int row) {
        return tiles.get(row);
    }

    /** All tiles, in row order. */
    public List<Tile> tiles() {
        return tiles;
    }

    /** The row of a tile, or -1. */
    public int rowOf(TileId id) {
        return rows.getOrDefault(id, -1);
    }

    /** The tiles of these ids, in their order; ids that are not here are left out. */
    public List<Tile> known(List<TileId> ids) {
        return ids.stream()
                .map(this::rowOf)
                .filter(row -> row >= 0)
                .map(this::tile)
                .toList();
    }

    /** Up to so many tiles, drawn at random, by ascending id. */
    List<Tile> sample(int most, long seed) {
        List<Tile> drawn = new ArrayList<>(tiles);
        Collections.shuffle(drawn, new Random(seed));
        List<Tile> sample = new ArrayList<>(drawn.subList(0, Math.min(most, drawn.size())));
        sample.sort((a, b) -> a.id().compareTo(b.id()));
        return sample;
    }

    public Optional<Tile> byKey(String key) {
        return tiles.stream().filter(tile -> tile.key().equals(key)).findFirst();
    }

    /** Every label and how many tiles carry it, alphabetical. */
    public SortedMap<String, Integer> labelCounts() {
        return Collections.unmodifiableSortedMap(labelCounts);
    }

    /**
     * Tiles whose key or labels contain the text (case does not matter; blank text lets all through) and that carry the
     * label, if one is given.
     */
    public List<Tile> matching(String text, Optional<String> label) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() && label.isEmpty()) {
            return tiles;
        }
        List<Tile> found = new ArrayList<>();
        for (Tile tile : tiles) {
            boolean labelled = label.isEmpty() || tile.labels().names().contains(label.get());
            if (labelled && (wanted.isEmpty() || mentions(tile, wanted))) {
                found.add(tile);
            }
        }
        return found;
    }

    private static boolean mentions(Tile tile, String wanted) {
        return tile.key().toLowerCase(Locale.ROOT).contains(wanted)
                || tile.labels().toString().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
