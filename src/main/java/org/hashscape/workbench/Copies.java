package org.hashscape.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hashscape.imaging.DihedralFingerprint;
import org.hashscape.model.TileId;

/**
 * Pairs of tiles that are copies of each other, or almost. Tiles are put into cells by mean and contrast, in which no two
 * fingerprints differ by more than by their distance, so that a tile is compared only with those of its own and the
 * neighbouring cells.
 */
public final class Copies {

    /** A little more than the distance of what still counts as near. */
    private static final double CELL = 8.5;

    /**
     * Two tiles that look alike.
     *
     * @param a the one with the smaller id
     * @param same whether one is an exact or turned copy of the other; else it is nearly so
     */
    public record Pair(TileId a, TileId b, boolean same, double distance) {}

    private record Cell(int mean, int contrast) {}

    private Copies() {}

    /** Every pair that looks alike, in the order of the tiles given. */
    public static List<Pair> among(Map<TileId, DihedralFingerprint> tiles) {
        List<Pair> pairs = new ArrayList<>();
        Map<Cell, List<TileId>> cells = new HashMap<>();
        tiles.forEach((tile, own) -> {
            int mean = (int) (own.mean() / CELL);
            int contrast = (int) (own.contrast() / CELL);
            for (int m = mean - 1; m <= mean + 1; m++) {
                for (int c = contrast - 1; c <= contrast + 1; c++) {
                    for (TileId other : cells.getOrDefault(new Cell(m, c), List.of())) {
                        DihedralFingerprint others = tiles.get(other);
                        if (others != null && own.isNear(others)) {
                            pairs.add(new Pair(other, tile, own.sameAs(others), own.distance(others)));
                        }
                    }
                }
            }
            cells.computeIfAbsent(new Cell(mean, contrast), cell -> new ArrayList<>())
                    .add(tile);
        });
        return pairs;
    }
}
