package org.hashscape.archive.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashscape.archive.store.TileRecord.FileStamp;
import org.hashscape.model.PixelWindow;
import org.hashscape.model.TileId;
import org.hashscape.model.TileSource;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What tiles are made of, where that is not simply the file of their key; and windows that are no tiles. */
public final class TileSourceTable {

    /** Keys never hold it: they are paths without empty parts. */
    private static final String BETWEEN = "//";

    private final ArchiveStore store;

    TileSourceTable(ArchiveStore store) {
        this.store = store;
    }

    /** Where a tile's pixels come from; empty where they are the file of its key. */
    public Optional<TileSource> find(TileId tile) throws IOException {
        return store.read(handle -> handle.createQuery(
                        "SELECT * FROM tile_source JOIN source ON source.id = source_id WHERE tile_id = :id")
                .bind("id", tile.value())
                .map((rows, context) -> source(rows))
                .findOne());
    }

    /** Notes windows in which too little was measured; a tile that was there is dropped. */
    public void putBlank(Map<String, FileStamp> windows) throws IOException {
        store.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("INSERT OR REPLACE INTO blank_window"
                    + " (key, file_bytes, file_modified) VALUES (:key, :bytes, :modified)");
            windows.forEach((key, stamp) -> batch.bind("key", key)
                    .bind("bytes", stamp.bytes())
                    .bind("modified", stamp.modified())
                    .add());
            int[] written = windows.isEmpty() ? new int[0] : batch.execute();
            try (TileWriter writer = new TileWriter(handle.getConnection())) {
                writer.delete(List.copyOf(windows.keySet()));
            }
            return written;
        });
    }

    /** Windows that are no tiles, with their file's stamp. */
    public Map<String, FileStamp> blank() throws IOException {
        return store.read(handle -> {
            Map<String, FileStamp> windows = new HashMap<>();
            handle.createQuery("SELECT * FROM blank_window")
                    .map((rows, context) -> windows.put(
                                    rows.getString("key"),
                                    new FileStamp(rows.getLong("file_bytes"), rows.getLong("file_modified")))
                            == null)
                    .list();
            return windows;
        });
    }

    /** Part of writing a tile that has no source yet. */
    static void put(Connection connection, long tile, String key, TileSource source) throws SQLException {
        String files = String.join(BETWEEN, source.files());
        try (PreparedStatement file = connection.prepareStatement("INSERT OR IGNORE INTO source (files) VALUES (?)");
                PreparedStatement window =
                        connection.prepareStatement("INSERT INTO tile_source (tile_id, source_id, x, y, width, height)"
                                + " SELECT ?, id, ?, ?, ?, ? FROM source WHERE files = ?");
                PreparedStatement blank = connection.prepareStatement("DELETE FROM blank_window WHERE key = ?")) {
            file.setString(1, files);
            file.executeUpdate();
            window.setLong(1, tile);
            Optional<PixelWindow> part = source.window();
            window.setObject(2, part.map(PixelWindow::x).orElse(null));
            window.setObject(3, part.map(PixelWindow::y).orElse(null));
            window.setObject(4, part.map(PixelWindow::width).orElse(null));
            window.setObject(5, part.map(PixelWindow::height).orElse(null));
            window.setString(6, files);
            window.executeUpdate();
            blank.setString(1, key);
            blank.executeUpdate();
        }
    }

    private static TileSource source(ResultSet rows) throws SQLException {
        List<String> files = List.of(rows.getString("files").split(BETWEEN, -1));
        int x = rows.getInt("x");
        return rows.wasNull()
                ? new TileSource(files, Optional.empty())
                : new TileSource(
                        files,
                        Optional.of(new PixelWindow(x, rows.getInt("y"), rows.getInt("width"), rows.getInt("height"))));
    }
}
