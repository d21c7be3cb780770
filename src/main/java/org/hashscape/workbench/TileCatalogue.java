package org.hashscape.workbench;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.hashscape.archive.catalogue.BoundsVisitor;
import org.hashscape.archive.catalogue.TileBlock;
import org.hashscape.archive.catalogue.TileColumns;
import org.hashscape.model.Footprint;
import org.hashscape.model.Labels;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;
import org.hashscape.workbench.filter.TileFilter;

/**
 * The tiles of an archive at one moment, in ascending id; a row is a position among them, from 0. Kept as columns, about
 * a hundred bytes a tile: a {@link Tile} is made whenever one is asked for. Immutable, safe for many threads.
 *
 * <p>Filters answer with sets of rows that can be combined ({@link BitSet#and}) and shown ({@link TileRows#of}):
 *
 * <pre>
 * BitSet rows = catalogue.labelled("forest");
 * rows.and(catalogue.acquiredBetween(LocalDate.of(2021, 6, 1), LocalDate.of(2021, 8, 31)));
 * TileRows shown = TileRows.of(catalogue, rows);
 * </pre>
 */
public final class TileCatalogue {

    private final TileColumns columns;
    private final TileRows all;

    public TileCatalogue(TileColumns columns) {
        this.columns = columns;
        this.all = TileRows.all(this);
    }

    /** @param tiles in ascending id */
    public TileCatalogue(List<Tile> tiles) {
        this(TileColumns.of(tiles));
    }

    public int size() {
        return columns.size();
    }

    /** The tile in a row, from 0. */
    public Tile tile(int row) {
        return columns.tile(row);
    }

    /** @throws IOException where the archive does not hold it any more */
    Tile tile(TileId id) throws IOException {
        int row = rowOf(id);
        if (row < 0) {
            throw new IOException("There is no tile " + id + " in the archive any more");
        }
        return tile(row);
    }

    /** All tiles, in row order. Reads well by index; what one column answers is asked for quicker by row. */
    public TileRows tiles() {
        return all;
    }

    public TileId id(int row) {
        return new TileId(columns.id(row));
    }

    public String key(int row) {
        return columns.key(row);
    }

    /** The labels in a row: the same object for all tiles with the same labels. */
    public Labels labels(int row) {
        return columns.labels(row);
    }

    /** Where the tile in a row lies, if that is known. */
    public Optional<Footprint> footprint(int row) {
        return columns.footprint(row);
    }

    /** Day of acquisition, counted from 1970, if known. */
    public Optional<LocalDate> acquired(int row) {
        int day = columns.day(row);
        return day == TileBlock.NO_DAY ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }

    /** The row of a tile, or -1. */
    public int rowOf(TileId id) {
        return columns.rowOf(id.value());
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
        List<Integer> drawn = new ArrayList<>(size());
        for (int row = 0; row < size(); row++) {
            drawn.add(row);
        }
        Collections.shuffle(drawn, new Random(seed));
        return drawn.subList(0, Math.min(most, drawn.size())).stream()
                .sorted()
                .map(this::tile)
                .toList();
    }

    public Optional<Tile> byKey(String key) {
        int row = columns.rowOfKey(key);
        return row < 0 ? Optional.empty() : Optional.of(tile(row));
    }

    /** Every label and how many tiles carry it, alphabetical. */
    public SortedMap<String, Integer> labelCounts() {
        return columns.labelCounts();
    }

    /** Every CRS of footprints and how many tiles have it, alphabetical. */
    public SortedMap<String, Integer> crsCounts() {
        return columns.crsCounts();
    }

    /** Rows that carry a label. Some milliseconds for a million tiles, as for the other filters. */
    public BitSet labelled(String label) {
        return columns.labelled(label);
    }

    /** Rows whose labels pass; called once for each distinct set of labels. */
    public BitSet whereLabels(Predicate<Labels> passes) {
        return columns.whereLabels(passes);
    }

    /** How many tiles carry labels that pass; asked of each distinct set of labels once. */
    public int countLabels(Predicate<Labels> passes) {
        return columns.countLabels(passes);
    }

    /** Rows whose key or labels contain a text; case does not matter, and blank text lets all through. */
    public BitSet mentioning(String text) {
        String wanted = text.strip();
        if (wanted.isEmpty()) {
            BitSet every = new BitSet(size());
            every.set(0, size());
            return every;
        }
        return columns.mentioning(wanted);
    }

    /** Rows acquired on one of these days, both ends included; tiles without a date are not among them. */
    public BitSet acquiredBetween(LocalDate first, LocalDate last) {
        return columns.acquiredBetween(first, last);
    }

    /** Tells the box of every footprint, in row order; tiles without one are left out. */
    public void visitBounds(BoundsVisitor visitor) {
        columns.visitBounds(visitor);
    }

    /** Tells the box of one footprint, if the tile has one. */
    public void visitBounds(int row, BoundsVisitor visitor) {
        columns.visitBounds(row, visitor);
    }

    /** Rows that a filter lets through: under 100 ms for a million tiles. */
    public BitSet passing(TileFilter filter) {
        return FilteredRows.of(this, filter);
    }

    /** The tiles of these ids as rows; ids that are not here are left out. */
    public BitSet rowsOf(Iterable<TileId> ids) {
        BitSet rows = new BitSet(size());
        for (TileId id : ids) {
            int row = rowOf(id);
            if (row >= 0) {
                rows.set(row);
            }
        }
        return rows;
    }

    /**
     * Tiles whose key or labels contain the text (case does not matter; blank text lets all through) and that carry the
     * label, if one is given.
     */
    public TileRows matching(String text, Optional<String> label) {
        if (text.isBlank() && label.isEmpty()) {
            return all;
        }
        BitSet rows = mentioning(text);
        label.ifPresent(wanted -> rows.and(labelled(wanted)));
        return TileRows.of(this, rows);
    }
}
