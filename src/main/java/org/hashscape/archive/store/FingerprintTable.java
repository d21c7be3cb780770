package org.hashscape.archive.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** A tile's; empty where there is none, or it does not match its checksum. */
    public Optional<byte[]> find(TileId tile) throws IOException {
        return store.read(handle -> handle.createQuery(
                                "SELECT tile_id, cells, sum FROM fingerprint WHERE tile_id = :tile")
                        .bind("tile", tile.value())
                        .map((rows, context) -> sound(rows))
                        .findOne())
                .filter(cells -> cells.length > 0);
    }

    /** All of them that match their checksums, by ascending tile id. */
    public Map<TileId, byte[]> all() throws IOException {
        return store.read(handle -> {
            Map<TileId, byte[]> all = new LinkedHashMap<>();
            handle.createQuery("SELECT tile_id, cells, sum FROM fingerprint ORDER BY tile_id")
                    .map((rows, context) -> all.put(new TileId(rows.getLong(1)), sound(rows)) == null)
                    .list();
            all.values().removeIf(cells -> cells.length == 0);
            return all;
        });
    }

    private static byte[] sound(ResultSet rows) throws SQLException {
        byte[] cells = Optional.ofNullable(rows.getBytes(2)).orElse(new byte[0]);
        return RowSum.agrees(rows, 3, sum(rows.getLong(1), cells)) ? cells : new byte[0];
    }

    private static long sum(long tile, byte[] cells) {
        return new RowSum().number(tile).bytes(cells).value();
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
            PreparedBatch batch = handle.prepareBatch("INSERT OR REPLACE INTO fingerprint (tile_id, cells, sum)"
                    + " SELECT id, ?, ? FROM tile WHERE id = ?");
            for (int i = 0; i < tiles.size(); i++) {
                long tile = tiles.get(i).value();
                batch.add(cells.get(i), sum(tile, cells.get(i)), tile);
            }
            return tiles.isEmpty() ? new int[0] : batch.execute();
        });
    }
}
