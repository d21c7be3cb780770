package org.hashscape.archive.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hashscape.archive.catalogue.TileBlock;
import org.hashscape.archive.catalogue.TileBlockFormat;
import org.hashscape.archive.catalogue.TileColumns;
import org.hashscape.model.Footprint;
import org.hashscape.model.Progress;
import org.hashscape.model.Tile;

/**
 * Copies what is sound in a damaged archive into a new one, row by row; the damaged file is only read. Rows that do not
 * match their checksums stay behind, and so does what belongs to a row that is lost. A lost tile comes back from the
 * columns that are kept beside the table (decision 20), with a stamp that no file has, so that an import reads its
 * original again.
 */
public final class ArchiveRescue {

    /**
     * What became of the rows of one kind.
     *
     * @param lost rows that were read and are damaged, or belong to one that is; those that cannot be read are counted as
     *     far as the archive knows how many there were
     * @param bound how {@code lost} is meant
     * @param whole whether all of them could be read
     */
    public record Saved(String noun, long kept, long lost, Bound bound, boolean whole) {}

    /** How sure a count of losses is. */
    public enum Bound {
        EXACTLY,
        /** Nobody knows how many there were. */
        AT_LEAST,
        /** So many there may have been, less those that were taken out before. */
        AT_MOST
    }

    /** Size and time of a file that an import has to read again. */
    private static final long NO_FILE = -1;

    private static final int REFUSED = -1;

    private static final Set<String> BLOBS =
            Set.of("jpeg", "cells", "learned", "offsets", "vectors", "bytes", "words", "map", "codes");

    private final DamagedFile from;
    private final Connection to;
    private final List<Tile> broughtBack = new ArrayList<>();
    private Saved tiles = new Saved(StoredTable.TILE.noun(), 0, 0, Bound.AT_LEAST, false);

    private ArchiveRescue(DamagedFile from, Connection to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Copies into a file that is not there yet. One transaction: it holds everything or nothing.
     *
     * @return one entry per kind of row, those that have none left out
     */
    public static List<Saved> copy(Path damaged, Path to, Progress progress) throws IOException {
        try (DamagedFile source = new DamagedFile(damaged);
                ArchiveStore target = ArchiveStore.openOrCreate(to)) {
            List<Saved> saved = new ArrayList<>();
            target.write(handle -> {
                try {
                    ArchiveRescue rescue = new ArchiveRescue(source, handle.getConnection());
                    StoredTable[] tables = StoredTable.values();
                    for (int i = 0; i < tables.length; i++) {
                        progress.checkCancelled();
                        progress.report((double) i / tables.length, "Saving " + tables[i].noun());
                        saved.add(rescue.table(tables[i]));
                    }
                    rescue.askForThumbnails();
                } catch (IOException failure) {
                    throw new SQLException(failure);
                }
                return null;
            });
            return saved.stream()
                    .filter(kind -> kind.kept() + kind.lost() > 0 || !kind.whole())
                    .toList();
        }
    }

    private Saved table(StoredTable table) throws IOException, SQLException {
        String marks = "?, ".repeat(table.columns().size() - 1) + "?";
        String verb = table == StoredTable.FACT ? "INSERT OR REPLACE INTO " : "INSERT OR IGNORE INTO ";
        long[] counts = new long[2];
        boolean whole;
        try (PreparedStatement insert = to.prepareStatement(
                verb + table.table() + " (" + String.join(", ", table.columns()) + ") VALUES (" + marks + ")")) {
            whole = from.forEach(table, row -> {
                if (!table.isSound(row, 2)) {
                    counts[1]++;
                    return;
                }
                int put = put(insert, row, table.columns());
                counts[0] += Math.max(0, put);
                counts[1] += put == REFUSED ? 1 : 0;
            });
        }
        if (table == StoredTable.TILE) {
            return tiles(counts[0], counts[1], whole);
        }
        long kept = counts[0] + (table == StoredTable.TILE_LABEL ? labelsOfThose() : 0);
        if (whole) {
            return new Saved(table.noun(), kept, counts[1], Bound.EXACTLY, true);
        }
        boolean counted = table == StoredTable.THUMBNAIL && tiles.bound() != Bound.AT_LEAST; // each tile has one
        return counted
                ? new Saved(table.noun(), kept, Math.max(0, tiles.kept() + tiles.lost() - kept), tiles.bound(), false)
                : new Saved(table.noun(), kept, counts[1], Bound.AT_LEAST, false);
    }

    /** Tiles are numbered, and no number is given twice: the last one tells how many there were at most. */
    private Saved tiles(long rows, long damaged, boolean whole) throws SQLException {
        long kept = rows + tilesFromColumns();
        boolean read = whole && broughtBack.isEmpty();
        long ever = tilesEver();
        if (whole) {
            long lost = Math.max(0, damaged - broughtBack.size());
            tiles = new Saved(StoredTable.TILE.noun(), kept, lost, Bound.EXACTLY, read);
        } else if (ever >= kept && ever > 0) {
            Bound bound = ever == kept ? Bound.EXACTLY : Bound.AT_MOST;
            tiles = new Saved(StoredTable.TILE.noun(), kept, ever - kept, bound, false);
        } else {
            tiles = new Saved(StoredTable.TILE.noun(), kept, damaged, Bound.AT_LEAST, false);
        }
        return tiles;
    }

    /** How many rows the new archive takes: none where it has this one; {@link #REFUSED} where the row breaks a rule or refers to what is lost. */
    private static int put(PreparedStatement insert, ResultSet row, List<String> columns) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            if (BLOBS.contains(columns.get(i))) {
                byte[] blob = row.getBytes(i + 2);
                insert.setBytes(i + 1, blob == null ? new byte[0] : blob);
            } else {
                insert.setObject(i + 1, row.getObject(i + 2));
            }
        }
        try {
            return insert.executeUpdate();
        } catch (SQLException refused) {
            if (ArchiveFailure.isConstraint(refused)) {
                return REFUSED;
            }
            throw refused;
        }
    }

    /** Puts tiles back whose rows are lost, from the columns kept beside them. */
    private long tilesFromColumns() throws SQLException {
        try (PreparedStatement insert = to.prepareStatement("INSERT OR IGNORE INTO tile (id, " + TileWriter.SUMMED
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            Set<Long> there = ids("SELECT id FROM tile");
            Map<Integer, String> names = labelNames();
            for (TileBlock block : blocks()) {
                TileColumns columns = new TileColumns(List.of(block), names);
                for (int row = 0; row < columns.size(); row++) {
                    if (!there.contains(columns.id(row)) && put(insert, columns.tile(row))) {
                        broughtBack.add(columns.tile(row));
                    }
                }
            }
        }
        return broughtBack.size();
    }

    private static boolean put(PreparedStatement insert, Tile tile) throws SQLException {
        insert.setLong(1, tile.id().value());
        insert.setString(2, tile.key());
        insert.setInt(3, tile.width());
        insert.setInt(4, tile.height());
        insert.setInt(5, tile.bands());
        insert.setString(6, tile.format());
        insert.setLong(7, NO_FILE);
        insert.setLong(8, NO_FILE);
        insert.setString(9, tile.footprint().map(Footprint::crs).orElse(null));
        insert.setString(10, tile.footprint().map(FootprintText::write).orElse(null));
        insert.setString(11, tile.acquired().map(Object::toString).orElse(null));
        return insert.executeUpdate() > 0;
    }

    /** How many tiles the archive has ever had; 0 where that cannot be read. */
    private long tilesEver() {
        try (Statement statement = from.connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT seq FROM sqlite_sequence WHERE name = 'tile'")) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException unreadable) {
            return 0;
        }
    }

    private long labelsOfThose() throws SQLException {
        long count = 0;
        try (PreparedStatement insert = to.prepareStatement(
                "INSERT OR IGNORE INTO tile_label (tile_id, label_id) SELECT ?, id FROM label WHERE name = ?")) {
            for (Tile tile : broughtBack) {
                for (String label : tile.labels().names()) {
                    insert.setLong(1, tile.id().value());
                    insert.setString(2, label);
                    count += insert.executeUpdate();
                }
            }
        }
        return count;
    }

    /** Blocks of columns that can be read and match their checksums. */
    private List<TileBlock> blocks() {
        List<TileBlock> blocks = new ArrayList<>();
        try (Statement statement = from.connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT number, columns FROM tile_block ORDER BY number")) {
            while (rows.next()) {
                byte[] columns = rows.getBytes(2);
                try {
                    blocks.add(TileBlockFormat.read(rows.getLong(1), columns == null ? new byte[0] : columns));
                } catch (IllegalArgumentException damaged) {
                    continue; // the table alone has to do
                }
            }
        } catch (SQLException damaged) {
            return blocks;
        }
        return blocks;
    }

    private Map<Integer, String> labelNames() throws SQLException {
        Map<Integer, String> names = new HashMap<>();
        try (Statement statement = to.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, name FROM label")) {
            while (rows.next()) {
                names.put(rows.getInt(1), rows.getString(2));
            }
        }
        return names;
    }

    private Set<Long> ids(String query) throws SQLException {
        Set<Long> ids = new HashSet<>();
        try (Statement statement = to.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    /** Tiles without a thumbnail get one like those that show another rendering do. */
    private void askForThumbnails() throws SQLException {
        try (Statement statement = to.createStatement()) {
            statement.executeUpdate("INSERT OR IGNORE INTO stale_thumbnail (tile_id)"
                    + " SELECT id FROM tile WHERE id NOT IN (SELECT tile_id FROM thumbnail)");
        }
    }
}
