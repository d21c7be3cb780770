package org.hashscape.archive.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hashscape.model.MethodSpec;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Trained hash functions and the codes they gave. */
public final class ModelTable {

    private final ArchiveStore store;

    ModelTable(ArchiveStore store) {
        this.store = store;
    }

    /**
     * All codes of a model.
     *
     * @param tileIds ascending
     * @param words row by row
     */
    public record Codes(long[] tileIds, long[] words) {}

    /** @throws ArchiveException where the stored function does not match its checksum */
    public Optional<StoredModel> find(MethodSpec spec) throws IOException {
        Optional<StoredModel> found = store.read(handle -> handle.createQuery("""
                        SELECT * FROM model WHERE method = :method AND descriptor = :descriptor
                            AND asked_bits = :bits AND seed = :seed AND split = :split
                        """)
                .bind("method", spec.method())
                .bind("descriptor", spec.descriptor())
                .bind("bits", spec.bits())
                .bind("seed", spec.seed())
                .bind("split", spec.split().toString())
                .map((rows, context) -> model(rows))
                .findOne());
        if (found.isPresent() && found.get().bytes().length == 0) {
            throw new ArchiveException("The trained model " + spec + " is damaged in " + store.file()
                    + ". Train it again with --force to replace it.");
        }
        return found;
    }

    /** All models, oldest first; a damaged one has no bytes. */
    public List<StoredModel> all() throws IOException {
        return store.read(handle -> handle.createQuery("SELECT * FROM model ORDER BY id")
                .map((rows, context) -> model(rows))
                .list());
    }

    /** Stores a model, replacing one of the same spec with all its codes. */
    public StoredModel put(MethodSpec spec, int trainedTiles, byte[] bytes, String version) throws IOException {
        long id = store.write(handle -> {
            handle.execute(
                    "DELETE FROM model WHERE method = ? AND descriptor = ? AND asked_bits = ? AND seed = ? AND split = ?",
                    spec.method(),
                    spec.descriptor(),
                    spec.bits(),
                    spec.seed(),
                    spec.split().toString());
            return handle.createQuery("""
                            INSERT INTO model (method, descriptor, asked_bits, seed, split, trained_tiles,
                                               bytes, sha256, version, created)
                            VALUES (:method, :descriptor, :bits, :seed, :split, :tiles,
                                    :bytes, :sha256, :version, :created) RETURNING id
                            """)
                    .bind("method", spec.method())
                    .bind("descriptor", spec.descriptor())
                    .bind("bits", spec.bits())
                    .bind("seed", spec.seed())
                    .bind("split", spec.split().toString())
                    .bind("tiles", trainedTiles)
                    .bind("bytes", bytes)
                    .bind("sha256", Blobs.sha256(bytes))
                    .bind("version", version)
                    .bind("created", Instant.now().toString())
                    .mapTo(Long.class)
                    .one();
        });
        return new StoredModel(id, spec, trainedTiles, bytes);
    }

    /** Writes codes as one transaction; those of tiles that are gone meanwhile are dropped. */
    public void putCodes(StoredModel model, long[] tileIds, List<long[]> codes) throws IOException {
        store.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("INSERT OR REPLACE INTO code (model_id, tile_id, words)"
                    + " SELECT ?, id, ? FROM tile WHERE id = ?");
            for (int i = 0; i < tileIds.length; i++) {
                batch.add(model.id(), Blobs.ofLongs(codes.get(i)), tileIds[i]);
            }
            return tileIds.length == 0 ? new int[0] : batch.execute();
        });
    }

    /** How many codes a model has. */
    public int codeCount(StoredModel model) throws IOException {
        return store.read(handle -> handle.createQuery("SELECT count(*) FROM code WHERE model_id = :model")
                .bind("model", model.id())
                .mapTo(Integer.class)
                .one());
    }

    /** Every code of a model, by ascending tile id. */
    public Codes codes(StoredModel model, int wordsPerCode) throws IOException {
        return store.read(handle -> {
            int rows = handle.createQuery("SELECT count(*) FROM code WHERE model_id = :model")
                    .bind("model", model.id())
                    .mapTo(Integer.class)
                    .one();
            long[] tileIds = new long[rows];
            long[] words = new long[Math.multiplyExact(rows, wordsPerCode)];
            int[] row = {0};
            handle.createQuery("SELECT tile_id, words FROM code WHERE model_id = :model ORDER BY tile_id")
                    .bind("model", model.id())
                    .map((found, context) -> {
                        if (row[0] < rows) {
                            tileIds[row[0]] = found.getLong(1);
                            Blobs.toLongs(found.getBytes(2), words, row[0] * wordsPerCode, wordsPerCode);
                        }
                        return row[0]++;
                    })
                    .forEach(counted -> {});
            return row[0] >= rows
                    ? new Codes(tileIds, words)
                    : new Codes(Arrays.copyOf(tileIds, row[0]), Arrays.copyOf(words, row[0] * wordsPerCode));
        });
    }

    private static StoredModel model(ResultSet rows) throws SQLException {
        byte[] bytes = rows.getBytes("bytes");
        boolean sound = Blobs.sha256(bytes).equals(rows.getString("sha256"));
        MethodSpec spec = new MethodSpec(
                rows.getString("method"),
                rows.getString("descriptor"),
                rows.getInt("asked_bits"),
                rows.getLong("seed"),
                MethodSpec.Split.valueOf(rows.getString("split").toUpperCase(Locale.ROOT)));
        return new StoredModel(rows.getLong("id"), spec, rows.getInt("trained_tiles"), sound ? bytes : new byte[0]);
    }
}
