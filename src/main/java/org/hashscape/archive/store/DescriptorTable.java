package org.hashscape.archive.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hashscape.model.DescriptorRows;
import org.hashscape.model.TileId;

/**
 * Descriptors of tiles, by descriptor set. They are kept as {@link org.hashscape.model.HalfVector}s in blocks, and what is
 * read is what was rounded: one truth for training, search and evaluation.
 */
public final class DescriptorTable {

    /** Numbers of a block: a search through all reads big pieces, and fetching one vector reads little beside it. */
    private static final int BLOCK_BYTES = 32_768;

    private static final int MOST_IDS = 256;

    static final RowBlocks BLOCKS = new RowBlocks("descriptor_block", "set_id", "vectors");

    private final ArchiveStore store;

    DescriptorTable(ArchiveStore store) {
        this.store = store;
    }

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
                        SELECT name, dimension, ifnull(sum(descriptor_block.tiles), 0) AS tiles
                        FROM descriptor_set LEFT JOIN descriptor_block ON set_id = descriptor_set.id
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
        return store.read(handle -> BLOCKS.missing(handle.getConnection(), shape(set.id(), set.dimension()))).stream()
                .map(TileId::new)
                .toList();
    }

    /**
     * Writes vectors as half floats, whole batch or nothing; those of tiles that are gone meanwhile are dropped.
     *
     * @param tiles ascending
     */
    public void put(StoredDescriptorSet set, List<TileId> tiles, List<float[]> vectors) throws IOException {
        long[] ids = tiles.stream().mapToLong(TileId::value).toArray();
        byte[] records = DescriptorRecords.write(vectors, set.dimension());
        store.write(handle -> {
            BLOCKS.put(handle.getConnection(), shape(set.id(), set.dimension()), ids, records);
            return null;
        });
    }

    /** Ids of the tiles that a set describes, ascending. */
    public long[] tileIds(StoredDescriptorSet set) throws IOException {
        return store.read(handle -> BLOCKS.tileIds(handle.getConnection(), shape(set.id(), set.dimension())));
    }

    /**
     * The vectors of a set, read when they are wanted.
     *
     * @param tileIds as {@link #tileIds} gave them: row r is that of {@code tileIds[r]}
     */
    public DescriptorRows rows(StoredDescriptorSet set, long[] tileIds) {
        return new StoredDescriptors(store, shape(set.id(), set.dimension()), set.dimension(), tileIds);
    }

    static RowBlocks.Shape shape(long set, int dimension) {
        int ids = Math.max(1, Math.min(MOST_IDS, Integer.highestOneBit(Math.max(1, BLOCK_BYTES / (2 * dimension)))));
        return new RowBlocks.Shape(set, ids, DescriptorRecords.size(dimension));
    }

    /** Drops what was computed from the former pixels of tiles. */
    static void forget(Connection connection, long[] tileIds) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet sets = statement.executeQuery("SELECT id, dimension FROM descriptor_set")) {
            while (sets.next()) {
                BLOCKS.forget(connection, shape(sets.getLong(1), sets.getInt(2)), tileIds);
            }
        }
    }
}
