package org.hashscape.archive.catalogue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hashscape.model.Footprint;
import org.hashscape.model.Footprint.Position;

/**
 * The tiles of {@link #IDS} consecutive ids, column by column, in ascending id; ids that are not given take no room.
 * Immutable. Indices run from 0 to {@link #size}.
 */
public final class TileBlock {

    /** Ids that share a block: number {@code (id - 1) / IDS}. */
    public static final int IDS = 4096;

    /** The day of a tile without a date. */
    public static final int NO_DAY = Integer.MIN_VALUE;

    /** What few tiles differ in: pixels, bands, file format. */
    public record Shape(int width, int height, int bands, String format) {}

    /** Columns as they are stored; arrays are kept, not copied. */
    record Columns(
            long number,
            char[] offsets,
            byte[] keys,
            int[] keyEnds,
            List<Shape> shapes,
            char[] shapeOf,
            List<int[]> labelSets,
            char[] labelSetOf,
            int[] days,
            List<String> crsNames,
            char[] crsOf,
            int[] ringEnds,
            double[] rings) {}

    /** Crs number of a tile without footprint. */
    static final char NOWHERE = Character.MAX_VALUE;

    private final Columns columns;
    private final boolean dense;

    TileBlock(Columns columns) {
        this.columns = columns;
        int size = columns.offsets().length;
        this.dense = size > 0 && columns.offsets()[0] == 0 && columns.offsets()[size - 1] == size - 1;
    }

    Columns columns() {
        return columns;
    }

    /** Number of the block that holds an id. */
    public static long numberOf(long tileId) {
        return (tileId - 1) / IDS;
    }

    public long number() {
        return columns.number();
    }

    public int size() {
        return columns.offsets().length;
    }

    public long id(int index) {
        return columns.number() * IDS + 1 + columns.offsets()[index];
    }

    /** Index of an id, or -1. */
    int indexOf(long tileId) {
        long offset = tileId - 1 - columns.number() * IDS;
        if (offset < 0 || offset >= IDS) {
            return -1;
        }
        if (dense) {
            return offset < size() ? (int) offset : -1;
        }
        return Math.max(-1, Arrays.binarySearch(columns.offsets(), (char) offset));
    }

    String key(int index) {
        int from = keyStart(index);
        return new String(columns.keys(), from, columns.keyEnds()[index] - from, StandardCharsets.UTF_8);
    }

    int keyStart(int index) {
        return index == 0 ? 0 : columns.keyEnds()[index - 1];
    }

    int keyEnd(int index) {
        return columns.keyEnds()[index];
    }

    /** UTF-8 of all keys, one after the other; do not write to it. */
    byte[] keys() {
        return columns.keys();
    }

    /** Whether no key has a character beyond ASCII; looks at every byte. */
    boolean isAscii() {
        int seen = 0;
        for (byte each : columns.keys()) {
            seen |= each;
        }
        return seen >= 0;
    }

    Shape shape(int index) {
        return columns.shapes().get(columns.shapeOf()[index]);
    }

    /** The sets of labels that tiles of this block carry, as label ids. */
    List<int[]> labelSets() {
        return columns.labelSets();
    }

    /** Which of {@link #labelSets} a tile carries. */
    int labelSetOf(int index) {
        return columns.labelSetOf()[index];
    }

    /** Days since 1970, or {@link #NO_DAY}. */
    int day(int index) {
        return columns.days()[index];
    }

    Optional<LocalDate> acquired(int index) {
        return day(index) == NO_DAY ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day(index)));
    }

    boolean hasFootprint(int index) {
        return columns.crsOf()[index] != NOWHERE;
    }

    /** The CRS that goes with a footprint. */
    String crs(int index) {
        return columns.crsNames().get(columns.crsOf()[index]);
    }

    Optional<Footprint> footprint(int index) {
        if (!hasFootprint(index)) {
            return Optional.empty();
        }
        List<Position> ring = new ArrayList<>();
        for (int at = ringStart(index); at < columns.ringEnds()[index]; at += 2) {
            ring.add(new Position(columns.rings()[at], columns.rings()[at + 1]));
        }
        return Optional.of(new Footprint(ring, crs(index)));
    }

    /** Tells the box around a footprint. */
    void visitBounds(int index, int row, BoundsVisitor visitor) {
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int at = ringStart(index); at < columns.ringEnds()[index]; at += 2) {
            double longitude = columns.rings()[at];
            double latitude = columns.rings()[at + 1];
            west = Math.min(west, longitude);
            east = Math.max(east, longitude);
            south = Math.min(south, latitude);
            north = Math.max(north, latitude);
        }
        visitor.box(row, west, south, east, north);
    }

    private int ringStart(int index) {
        return index == 0 ? 0 : columns.ringEnds()[index - 1];
    }

    /** Bytes that it takes in memory, nearly. */
    long bytes() {
        long perTile = 2 + 4 + 2 + 2 + 4 + 2 + 4;
        return perTile * size() + columns.keys().length + 8L * columns.rings().length;
    }
}
