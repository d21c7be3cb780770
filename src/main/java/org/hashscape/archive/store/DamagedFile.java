package org.hashscape.archive.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sqlite.SQLiteConfig;

/**
 * An archive file that may be damaged, opened to be read only and as far as it goes. Rows are looked for from both ends of
 * a table and then one by one in between, so that a lost page takes its own rows only.
 */
final class DamagedFile implements AutoCloseable {

    /** Row ids between the readable ends that are tried one by one. */
    private static final long MOST_TRIED = 1_000_000;

    /** Row ids tried beyond the readable part where a table's other end cannot be read. */
    private static final long TRIED_BEYOND = 100_000;

    /** Takes rows as they are found. */
    @FunctionalInterface
    interface RowReader {

        /** @param row the columns of the table from number 2 on */
        void read(ResultSet row) throws SQLException, IOException;
    }

    private final Connection connection;

    DamagedFile(Path file) throws IOException {
        ArchiveSchema.requireArchive(file);
        ArchiveAccess access = ArchiveAccess.of(file);
        boolean logged =
                access == ArchiveAccess.WRITE && Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(15_000);
        String url = "jdbc:sqlite:" + file.toAbsolutePath().toUri().toASCIIString();
        try {
            connection = config.createConnection(url + (logged ? "?mode=ro" : "?immutable=1"));
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA trusted_schema = OFF");
                statement.execute("PRAGMA writable_schema = ON"); // else a damaged schema keeps all from being read
                statement.execute("PRAGMA cell_size_check = ON");
            }
        } catch (SQLException failure) {
            throw ArchiveFailure.of(file, "opened", failure);
        }
    }

    Connection connection() {
        return connection;
    }

    /**
     * Hands over every row that can be read, some of them twice.
     *
     * @return whether all of the table could be read
     * @throws IOException as the reader does; so with the reader's SQLException, wrapped
     */
    boolean forEach(StoredTable table, RowReader reader) throws IOException {
        List<String> columns = columnsOf(table);
        if (columns.isEmpty()) {
            return false;
        }
        String selected = String.join(", ", columns);
        return table.key().isPresent()
                ? byKey(table, selected, table.key().get(), reader)
                : byRowId(table, selected, reader);
    }

    /** Its columns; those that an earlier schema had not are read as NULL. Empty where there is no such table. */
    private List<String> columnsOf(StoredTable table) {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT name FROM pragma_table_info('" + table.table() + "')")) {
            Set<String> there = new HashSet<>();
            while (rows.next()) {
                there.add(rows.getString(1));
            }
            return there.isEmpty()
                    ? List.of()
                    : table.columns().stream()
                            .map(column -> there.contains(column) ? column : "NULL")
                            .toList();
        } catch (SQLException unreadable) {
            return List.of();
        }
    }

    private boolean byKey(StoredTable table, String columns, String key, RowReader reader) throws IOException {
        String select = "SELECT 0, " + columns + " FROM " + table.table() + " ORDER BY ";
        if (scan(select + key, reader, new Reach(true))) {
            return true;
        }
        scan(select + key.replace(",", " DESC,") + " DESC", reader, new Reach(false));
        return false;
    }

    private boolean byRowId(StoredTable table, String columns, RowReader reader) throws IOException {
        String select = "SELECT rowid, " + columns + " FROM " + table.table() + " NOT INDEXED ";
        Reach up = new Reach(true);
        if (scan(select + "ORDER BY rowid", reader, up)) {
            return true;
        }
        Reach down = new Reach(false);
        scan(select + "ORDER BY rowid DESC", reader, down);
        long from = up.any ? up.last + 1 : 1;
        long to = Math.min(down.any ? down.last - 1 : from + TRIED_BEYOND, from + MOST_TRIED);
        try (PreparedStatement one = connection.prepareStatement(select + "WHERE rowid = ?")) {
            for (long id = from; id <= to; id++) {
                one.setLong(1, id);
                try (ResultSet row = one.executeQuery()) {
                    if (row.next()) {
                        hand(row, reader);
                    }
                } catch (SQLException lost) {
                    continue; // this row is on a damaged page; the next may not be
                }
            }
        } catch (SQLException lost) {
            return false;
        }
        return false;
    }

    /** How far a scan came. */
    private static final class Reach {
        private final boolean up;
        private boolean any;
        private long last;

        Reach(boolean up) {
            this.up = up;
        }

        /** Whether a row id follows those before; in a damaged tree it may not, and the scan could go in circles. */
        boolean goesOn(long rowId) {
            boolean on = !any || rowId == 0 || (up ? rowId > last : rowId < last);
            any = true;
            last = on ? rowId : last;
            return on;
        }
    }

    private boolean scan(String select, RowReader reader, Reach reach) throws IOException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            while (rows.next()) {
                if (!reach.goesOn(rows.getLong(1))) {
                    return false;
                }
                hand(rows, reader);
            }
            return true;
        } catch (SQLException damaged) {
            return false;
        }
    }

    /** What a reader throws is no damage of this file. */
    private static void hand(ResultSet row, RowReader reader) throws IOException {
        try {
            reader.read(row);
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }
}
