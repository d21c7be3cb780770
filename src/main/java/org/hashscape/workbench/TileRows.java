package org.hashscape.workbench;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.RandomAccess;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;

/**
 * Some rows of a catalogue in ascending order, as the list of their tiles; each tile is made when it is asked for, so that
 * a million of them cost four million bytes, and all of a catalogue nothing. Immutable.
 */
public final class TileRows extends AbstractList<Tile> implements RandomAccess {

    private static final int[] ALL = {};

    private final TileCatalogue catalogue;
    private final int[] rows;
    private final int size;

    private TileRows(TileCatalogue catalogue, int[] rows, int size) {
        this.catalogue = catalogue;
        this.rows = rows;
        this.size = size;
    }

    /** Every row. */
    static TileRows all(TileCatalogue catalogue) {
        return new TileRows(catalogue, ALL, catalogue.size());
    }

    /** The rows whose bits are set. */
    public static TileRows of(TileCatalogue catalogue, BitSet rows) {
        int size = rows.cardinality();
        if (size == catalogue.size()) {
            return all(catalogue);
        }
        int[] chosen = new int[size];
        for (int at = 0, row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            chosen[at++] = row;
        }
        return new TileRows(catalogue, chosen, size);
    }

    @Override
    public Tile get(int index) {
        return catalogue.tile(row(index));
    }

    /** Whether no row is left out. */
    public boolean isAll() {
        return rows == ALL && size == catalogue.size();
    }

    /** The row in the catalogue. */
    public int row(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index + " of " + size);
        }
        return rows == ALL ? index : rows[index];
    }

    /** Where a tile stands, or -1. */
    public int indexOf(TileId id) {
        int row = catalogue.rowOf(id);
        return row < 0 || rows == ALL ? row : Math.max(-1, Arrays.binarySearch(rows, row));
    }

    @Override
    public int size() {
        return size;
    }
}
