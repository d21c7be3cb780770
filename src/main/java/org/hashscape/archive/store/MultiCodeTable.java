package org.hashscape.archive.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hashscape.model.TileId;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Multi-codes of tiles, and names of primitives, by model. */
public final class MultiCodeTable {

    private final ArchiveStore store;

    MultiCodeTable(ArchiveStore store) {
        this.store = store;
    }

    /** Writes codes as one transaction; those of tiles that are gone meanwhile are dropped. */
    public void put(StoredModel model, Map<TileId, byte[]> codes) throws IOException {
        store.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("INSERT OR REPLACE INTO multi_code"
                    + " (model_id, tile_id, codes, sum) SELECT ?, id, ?, ? FROM tile WHERE id = ?");
            codes.forEach(
                    (tile, bytes) -> batch.add(model.id(), bytes, sum(model.id(), tile.value(), bytes), tile.value()));
            return codes.isEmpty() ? new int[0] : batch.execute();
        });
    }

    private static long sum(long model, long tile, byte @Nullable [] codes) {
        return new RowSum().number(model).number(tile).bytes(codes).value();
    }

    /** Every tile's codes, by ascending tile id. @throws DamagedArchiveException where one does not match its checksum */
    public Map<TileId, byte[]> all(StoredModel model) throws IOException {
        return store.read(handle -> {
            Map<TileId, byte[]> codes = new LinkedHashMap<>();
            List<Map.Entry<TileId, byte[]>> rows = handle.createQuery(
                            "SELECT tile_id, codes, sum FROM multi_code WHERE model_id = :model ORDER BY tile_id")
                    .bind("model", model.id())
                    .map((found, context) -> entry(model, found))
                    .list();
            rows.forEach(row -> codes.put(row.getKey(), row.getValue()));
            return codes;
        });
    }

    private static Map.Entry<TileId, byte[]> entry(StoredModel model, ResultSet found) throws SQLException {
        byte[] codes = found.getBytes(2);
        if (codes == null || !RowSum.agrees(found, 3, sum(model.id(), found.getLong(1), codes))) {
            throw new DamagedRowException("the codes of a tile do not match their checksum");
        }
        return Map.entry(new TileId(found.getLong(1)), codes);
    }

    /** What the user calls primitives; those without a name are left out. */
    public Map<Integer, String> names(StoredModel model) throws IOException {
        return store.read(handle -> {
            Map<Integer, String> names = new TreeMap<>();
            handle.createQuery("SELECT number, name FROM primitive WHERE model_id = :model")
                    .bind("model", model.id())
                    .map((found, context) -> Map.entry(found.getInt(1), found.getString(2)))
                    .list()
                    .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
            return names;
        });
    }

    /** Names a primitive; a blank name takes its name away. */
    public void name(StoredModel model, int primitive, String name) throws IOException {
        store.write(handle -> {
            handle.execute("DELETE FROM primitive WHERE model_id = ? AND number = ?", model.id(), primitive);
            return name.isBlank()
                    ? 0
                    : handle.execute(
                            "INSERT INTO primitive (model_id, number, name) SELECT id, ?, ? FROM model WHERE id = ?",
                            primitive,
                            name.strip(),
                            model.id());
        });
    }
}
