package org.hashscape.archive.catalogue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashscape.archive.catalogue.TileBlock.Columns;
import org.hashscape.archive.catalogue.TileBlock.Shape;
import org.hashscape.model.Footprint;
import org.hashscape.model.Footprint.Position;

/** Takes the tiles of one block in ascending id. */
public final class TileBlockBuilder {

    private final long number;
    private final char[] offsets = new char[TileBlock.IDS];
    private final int[] keyEnds = new int[TileBlock.IDS];
    private final Map<Shape, Integer> shapes = new HashMap<>();
    private final List<Shape> shapeList = new ArrayList<>();
    private final char[] shapeOf = new char[TileBlock.IDS];
    private final Map<List<Integer>, Integer> labelSets = new HashMap<>();
    private final List<int[]> labelSetList = new ArrayList<>();
    private final char[] labelSetOf = new char[TileBlock.IDS];
    private final int[] days = new int[TileBlock.IDS];
    private final Map<String, Integer> crs = new HashMap<>();
    private final List<String> crsList = new ArrayList<>();
    private final char[] crsOf = new char[TileBlock.IDS];
    private final int[] ringEnds = new int[TileBlock.IDS];
    private byte[] keys = new byte[32 * TileBlock.IDS];
    private double[] rings = new double[0];
    private int keyBytes;
    private int numbers;
    private int size;

    public TileBlockBuilder(long number) {
        this.number = number;
    }

    /**
     * Adds a tile.
     *
     * @param labelIds ascending
     * @throws IllegalArgumentException where the id does not belong here or does not ascend
     */
    public void add(
            long id,
            String key,
            Shape shape,
            List<Integer> labelIds,
            Optional<Footprint> footprint,
            Optional<LocalDate> acquired) {
        long offset = id - 1 - number * TileBlock.IDS;
        if (offset < 0 || offset >= TileBlock.IDS || size > 0 && offset <= offsets[size - 1]) {
            throw new IllegalArgumentException("Tile " + id + " is not the next of block " + number);
        }
        offsets[size] = (char) offset;
        addKey(key);
        shapeOf[size] = (char) (int) shapes.computeIfAbsent(shape, fresh -> {
            shapeList.add(fresh);
            return shapeList.size() - 1;
        });
        labelSetOf[size] = (char) (int) labelSets.computeIfAbsent(labelIds, fresh -> {
            labelSetList.add(fresh.stream().mapToInt(Integer::intValue).toArray());
            return labelSetList.size() - 1;
        });
        days[size] = acquired.map(date -> (int) date.toEpochDay()).orElse(TileBlock.NO_DAY);
        crsOf[size] = TileBlock.NOWHERE;
        footprint.ifPresent(this::addRing);
        ringEnds[size] = numbers;
        size++;
    }

    public int size() {
        return size;
    }

    public TileBlock build() {
        return new TileBlock(new Columns(
                number,
                Arrays.copyOf(offsets, size),
                Arrays.copyOf(keys, keyBytes),
                Arrays.copyOf(keyEnds, size),
                List.copyOf(shapeList),
                Arrays.copyOf(shapeOf, size),
                List.copyOf(labelSetList),
                Arrays.copyOf(labelSetOf, size),
                Arrays.copyOf(days, size),
                List.copyOf(crsList),
                Arrays.copyOf(crsOf, size),
                Arrays.copyOf(ringEnds, size),
                Arrays.copyOf(rings, numbers)));
    }

    private void addKey(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        if (keyBytes + bytes.length > keys.length) {
            keys = Arrays.copyOf(keys, Math.max(2 * keys.length, keyBytes + bytes.length));
        }
        System.arraycopy(bytes, 0, keys, keyBytes, bytes.length);
        keyBytes += bytes.length;
        keyEnds[size] = keyBytes;
    }

    private void addRing(Footprint footprint) {
        crsOf[size] = (char) (int) crs.computeIfAbsent(footprint.crs(), fresh -> {
            crsList.add(fresh);
            return crsList.size() - 1;
        });
        List<Position> ring = footprint.ring();
        if (numbers + 2 * ring.size() > rings.length) {
            rings = Arrays.copyOf(rings, Math.max(2 * rings.length, Math.max(1024, numbers + 2 * ring.size())));
        }
        for (Position corner : ring) {
            rings[numbers++] = corner.longitude();
            rings[numbers++] = corner.latitude();
        }
    }
}
