package org.hashscape.archive.store;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hashscape.model.Mark;
import org.hashscape.model.Mark.Verdict;
import org.hashscape.model.TileId;
import org.jdbi.v3.core.Handle;

/** Marks that users set on results, and labels that they gave. */
public final class MarkTable {

    private final ArchiveStore store;

    MarkTable(ArchiveStore store) {
        this.store = store;
    }

    /** The marks set while a tile was the query, in ascending tile id. */
    public List<Mark> of(TileId query) throws IOException {
        return store.read(handle -> handle.createQuery("SELECT * FROM mark WHERE query_id = :query ORDER BY tile_id")
                .bind("query", query.value())
                .map((rows, context) -> new Mark(
                        new TileId(rows.getLong("tile_id")),
                        Verdict.valueOf(rows.getString("verdict").toUpperCase(Locale.ROOT)),
                        Instant.parse(rows.getString("marked"))))
                .list());
    }

    /** The marks of all queries. */
    public Map<TileId, List<Mark>> all() throws IOException {
        List<TileId> queries = store.read(handle -> handle.createQuery("SELECT DISTINCT query_id FROM mark")
                .map((rows, context) -> new TileId(rows.getLong("query_id")))
                .list());
        Map<TileId, List<Mark>> all = new HashMap<>();
        for (TileId query : queries) {
            all.put(query, of(query));
        }
        return all;
    }

    /** Makes these the query's marks, and no others. */
    public void put(TileId query, Collection<Mark> marks) throws IOException {
        store.write(handle -> {
            handle.execute("DELETE FROM mark WHERE query_id = ?", query.value());
            for (Mark mark : marks) {
                handle.execute(
                        "INSERT INTO mark (query_id, tile_id, verdict, marked) VALUES (?, ?, ?, ?)",
                        query.value(),
                        mark.tile().value(),
                        mark.verdict().name().toLowerCase(Locale.ROOT),
                        mark.marked().toString());
            }
            return null;
        });
    }

    /** Adds a label to tiles. @return those that did not carry it before */
    public List<TileId> giveLabel(String label, Collection<TileId> tiles) throws IOException {
        return store.write(handle -> {
            handle.execute("INSERT OR IGNORE INTO label (name) VALUES (?)", label);
            long labelId = idOf(handle, label).orElseThrow();
            List<TileId> changed = new ArrayList<>();
            for (TileId tile : tiles) {
                int added = handle.execute(
                        "INSERT OR IGNORE INTO tile_label (tile_id, label_id) VALUES (?, ?)", tile.value(), labelId);
                if (added > 0) {
                    handle.execute(
                            "INSERT OR IGNORE INTO given_label (tile_id, label_id) VALUES (?, ?)",
                            tile.value(),
                            labelId);
                    changed.add(tile);
                }
            }
            return changed;
        });
    }

    /** Takes a label back that {@link #giveLabel} gave; labels from an import stay. */
    public void takeLabel(String label, Collection<TileId> tiles) throws IOException {
        store.write(handle -> {
            Optional<Long> known = idOf(handle, label);
            if (known.isEmpty()) {
                return null;
            }
            long labelId = known.get();
            for (TileId tile : tiles) {
                int given = handle.execute(
                        "DELETE FROM given_label WHERE tile_id = ? AND label_id = ?", tile.value(), labelId);
                if (given > 0) {
                    handle.execute("DELETE FROM tile_label WHERE tile_id = ? AND label_id = ?", tile.value(), labelId);
                }
            }
            handle.execute(
                    "DELETE FROM label WHERE id = ? AND NOT EXISTS (SELECT 1 FROM tile_label WHERE label_id = ?)",
                    labelId,
                    labelId);
            return null;
        });
    }

    /** The labels that users gave, of all tiles that have such. */
    public Map<TileId, Set<String>> givenLabels() throws IOException {
        return store.read(handle -> {
            Map<TileId, Set<String>> given = new HashMap<>();
            handle.createQuery("SELECT tile_id, name FROM given_label JOIN label ON label.id = given_label.label_id")
                    .map((rows, context) -> given.computeIfAbsent(
                                    new TileId(rows.getLong("tile_id")), id -> new TreeSet<>())
                            .add(rows.getString("name")))
                    .list();
            return given;
        });
    }

    /** Names of the labels that users gave to one tile. */
    static Set<String> givenTo(Handle handle, long tileId) {
        return new HashSet<>(handle.createQuery("SELECT name FROM given_label JOIN label"
                        + " ON label.id = given_label.label_id WHERE tile_id = :tile")
                .bind("tile", tileId)
                .mapTo(String.class)
                .list());
    }

    private static Optional<Long> idOf(Handle handle, String label) {
        return handle.createQuery("SELECT id FROM label WHERE name = :name")
                .bind("name", label)
                .mapTo(Long.class)
                .findOne();
    }
}
