package org.hashscape.workbench;

import java.util.List;
import org.hashscape.archive.store.StoredModel;
import org.hashscape.hashing.multicode.MultiCodeFunction;
import org.hashscape.model.MultiCode;
import org.hashscape.retrieval.MultiCodeIndex;

/**
 * A multi-code function and the codes it gave, in memory, with what searches them. Rows are those of {@code tiles}.
 *
 * @param tiles descriptors of whole tiles, for re-ranking and for queries that show no primitive
 * @param regions what the codes are made of
 * @param codes one per row; without any primitive where the tile's original could not be read
 */
public record MultiCodedTiles(
        DescribedTiles tiles,
        RegionTiles regions,
        StoredModel model,
        MultiCodeFunction function,
        List<MultiCode> codes,
        MultiCodeIndex index) {

    /** Mean over the tiles of the bits that are compared: what a query compares on average, and a single code must have to be compared fairly. */
    public double meanBits() {
        return codes.stream().mapToInt(index.distance()::bitsCompared).average().orElse(0);
    }

    /** What a tile takes in the index, on average. */
    public double bytesPerTile() {
        return codes.isEmpty() ? 0 : (double) index.bytes() / codes.size();
    }

    /** Tiles that show no primitive. */
    public long tilesWithoutPrimitive() {
        return codes.stream().filter(code -> code.presence() == 0).count();
    }
}
