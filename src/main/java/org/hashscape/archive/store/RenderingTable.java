package org.hashscape.archive.store;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashscape.model.TileId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** How tiles are rendered, and which thumbnails show that already. */
public final class RenderingTable {

    /** Name of the fact that holds the rendering as text; an archive without tiles may have it among its terms. */
    public static final String FACT = "rendering";

    private static final String NUMBER = "rendering-number";

    private final ArchiveStore store;

    RenderingTable(ArchiveStore store) {
        this.store = store;
    }

    /** The rendering as text; empty where none was chosen. */
    public Optional<String> text() throws IOException {
        return store.fact(FACT);
    }

    /**
     * Chooses a rendering. All thumbnails are stale from now on, and whatever was computed from other pictures is
     * dropped: descriptors, models and their codes, regions, fingerprints. Marks, labels and evaluations stay.
     */
    public void choose(String text) throws IOException {
        store.write(handle -> {
            handle.execute("INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", FACT, text);
            handle.execute(
                    "INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)",
                    NUMBER,
                    Long.toString(number(handle) + 1));
            handle.execute("INSERT OR IGNORE INTO stale_thumbnail (tile_id) SELECT id FROM tile");
            handle.execute("DELETE FROM descriptor_set");
            handle.execute("DELETE FROM model");
            handle.execute("DELETE FROM region_set");
            return handle.execute("DELETE FROM fingerprint");
        });
    }

    /** Tiles whose thumbnail shows another rendering, by ascending id. */
    public List<TileId> stale() throws IOException {
        return store.read(handle -> handle.createQuery("SELECT tile_id FROM stale_thumbnail ORDER BY tile_id")
                .mapTo(Long.class)
                .map(TileId::new)
                .list());
    }

    /** Counts the renderings that were chosen. */
    public long number() throws IOException {
        return store.read(RenderingTable::number);
    }

    /**
     * Replaces thumbnails, whole or not at all.
     *
     * @param number of the rendering they show; they stay stale where another was chosen meanwhile
     */
    public void put(Map<TileId, byte[]> thumbnails, long number) throws IOException {
        store.write(handle -> {
            if (thumbnails.isEmpty() || number(handle) != number) {
                return new int[0];
            }
            PreparedBatch batch = handle.prepareBatch("INSERT OR REPLACE INTO thumbnail (tile_id, jpeg, sum)"
                    + " SELECT id, :jpeg, :sum FROM tile WHERE id = :id");
            PreparedBatch done = handle.prepareBatch("DELETE FROM stale_thumbnail WHERE tile_id = :id");
            thumbnails.forEach((tile, jpeg) -> {
                long sum = new RowSum().number(tile.value()).bytes(jpeg).value();
                batch.bind("id", tile.value())
                        .bind("jpeg", jpeg)
                        .bind("sum", sum)
                        .add();
                done.bind("id", tile.value()).add();
            });
            batch.execute();
            return done.execute();
        });
    }

    private static long number(Handle handle) {
        return handle.createQuery("SELECT value FROM fact WHERE name = :name")
                .bind("name", NUMBER)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }
}
