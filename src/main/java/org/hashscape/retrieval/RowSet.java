package org.hashscape.retrieval;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows that an answer may hold, for searches among some of an archive's tiles: those of a collection, of a time, of an
 * area. A search among them is exact: its answer is that of an archive that holds nothing else, with the same row numbers.
 * Immutable; safe to use from several threads at once.
 */
public final class RowSet {

    private static final RowSet ALL = new RowSet(null);

    private final @Nullable BitSet rows;
    private final int size;
    private final int end;

    private RowSet(@Nullable BitSet rows) {
        this.rows = rows;
        this.size = rows == null ? Integer.MAX_VALUE : rows.cardinality();
        this.end = rows == null ? Integer.MAX_VALUE : rows.length();
    }

    /** Every row, however many there are. */
    public static RowSet all() {
        return ALL;
    }

    /** @param rows copied; rows that an archive does not have do no harm */
    public static RowSet of(BitSet rows) {
        return new RowSet((BitSet) rows.clone());
    }

    /** The rows of an array, in any order. */
    public static RowSet of(int... rows) {
        BitSet set = new BitSet();
        for (int row : rows) {
            set.set(row);
        }
        return new RowSet(set);
    }

    /** Whether it is {@link #all}: then nothing needs to be asked. */
    public boolean isAll() {
        return rows == null;
    }

    public boolean contains(int row) {
        return rows == null || rows.get(row);
    }

    /** How many of the rows 0 .. rows - 1 it holds. */
    public int countBelow(int rowCount) {
        if (rows == null) {
            return rowCount;
        }
        return end <= rowCount ? size : rows.get(0, rowCount).cardinality();
    }

    /** The first row from {@code row} on that it holds and that is below {@code rowCount}; {@code rowCount} where none is. */
    public int next(int row, int rowCount) {
        if (rows == null) {
            return Math.min(row, rowCount);
        }
        int next = row < end ? rows.nextSetBit(row) : -1;
        return next < 0 ? rowCount : Math.min(next, rowCount);
    }

    /** How many rows of 0 .. rowCount - 1 can be found where one more is left out, which may be -1 for none. */
    int countBelow(int rowCount, int excludedRow) {
        boolean leavesOut = excludedRow >= 0 && excludedRow < rowCount && contains(excludedRow);
        return countBelow(rowCount) - (leavesOut ? 1 : 0);
    }
}
