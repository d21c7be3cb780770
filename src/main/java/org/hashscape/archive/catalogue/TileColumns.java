package org.hashscape.archive.catalogue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.hashscape.model.Footprint;
import org.hashscape.model.Labels;
import org.hashscape.model.Tile;
import org.hashscape.model.TileId;

/**
 * All tiles of an archive, column by column. A row is a position in ascending tile id, from 0. Immutable but for what it
 * remembers of its own work; safe for many threads.
 */
public final class TileColumns {

    private final TileBlock[] blocks;
    private final long[] numbers;
    private final int[] starts;
    private final int size;
    private final LabelSets labels;
    private final KeySearch keySearch;

    /**
     * @param blocks by ascending number
     * @param labelNames names by the ids that the blocks use
     */
    public TileColumns(List<TileBlock> blocks, Map<Integer, String> labelNames) {
        this.blocks = blocks.stream().filter(block -> block.size() > 0).toArray(TileBlock[]::new);
        this.numbers = Arrays.stream(this.blocks).mapToLong(TileBlock::number).toArray();
        this.starts = new int[this.blocks.length + 1];
        for (int at = 0; at < this.blocks.length; at++) {
            starts[at + 1] = Math.addExact(starts[at], this.blocks[at].size());
        }
        this.size = starts[this.blocks.length];
        this.labels = new LabelSets(this.blocks, labelNames);
        this.keySearch = new KeySearch(this.blocks);
    }

    /** Columns of tiles that are there as objects. @param tiles in ascending id */
    public static TileColumns of(List<Tile> tiles) {
        TreeMap<String, Integer> ids = new TreeMap<>();
        tiles.forEach(tile -> tile.labels().names().forEach(name -> ids.put(name, 0)));
        Map<Integer, String> names = new HashMap<>();
        for (Map.Entry<String, Integer> label : ids.entrySet()) {
            label.setValue(names.size() + 1);
            names.put(label.getValue(), label.getKey());
        }
        List<TileBlock> blocks = new ArrayList<>();
        TileBlockBuilder block = new TileBlockBuilder(0);
        long number = 0;
        for (Tile tile : tiles) {
            long wanted = TileBlock.numberOf(tile.id().value());
            if (wanted != number) {
                blocks.add(block.build());
                number = wanted;
                block = new TileBlockBuilder(number);
            }
            block.add(
                    tile.id().value(),
                    tile.key(),
                    new TileBlock.Shape(tile.width(), tile.height(), tile.bands(), tile.format()),
                    tile.labels().names().stream().map(ids::get).toList(),
                    tile.footprint(),
                    tile.acquired());
        }
        blocks.add(block.build());
        return new TileColumns(blocks, names);
    }

    public int size() {
        return size;
    }

    public long id(int row) {
        int at = blockOf(row);
        return blocks[at].id(row - starts[at]);
    }

    /** The row of a tile, or -1. */
    public int rowOf(long tileId) {
        int at = Arrays.binarySearch(numbers, TileBlock.numberOf(tileId));
        int index = at < 0 ? -1 : blocks[at].indexOf(tileId);
        return index < 0 ? -1 : starts[at] + index;
    }

    public String key(int row) {
        int at = blockOf(row);
        return blocks[at].key(row - starts[at]);
    }

    /** The row of a key, or -1. Looks at every key: some milliseconds for a million. */
    public int rowOfKey(String key) {
        byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < blocks.length; at++) {
            TileBlock block = blocks[at];
            for (int index = 0; index < block.size(); index++) {
                int from = block.keyStart(index);
                int to = block.keyEnd(index);
                if (to - from == wanted.length && Arrays.equals(block.keys(), from, to, wanted, 0, wanted.length)) {
                    return starts[at] + index;
                }
            }
        }
        return -1;
    }

    public Labels labels(int row) {
        int at = blockOf(row);
        return labels.of(at, blocks[at].labelSetOf(row - starts[at]));
    }

    /** Days since 1970, or {@link TileBlock#NO_DAY}. */
    public int day(int row) {
        int at = blockOf(row);
        return blocks[at].day(row - starts[at]);
    }

    /** The footprint alone, without the rest of the tile. */
    public Optional<Footprint> footprint(int row) {
        int at = blockOf(row);
        return blocks[at].footprint(row - starts[at]);
    }

    public Tile tile(int row) {
        int at = blockOf(row);
        TileBlock block = blocks[at];
        int index = row - starts[at];
        TileBlock.Shape shape = block.shape(index);
        return new Tile(
                new TileId(block.id(index)),
                block.key(index),
                shape.width(),
                shape.height(),
                shape.bands(),
                shape.format(),
                labels.of(at, block.labelSetOf(index)),
                block.footprint(index),
                block.acquired(index));
    }

    /** Every label and how many tiles carry it, alphabetical. */
    public SortedMap<String, Integer> labelCounts() {
        return labels.counts();
    }

    /** CRS of footprints and how many tiles have each, alphabetical. */
    public SortedMap<String, Integer> crsCounts() {
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (TileBlock block : blocks) {
            for (int index = 0; index < block.size(); index++) {
                if (block.hasFootprint(index)) {
                    counts.merge(block.crs(index), 1, Integer::sum);
                }
            }
        }
        return Collections.unmodifiableSortedMap(counts);
    }

    /** Rows whose labels pass. Each distinct set of labels is asked about once. */
    public BitSet whereLabels(Predicate<Labels> passes) {
        BitSet rows = new BitSet(size);
        Map<Labels, Boolean> known = new HashMap<>();
        for (int at = 0; at < blocks.length; at++) {
            boolean[] let = new boolean[blocks[at].labelSets().size()];
            for (int set = 0; set < let.length; set++) {
                let[set] = known.computeIfAbsent(labels.of(at, set), passes::test);
            }
            mark(rows, at, let);
        }
        return rows;
    }

    /** How many rows carry labels that pass; looks at each distinct set of labels, not at each row. */
    public int countLabels(Predicate<Labels> passes) {
        return labels.count(passes);
    }

    /** Rows that carry a label. */
    public BitSet labelled(String label) {
        return whereLabels(set -> set.names().contains(label));
    }

    /** Rows whose key or whose labels, joined by ", ", contain a text; case does not matter. */
    public BitSet mentioning(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        BitSet rows = whereLabels(set -> set.toString().toLowerCase(Locale.ROOT).contains(wanted));
        List<int[]> found = IntStream.range(0, blocks.length)
                .parallel()
                .mapToObj(at -> keySearch.find(at, wanted))
                .toList();
        for (int at = 0; at < blocks.length; at++) {
            for (int index : found.get(at)) {
                rows.set(starts[at] + index);
            }
        }
        return rows;
    }

    /** Rows acquired on one of these days, both ends included; tiles without a date are not among them. */
    public BitSet acquiredBetween(LocalDate first, LocalDate last) {
        long from = Math.max(first.toEpochDay(), TileBlock.NO_DAY + 1L);
        long to = last.toEpochDay();
        BitSet rows = new BitSet(size);
        for (int at = 0; at < blocks.length; at++) {
            TileBlock block = blocks[at];
            for (int index = 0; index < block.size(); index++) {
                int day = block.day(index);
                if (day >= from && day <= to) {
                    rows.set(starts[at] + index);
                }
            }
        }
        return rows;
    }

    /** Tells the box of every footprint, in row order; tiles without one are left out. */
    public void visitBounds(BoundsVisitor visitor) {
        for (int at = 0; at < blocks.length; at++) {
            TileBlock block = blocks[at];
            for (int index = 0; index < block.size(); index++) {
                if (block.hasFootprint(index)) {
                    block.visitBounds(index, starts[at] + index, visitor);
                }
            }
        }
    }

    /** Tells the box of one footprint, if the tile has one. */
    public void visitBounds(int row, BoundsVisitor visitor) {
        int at = blockOf(row);
        if (blocks[at].hasFootprint(row - starts[at])) {
            blocks[at].visitBounds(row - starts[at], row, visitor);
        }
    }

    /** Bytes that it takes in memory, nearly. */
    public long bytes() {
        return Arrays.stream(blocks).mapToLong(TileBlock::bytes).sum();
    }

    private void mark(BitSet rows, int at, boolean[] let) {
        TileBlock block = blocks[at];
        for (int index = 0; index < block.size(); index++) {
            if (let[block.labelSetOf(index)]) {
                rows.set(starts[at] + index);
            }
        }
    }

    private int blockOf(int row) {
        if (row < 0 || row >= size) {
            throw new IndexOutOfBoundsException("Row " + row + " of " + size);
        }
        int guess = row / TileBlock.IDS; // right where no id is missing
        if (row >= starts[guess] && row < starts[guess + 1]) {
            return guess;
        }
        int found = Arrays.binarySearch(starts, row);
        return found >= 0 ? found : -found - 2;
    }
}
