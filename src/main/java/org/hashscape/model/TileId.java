package org.hashscape.model;

/**
 * The number of a tile in its archive. Ids grow in import order and are never given twice, so "by tile id" is a stable
 * way to break ties.
 *
 * @param value at least 1
 */
public record TileId(long value) implements Comparable<TileId> {

    public TileId {
        if (value < 1) {
            throw new IllegalArgumentException("A tile id is at least 1, not " + value);
        }
    }

    @Override
    public int compareTo(TileId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
