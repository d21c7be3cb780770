package org.hashscape.archive.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashscape.model.RegionMap;
import org.hashscape.model.TileId;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Regions of tiles and their descriptors, by region set. */
public final class RegionTable {

    private final ArchiveStore store;

    RegionTable(ArchiveStore store) {
        this.store = store;
    }

    /**
     * The regions of one tile.
     *
     * @param map what {@code RegionMap.toBytes} gave
     * @param vectors one row per region
     */
    public record TileRegions(TileId tile, byte[] map, float[][] vectors) {}

    /**
     * The regions of one tile, without their map.
     *
     * @param sizes pixels of the map that each covers
     * @param vectors one row per region
     */
    public record MeasuredRegions(TileId tile, int[] sizes, float[][] vectors) {}

    /** @throws ArchiveException where what was learned does not match its checksum */
    public Optional<StoredDescriptorSet> find(String name) throws IOException {
        Optional<StoredDescriptorSet> found =
                store.read(handle -> handle.createQuery("SELECT * FROM region_set WHERE name = :name")
                        .bind("name", name)
                        .map((rows, context) -> set(rows))
                        .findOne());
        if (found.isPresent() && found.get().learned().length == 0) {
            throw new ArchiveException("What the regions of " + name + " learned is damaged in " + store.file()
                    + ". Train a multi-code with --force to make them anew.");
        }
        return found;
    }

    /** Without what was learned where that does not match its checksum. */
    private static StoredDescriptorSet set(ResultSet rows) throws SQLException {
        byte[] learned = Optional.ofNullable(rows.getBytes("learned")).orElse(new byte[0]);
        boolean sound = Blobs.sha256(learned).equals(rows.getString("sha256"));
        return new StoredDescriptorSet(
                rows.getLong("id"), rows.getString("name"), rows.getInt("dimension"), sound ? learned : new byte[0]);
    }

    /** Adds a set. One of the same name goes, with its regions and the multi-codes made of them. */
    public StoredDescriptorSet create(String name, int dimension, byte[] learned, String version) throws IOException {
        long id = store.write(handle -> {
            handle.execute("DELETE FROM region_set WHERE name = ?", name);
            handle.execute("DELETE FROM model WHERE method LIKE 'multicode%' AND descriptor = ?", name);
            return handle.createQuery("""
                            INSERT INTO region_set (name, dimension, learned, sha256, version, created)
                            VALUES (:name, :dimension, :learned, :sha256, :version, :created) RETURNING id
                            """)
                    .bind("name", name)
                    .bind("dimension", dimension)
                    .bind("learned", learned)
                    .bind("sha256", Blobs.sha256(learned))
                    .bind("version", version)
                    .bind("created", Instant.now().toString())
                    .mapTo(Long.class)
                    .one();
        });
        return new StoredDescriptorSet(id, name, dimension, learned);
    }

    /** Tiles whose regions are not known yet, ascending. */
    public List<TileId> missing(StoredDescriptorSet set) throws IOException {
        return store.read(handle -> handle.createQuery("""
                        SELECT id FROM tile
                        WHERE id NOT IN (SELECT tile_id FROM region WHERE set_id = :set) ORDER BY id
                        """)
                .bind("set", set.id())
                .map((rows, context) -> new TileId(rows.getLong(1)))
                .list());
    }

    /** Writes a whole batch or nothing; regions of tiles that are gone meanwhile are dropped. */
    public void put(StoredDescriptorSet set, List<TileRegions> tiles) throws IOException {
        store.write(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch("INSERT OR REPLACE INTO region (set_id, tile_id, map, vectors, sum)"
                            + " SELECT ?, id, ?, ?, ? FROM tile WHERE id = ?");
            for (TileRegions tile : tiles) {
                float[] together = new float[tile.vectors().length * set.dimension()];
                for (int row = 0; row < tile.vectors().length; row++) {
                    System.arraycopy(tile.vectors()[row], 0, together, row * set.dimension(), set.dimension());
                }
                long id = tile.tile().value();
                byte[] vectors = Blobs.ofFloats(together);
                batch.add(set.id(), tile.map(), vectors, sum(set.id(), id, tile.map(), vectors), id);
            }
            return tiles.isEmpty() ? new int[0] : batch.execute();
        });
    }

    /** The descriptors of all tiles, by ascending tile id. */
    public List<MeasuredRegions> all(StoredDescriptorSet set) throws IOException {
        return store.read(handle -> new ArrayList<>(handle.createQuery(
                        "SELECT set_id, tile_id, map, vectors, sum FROM region WHERE set_id = :set ORDER BY tile_id")
                .bind("set", set.id())
                .map((rows, context) -> measured(rows, set.dimension()))
                .list()));
    }

    private static MeasuredRegions measured(ResultSet rows, int dimension) throws SQLException {
        requireSound(rows);
        float[][] vectors = vectors(rows.getBytes("vectors"), dimension);
        try {
            int[] sizes = RegionMap.sizesOf(rows.getBytes("map"));
            if (sizes.length != vectors.length) {
                throw new DamagedRowException(
                        sizes.length + " regions of a tile are on its map, " + vectors.length + " are described");
            }
            return new MeasuredRegions(new TileId(rows.getLong("tile_id")), sizes, vectors);
        } catch (IllegalArgumentException damaged) {
            throw new DamagedRowException("the regions of a tile cannot be read: " + damaged.getMessage(), damaged);
        }
    }

    /** One tile's. */
    public Optional<TileRegions> of(StoredDescriptorSet set, TileId tile) throws IOException {
        return store.read(handle -> handle.createQuery(
                        "SELECT set_id, tile_id, map, vectors, sum FROM region WHERE set_id = :set AND tile_id = :tile")
                .bind("set", set.id())
                .bind("tile", tile.value())
                .map((rows, context) -> {
                    requireSound(rows);
                    return new TileRegions(
                            tile, rows.getBytes("map"), vectors(rows.getBytes("vectors"), set.dimension()));
                })
                .findOne());
    }

    private static long sum(long set, long tile, byte @Nullable [] map, byte @Nullable [] vectors) {
        return new RowSum().number(set).number(tile).bytes(map).bytes(vectors).value();
    }

    private static void requireSound(ResultSet rows) throws SQLException {
        byte[] map = rows.getBytes(3);
        byte[] vectors = rows.getBytes(4);
        if (map == null
                || vectors == null
                || !RowSum.agrees(rows, 5, sum(rows.getLong(1), rows.getLong(2), map, vectors))) {
            throw new DamagedRowException("the regions of a tile do not match their checksum");
        }
    }

    private static float[][] vectors(byte[] blob, int dimension) throws SQLException {
        int count = blob.length / (Float.BYTES * dimension);
        if (count * Float.BYTES * dimension != blob.length) {
            throw new DamagedRowException("the regions of a tile have " + blob.length + " bytes");
        }
        float[] together = new float[count * dimension];
        Blobs.toFloats(blob, together, 0, together.length);
        float[][] vectors = new float[count][dimension];
        for (int row = 0; row < count; row++) {
            System.arraycopy(together, row * dimension, vectors[row], 0, dimension);
        }
        return vectors;
    }
}
