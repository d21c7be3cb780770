package org.hashscape.archive.store;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hashscape.archive.catalogue.TileColumns;
import org.hashscape.archive.store.TileRecord.FileStamp;
import org.hashscape.model.Footprint;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.hashscape.model.TileId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Tiles, their labels and thumbnails, and the files that are none. */
public final class TileTable {

    private static final int FETCH_ROWS = 1000;

    private final ArchiveStore store;
    private final TileBlockTable blocks;

    TileTable(ArchiveStore store) {
        this.store = store;
        this.blocks = new TileBlockTable(store);
    }

    /** All tiles in ascending id, as columns. Quick, unless many have changed since the last time. */
    public TileColumns columns(Progress progress) throws IOException {
        return blocks.columns(progress);
    }

    public int count() throws IOException {
        return store.read(handle -> handle.createQuery("SELECT count(*) FROM tile")
                .mapTo(Integer.class)
                .one());
    }

    /** Stamps of all imported files by key. */
    public Map<String, FileStamp> stamps() throws IOException {
        return stamps("SELECT key AS name, file_bytes, file_modified FROM tile");
    }

    /** Stamps of all files with a problem by path. */
    public Map<String, FileStamp> problemStamps() throws IOException {
        return stamps("SELECT path AS name, file_bytes, file_modified FROM problem");
    }

    /** Files that could not be imported, by path. */
    public List<ProblemRecord> problems() throws IOException {
        return store.read(handle -> handle.createQuery("SELECT * FROM problem ORDER BY path")
                .map((rows, context) ->
                        new ProblemRecord(rows.getString("path"), rows.getString("reason"), stamp(rows)))
                .list());
    }

    /** A tile's thumbnail; empty where there is none, or it does not match its checksum. */
    public Optional<byte[]> thumbnail(TileId tile) throws IOException {
        return store.read(handle -> handle.createQuery("SELECT jpeg, sum, tile_id FROM thumbnail WHERE tile_id = :id")
                        .bind("id", tile.value())
                        .map((rows, context) -> soundThumbnail(rows))
                        .findOne())
                .filter(jpeg -> jpeg.length > 0);
    }

    private static byte[] soundThumbnail(ResultSet rows) throws SQLException {
        byte[] jpeg = Optional.ofNullable(rows.getBytes(1)).orElse(new byte[0]);
        long sum = new RowSum().number(rows.getLong(3)).bytes(jpeg).value();
        return RowSum.agrees(rows, 2, sum) ? jpeg : new byte[0];
    }

    /**
     * Writes one batch of an import, whole or not at all. A tile whose key exists is replaced under its old id, and
     * what was computed from its old pixels is dropped; a file that became good leaves the problem list, one that
     * became bad leaves the tiles.
     *
     * @param problems files that were read and are no tiles
     */
    public void putBatch(List<TileRecord> tiles, List<ProblemRecord> problems) throws IOException {
        store.write(handle -> {
            put(handle, tiles, problems);
            return null;
        });
    }

    /**
     * The same on terms, which the first batch that is not empty settles.
     *
     * @return the other value of the binding fact, where the archive's tiles were settled otherwise: then nothing is
     *     written
     */
    public Optional<String> putBatch(ArchiveTerms terms, List<TileRecord> tiles, List<ProblemRecord> problems)
            throws IOException {
        return store.write(handle -> {
            Optional<String> otherwise = terms.settle(handle, !tiles.isEmpty() || !problems.isEmpty());
            if (otherwise.isEmpty()) {
                put(handle, tiles, problems);
            }
            return otherwise;
        });
    }

    /** The other value of the terms' binding fact, where the archive's tiles were settled otherwise. */
    public Optional<String> settledOtherwise(ArchiveTerms terms) throws IOException {
        return store.read(handle -> terms.settle(handle, false));
    }

    private static void put(Handle handle, List<TileRecord> tiles, List<ProblemRecord> problems) throws SQLException {
        try (TileWriter writer = new TileWriter(handle.getConnection())) {
            for (TileRecord tile : tiles) {
                writer.put(tile);
            }
            writer.finish();
            putProblems(handle, problems);
            writer.delete(problems.stream().map(ProblemRecord::path).toList());
        }
    }

    /** Replaces what is said about a tile (not its pixels): labels but those that users gave, footprint, date. */
    public void putMetadata(String key, Labels labels, Optional<Footprint> footprint, Optional<LocalDate> acquired)
            throws IOException {
        store.write(handle -> {
            long id = handle.createQuery("UPDATE tile SET crs = :crs, footprint = :footprint, acquired = :acquired"
                            + " WHERE key = :key RETURNING id")
                    .bind("key", key)
                    .bind("crs", footprint.map(Footprint::crs))
                    .bind("footprint", footprint.map(FootprintText::write))
                    .bind("acquired", acquired.map(LocalDate::toString))
                    .mapTo(Long.class)
                    .one();
            sumAgain(handle, id);
            putLabels(handle, id, labels, new HashMap<>());
            return null;
        });
    }

    private static void sumAgain(Handle handle, long id) {
        long sum = handle.createQuery("SELECT " + TileWriter.SUMMED + " FROM tile WHERE id = :id")
                .bind("id", id)
                .map((rows, context) -> RowSum.of(rows, 1, TileWriter.SUMMED_COLUMNS))
                .one();
        handle.execute("UPDATE tile SET sum = ? WHERE id = ?", sum, id);
    }

    /** Lists things that could not be looked at, as a file that a manifest names and nobody finds; no tile is touched. */
    public void putIrregular(List<ProblemRecord> things) throws IOException {
        store.write(handle -> {
            putProblems(handle, things);
            return null;
        });
    }

    /** Takes rows off the problem list, as of files that are gone. */
    public void forgetProblems(List<String> paths) throws IOException {
        store.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("DELETE FROM problem WHERE path = :path");
            paths.forEach(path -> batch.bind("path", path).add());
            return paths.isEmpty() ? new int[0] : batch.execute();
        });
    }

    private static void putLabels(Handle handle, long tileId, Labels labels, Map<String, Long> labelIds) {
        handle.execute("DELETE FROM tile_label WHERE tile_id = ?", tileId);
        Set<String> all = new TreeSet<>(labels.names());
        all.addAll(MarkTable.givenTo(handle, tileId));
        for (String label : all) {
            long labelId = labelIds.computeIfAbsent(label, name -> labelId(handle, name));
            handle.execute("INSERT INTO tile_label (tile_id, label_id) VALUES (?, ?)", tileId, labelId);
        }
    }

    private static long labelId(Handle handle, String name) {
        handle.execute("INSERT OR IGNORE INTO label (name) VALUES (?)", name);
        return handle.createQuery("SELECT id FROM label WHERE name = :name")
                .bind("name", name)
                .mapTo(Long.class)
                .one();
    }

    private static void putProblems(Handle handle, List<ProblemRecord> problems) {
        for (ProblemRecord problem : problems) {
            handle.execute(
                    "INSERT OR REPLACE INTO problem (path, reason, file_bytes, file_modified) VALUES (?, ?, ?, ?)",
                    problem.path(),
                    problem.reason(),
                    problem.stamp().bytes(),
                    problem.stamp().modified());
        }
    }

    private Map<String, FileStamp> stamps(String query) throws IOException {
        return store.read(handle -> {
            Map<String, FileStamp> stamps = new HashMap<>();
            handle.createQuery(query)
                    .setFetchSize(FETCH_ROWS)
                    .map((rows, context) -> stamps.put(rows.getString("name"), stamp(rows)) == null)
                    .list();
            return stamps;
        });
    }

    private static FileStamp stamp(ResultSet rows) throws SQLException {
        return new FileStamp(rows.getLong("file_bytes"), rows.getLong("file_modified"));
    }
}
