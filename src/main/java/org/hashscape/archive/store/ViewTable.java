package org.hashscape.archive.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.hashscape.model.HalfFloat;
import org.hashscape.model.TileId;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Descriptors of tiles in each of their orientations, as half floats; of some tiles of a descriptor set, or of none. */
public final class ViewTable {

    private final ArchiveStore store;

    ViewTable(ArchiveStore store) {
        this.store = store;
    }

    /** How many tiles of a set have views. */
    public int count(StoredDescriptorSet set) throws IOException {
        return store.read(handle -> handle.createQuery("SELECT count(*) FROM descriptor_view WHERE set_id = :set")
                .bind("set", set.id())
                .mapTo(Integer.class)
                .one());
    }

    /**
     * Writes views, whole batch or nothing; those of tiles that are gone meanwhile are dropped.
     *
     * @param views of each tile: its orientations one after the other
     */
    public void put(StoredDescriptorSet set, List<TileId> tiles, List<float[]> views) throws IOException {
        store.write(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch("INSERT OR REPLACE INTO descriptor_view (set_id, tile_id, vectors, sum)"
                            + " SELECT ?, id, ?, ? FROM tile WHERE id = ?");
            for (int i = 0; i < tiles.size(); i++) {
                long tile = tiles.get(i).value();
                byte[] vectors = Blobs.ofShorts(halves(views.get(i)));
                batch.add(set.id(), vectors, sum(set.id(), tile, vectors), tile);
            }
            return tiles.isEmpty() ? new int[0] : batch.execute();
        });
    }

    /**
     * Views of the given tiles as {@link HalfFloat}s: an entry per tile, empty where a tile has none.
     *
     * @param tileIds ascending
     * @throws DamagedArchiveException where what is kept does not match its checksum, or is not a whole number of descriptors
     */
    public short[][] of(StoredDescriptorSet set, long[] tileIds) throws IOException {
        short[][] all = new short[tileIds.length][0];
        store.read(handle -> {
            handle.createQuery("SELECT tile_id, vectors, sum FROM descriptor_view WHERE set_id = :set")
                    .bind("set", set.id())
                    .map((found, context) -> {
                        int row = Arrays.binarySearch(tileIds, found.getLong(1));
                        if (!RowSum.agrees(found, 3, sum(set.id(), found.getLong(1), found.getBytes(2)))) {
                            throw new DamagedRowException("what a network sees of a tile does not match its checksum");
                        }
                        if (row >= 0) {
                            all[row] = Blobs.toShorts(found.getBytes(2), set.dimension());
                        }
                        return row;
                    })
                    .forEach(row -> {});
            return all;
        });
        return all;
    }

    private static long sum(long set, long tile, byte @Nullable [] vectors) {
        return new RowSum().number(set).number(tile).bytes(vectors).value();
    }

    private static short[] halves(float[] values) {
        short[] halves = new short[values.length];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = HalfFloat.of(values[i]);
        }
        return halves;
    }
}
