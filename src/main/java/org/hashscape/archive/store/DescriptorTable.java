package org.hashscape.archive.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hashscape.model.TileId;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Descriptors of tiles, by descriptor set. */
public final class DescriptorTable {

    private final ArchiveStore store;

    DescriptorTable(ArchiveStore store) {
        this.store = store;
    }

    /**
     * All vectors of a set.
     *
     * @param tileIds ascending
     * @param values row by row
     */
    public record Vectors(long[] tileIds, float[] values) {}

    /** @throws ArchiveException where what the descriptor learned does not match its checksum */
    public Optional<StoredDescriptorSet> find(String name) throws IOException {
        Optional<Found> found =
                store.read(handle -> handle.createQuery("SELECT * FROM descriptor_set WHERE name = :name")
                        .bind("name", name)
                        .map((rows, context) -> found(rows))
                        .findOne());
        if (found.isPresent() && !found.get().sound()) {
            throw new ArchiveException("What the descriptor " + name + " learned is damaged in " + store.file()
                    + ". Describe the archive anew: hashscape describe --force.");
        }
        return found.map(Found::set);
    }

    private record Found(StoredDescriptorSet set, boolean sound) {}

    private static Found found(ResultSet rows) throws SQLException {
        byte[] learned = Optional.ofNullable(rows.getBytes("learned")).orElse(new byte[0]); // null for an empty blob
        StoredDescriptorSet set =
                new StoredDescriptorSet(rows.getLong("id"), rows.getString("name"), rows.getInt("dimension"), learned);
        return new Found(set, Blobs.sha256(learned).equals(rows.getString("sha256")));
    }

    /** Names of the sets and how many tiles each describes, by name. */
    public List<Count> counts() throws IOException {
        return store.read(handle -> handle.createQuery("""
                        SELECT name, dimension, count(descriptor.tile_id) AS tiles
                        FROM descriptor_set LEFT JOIN descriptor ON set_id = descriptor_set.id
                        GROUP BY descriptor_set.id ORDER BY name
                        """)
                .map((rows, context) ->
                        new Count(rows.getString("name"), rows.getInt("dimension"), rows.getInt("tiles")))
                .list());
    }

    /** How many tiles a set describes. */
    public record Count(String name, int dimension, int tiles) {}

    /**
     * Adds a set. One of the same name goes, with all its vectors and with all that was made of them: joined sets, models
     * and their codes.
     */
    public StoredDescriptorSet create(String name, int dimension, long seed, byte[] learned, String version)
            throws IOException {
        long id = store.write(handle -> {
            handle.execute("DELETE FROM descriptor_set WHERE '+' || name || '+' LIKE '%+' || ? || '+%'", name);
            handle.execute("DELETE FROM model WHERE '+' || descriptor || '+' LIKE '%+' || ? || '+%'", name);
            return handle.createQuery("""
                            INSERT INTO descriptor_set (name, dimension, seed, learned, sha256, version, created)
                            VALUES (:name, :dimension, :seed, :learned, :sha256, :version, :created) RETURNING id
                            """)
                    .bind("name", name)
                    .bind("dimension", dimension)
                    .bind("seed", seed)
                    .bind("learned", learned)
                    .bind("sha256", Blobs.sha256(learned))
                    .bind("version", version)
                    .bind("created", Instant.now().toString())
                    .mapTo(Long.class)
                    .one();
        });
        return new StoredDescriptorSet(id, name, dimension, learned);
    }

    /** Tiles that a set does not describe yet, ascending. */
    public List<TileId> missing(StoredDescriptorSet set) throws IOException {
        return store.read(handle -> handle.createQuery("""
                        SELECT id FROM tile
                        WHERE id NOT IN (SELECT tile_id FROM descriptor WHERE set_id = :set) ORDER BY id
                        """)
                .bind("set", set.id())
                .map((rows, context) -> new TileId(rows.getLong(1)))
                .list());
    }

    /** Writes vectors, whole batch or nothing; those of tiles that are gone meanwhile are dropped. */
    public void put(StoredDescriptorSet set, List<TileId> tiles, List<float[]> vectors) throws IOException {
        store.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("INSERT OR REPLACE INTO descriptor (set_id, tile_id, vector)"
                    + " SELECT ?, id, ? FROM tile WHERE id = ?");
            for (int i = 0; i < tiles.size(); i++) {
                batch.add(set.id(), Blobs.ofFloats(vectors.get(i)), tiles.get(i).value());
            }
            return tiles.isEmpty() ? new int[0] : batch.execute();
        });
    }

    /** Every vector of a set, by ascending tile id. */
    public Vectors all(StoredDescriptorSet set) throws IOException {
        return store.read(handle -> {
            int rows = handle.createQuery("SELECT count(*) FROM descriptor WHERE set_id = :set")
                    .bind("set", set.id())
                    .mapTo(Integer.class)
                    .one();
            long[] tileIds = new long[rows];
            float[] values = new float[Math.multiplyExact(rows, set.dimension())];
            int[] row = {0};
            handle.createQuery("SELECT tile_id, vector FROM descriptor WHERE set_id = :set ORDER BY tile_id")
                    .bind("set", set.id())
                    .map((found, context) -> {
                        if (row[0] < rows) {
                            tileIds[row[0]] = found.getLong(1);
                            Blobs.toFloats(found.getBytes(2), values, row[0] * set.dimension(), set.dimension());
                        }
                        return row[0]++;
                    })
                    .forEach(counted -> {});
            return row[0] >= rows
                    ? new Vectors(tileIds, values)
                    : new Vectors(Arrays.copyOf(tileIds, row[0]), Arrays.copyOf(values, row[0] * set.dimension()));
        });
    }
}
