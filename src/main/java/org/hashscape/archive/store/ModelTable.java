package org.hashscape.archive.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hashscape.model.MethodSpec;

/** Trained hash functions and the codes they gave. */
public final class ModelTable {

    private static final int IDS = 4096;

    static final RowBlocks BLOCKS = new RowBlocks("code_block", "model_id", "words");

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
        if (found.isPresent()
                && (found.get().bytes().length == 0 || !found.get().spec().equals(spec))) {
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

    /**
     * Writes codes as one transaction; those of tiles that are gone meanwhile are dropped.
     *
     * @param tileIds ascending
     */
    public void putCodes(StoredModel model, long[] tileIds, List<long[]> codes) throws IOException {
        if (codes.isEmpty()) {
            return;
        }
        int words = codes.get(0).length;
        long[] all = new long[Math.multiplyExact(codes.size(), words)];
        for (int i = 0; i < codes.size(); i++) {
            System.arraycopy(codes.get(i), 0, all, i * words, words);
        }
        store.write(handle -> {
            BLOCKS.put(handle.getConnection(), shape(model.id(), words), tileIds, Blobs.ofLongs(all));
            return null;
        });
    }

    /** How many codes a model has. */
    public int codeCount(StoredModel model) throws IOException {
        return (int) (long) store.read(handle -> BLOCKS.count(handle.getConnection(), model.id()));
    }

    /** Every code of a model, by ascending tile id. */
    public Codes codes(StoredModel model, int wordsPerCode) throws IOException {
        RowBlocks.Shape shape = shape(model.id(), wordsPerCode);
        return store.read(handle -> {
            long[] tileIds = BLOCKS.tileIds(handle.getConnection(), shape);
            long[] words = new long[Math.multiplyExact(tileIds.length, wordsPerCode)];
            int[] row = {0};
            BLOCKS.forEach(handle.getConnection(), shape, (number, block) -> {
                for (int index = 0; index < block.size() && row[0] < tileIds.length; index++) {
                    if (tileIds[row[0]] == shape.tileId(number, block.offsets()[index])) {
                        Blobs.toLongs(
                                block.records(), 8 * wordsPerCode * index, words, row[0] * wordsPerCode, wordsPerCode);
                        row[0]++;
                    }
                }
            });
            return row[0] == tileIds.length
                    ? new Codes(tileIds, words)
                    : new Codes(Arrays.copyOf(tileIds, row[0]), Arrays.copyOf(words, row[0] * wordsPerCode));
        });
    }

    static RowBlocks.Shape shape(long model, int wordsPerCode) {
        return new RowBlocks.Shape(model, IDS, 8 * wordsPerCode);
    }

    /** Drops the codes of tiles whose pixels have changed. */
    static void forget(Connection connection, long[] tileIds) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet models = statement.executeQuery(
                        "SELECT model_id, max((length(words) - 4) / (8 * tiles)) FROM code_block WHERE tiles > 0"
                                + " GROUP BY model_id")) {
            while (models.next()) {
                BLOCKS.forget(connection, shape(models.getLong(1), models.getInt(2)), tileIds);
            }
        }
    }

    private static StoredModel model(ResultSet rows) throws SQLException {
        byte[] bytes = Optional.ofNullable(rows.getBytes("bytes")).orElse(new byte[0]);
        boolean sound = Blobs.sha256(bytes).equals(rows.getString("sha256"));
        MethodSpec spec = spec(rows);
        return new StoredModel(rows.getLong("id"), spec, rows.getInt("trained_tiles"), sound ? bytes : new byte[0]);
    }

    private static MethodSpec spec(ResultSet rows) throws SQLException {
        try {
            return new MethodSpec(
                    rows.getString("method"),
                    rows.getString("descriptor"),
                    rows.getInt("asked_bits"),
                    rows.getLong("seed"),
                    MethodSpec.Split.valueOf(rows.getString("split").toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            throw new DamagedRowException("what a trained model is for cannot be read", unknown);
        }
    }
}
