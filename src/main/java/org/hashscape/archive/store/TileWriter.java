package org.hashscape.archive.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hashscape.model.Footprint;
import org.jspecify.annotations.Nullable;

/**
 * Writes tiles within one transaction, with statements that are prepared once. A tile that is new costs three inserts; of
 * one that is known, what was computed from its former pixels is dropped.
 */
final class TileWriter implements AutoCloseable {

    /** Columns that a tile's checksum covers. */
    static final String SUMMED =
            "key, width, height, bands, format, file_bytes, file_modified, crs, footprint, acquired";

    static final int SUMMED_COLUMNS = 10;

    private static final String COLUMNS = SUMMED + ", sum";

    private final Connection connection;
    private final List<PreparedStatement> all = new ArrayList<>();
    private final PreparedStatement insert;
    private final PreparedStatement addLabel;
    private final PreparedStatement addThumbnail;
    private final Map<String, Integer> labelIds = new HashMap<>();
    private final List<Long> changed = new ArrayList<>();
    private final boolean problems;

    TileWriter(Connection connection) throws SQLException {
        this.connection = connection;
        this.insert = prepare(
                "INSERT OR IGNORE INTO tile (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id");
        this.addLabel = prepare("INSERT INTO tile_label (tile_id, label_id) VALUES (?, ?)");
        this.addThumbnail = prepare("INSERT OR REPLACE INTO thumbnail (tile_id, jpeg, sum) VALUES (?, ?, ?)");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT EXISTS (SELECT 1 FROM problem)")) {
            this.problems = rows.getInt(1) == 1;
        }
    }

    void put(TileRecord tile) throws SQLException {
        Optional<Long> fresh = insert(tile);
        long id = fresh.isPresent() ? fresh.get() : update(tile);
        Set<String> labels = new TreeSet<>(tile.labels().names());
        if (fresh.isEmpty()) {
            changed.add(id);
            execute("DELETE FROM tile_label WHERE tile_id = ?", id);
            execute("DELETE FROM tile_source WHERE tile_id = ?", id);
            execute("DELETE FROM stale_thumbnail WHERE tile_id = ?", id);
            labels.addAll(givenTo(id));
        }
        for (String label : labels) {
            addLabel.setLong(1, id);
            addLabel.setInt(2, labelId(label));
            addLabel.executeUpdate();
        }
        addThumbnail.setLong(1, id);
        addThumbnail.setBytes(2, tile.thumbnailJpeg());
        addThumbnail.setLong(
                3, new RowSum().number(id).bytes(tile.thumbnailJpeg()).value());
        addThumbnail.executeUpdate();
        if (tile.source().isPresent()) {
            TileSourceTable.put(connection, id, tile.key(), tile.source().get());
        }
        if (problems) {
            execute("DELETE FROM problem WHERE path = ?", tile.key());
        }
    }

    /** Drops what was computed from the former pixels of tiles that were known. */
    void finish() throws SQLException {
        if (!changed.isEmpty()) {
            long[] ids = changed.stream().mapToLong(Long::longValue).sorted().toArray();
            DescriptorTable.forget(connection, ids);
            ModelTable.forget(connection, ids);
            for (long id : ids) {
                execute("DELETE FROM fingerprint WHERE tile_id = ?", id);
            }
        }
    }

    /** Deletes tiles, with all that belongs to them. */
    void delete(List<String> keys) throws SQLException {
        List<Long> gone = new ArrayList<>();
        for (String key : keys) {
            try (PreparedStatement select = connection.prepareStatement("SELECT id FROM tile WHERE key = ?")) {
                select.setString(1, key);
                try (ResultSet rows = select.executeQuery()) {
                    if (rows.next()) {
                        gone.add(rows.getLong(1));
                    }
                }
            }
        }
        if (!gone.isEmpty()) {
            long[] ids = gone.stream().mapToLong(Long::longValue).sorted().toArray();
            DescriptorTable.forget(connection, ids);
            ModelTable.forget(connection, ids);
            for (long id : ids) {
                execute("DELETE FROM tile WHERE id = ?", id);
            }
        }
    }

    /** The new tile's id; empty where its key is known. */
    private Optional<Long> insert(TileRecord tile) throws SQLException {
        bind(insert, tile);
        try (ResultSet rows = insert.executeQuery()) {
            return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
        }
    }

    private long update(TileRecord tile) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE tile SET (" + COLUMNS + ") = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE key = ? RETURNING id")) {
            bind(update, tile);
            update.setString(12, tile.key());
            try (ResultSet rows = update.executeQuery()) {
                return rows.getLong(1);
            }
        }
    }

    private static void bind(PreparedStatement statement, TileRecord tile) throws SQLException {
        RowSum sum = new RowSum();
        sum.set(statement, 1, tile.key());
        sum.set(statement, 2, tile.width());
        sum.set(statement, 3, tile.height());
        sum.set(statement, 4, tile.bands());
        sum.set(statement, 5, tile.format());
        sum.set(statement, 6, tile.stamp().bytes());
        sum.set(statement, 7, tile.stamp().modified());
        sum.set(statement, 8, tile.footprint().map(Footprint::crs).orElse(null));
        sum.set(statement, 9, tile.footprint().map(FootprintText::write).orElse(null));
        sum.set(statement, 10, tile.acquired().map(LocalDate::toString).orElse(null));
        statement.setLong(11, sum.value());
    }

    private Set<String> givenTo(long tileId) throws SQLException {
        Set<String> given = new TreeSet<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT name FROM given_label JOIN label" + " ON label.id = given_label.label_id WHERE tile_id = ?")) {
            select.setLong(1, tileId);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    given.add(rows.getString(1));
                }
            }
        }
        return given;
    }

    private int labelId(String name) throws SQLException {
        @Nullable Integer known = labelIds.get(name);
        if (known != null) {
            return known;
        }
        execute("INSERT OR IGNORE INTO label (name) VALUES (?)", name);
        try (PreparedStatement select = connection.prepareStatement("SELECT id FROM label WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
                int id = rows.getInt(1);
                labelIds.put(name, id);
                return id;
            }
        }
    }

    private void execute(String sql, Object value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        all.add(statement);
        return statement;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : all) {
            statement.close();
        }
    }
}
