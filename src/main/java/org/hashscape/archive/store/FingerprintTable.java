package org.hashscape.archive.store;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashscape.model.TileId;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Fingerprints of tiles, as bytes that {@code imaging} knows to read. */
public final class FingerprintTable {

    private final ArchiveStore store;

    FingerprintTable(ArchiveStore store) {
        this.store = store;
    }

    public Optional<byte[]> find(TileId tile) throws IOException {
        return store.read(handle -> handle.createQuery("SELECT cells FROM fingerprint WHERE tile_id = :tile")
                .bind("tile", tile.value())
                .mapTo(byte[].class)
                .findOne());
    }

    /** All of them, by ascending tile id. */
    public Map<TileId, byte[]> all() throws IOException {
        return store.read(handle -> {
            Map<TileId, byte[]> all = new LinkedHashMap<>();
            handle.createQuery("SELECT tile_id, cells FROM fingerprint ORDER BY tile_id")
                    .map((rows, context) -> all.put(new TileId(rows.getLong(1)), rows.getBytes(2)) == null)
                    .list();
            return all;
        });
    }

    /** Tiles without one, ascending. */
    public List<TileId> missing() throws IOException {
        return store.read(handle -> handle.createQuery(
                        "SELECT id FROM tile WHERE id NOT IN (SELECT tile_id FROM fingerprint) ORDER BY id")
                .map((rows, context) -> new TileId(rows.getLong(1)))
                .list());
    }

    /** Writes a batch, whole or not at all; those of tiles that are gone meanwhile are dropped. */
    public void put(List<TileId> tiles, List<byte[]> cells) throws IOException {
        store.write(handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    "INSERT OR REPLACE INTO fingerprint (tile_id, cells)" + " SELECT id, ? FROM tile WHERE id = ?");
            for (int i = 0; i < tiles.size(); i++) {
                batch.add(cells.get(i), tiles.get(i).value());
            }
            return tiles.isEmpty() ? new int[0] : batch.execute();
        });
    }
}
