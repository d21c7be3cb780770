package org.hashscape.archive.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.ConnectionFactory;
import org.sqlite.SQLiteConfig;

/**
 * Connections to one archive file, kept open between uses: opening one costs more than most reads. Up to {@link
 * #CONNECTIONS} are lent at a time; whoever comes later waits.
 */
final class ArchiveConnections implements ConnectionFactory, AutoCloseable {

    private static final int CONNECTIONS = 6;
    /**
     * Pages of 4 KiB in the log before they go into the archive. At SQLite's 1,000 an import goes there, and waits for
     * the disk, after every batch.
     */
    private static final int LOG_PAGES = 4_096;

    private static final int BUSY_TIMEOUT_MILLIS = 15_000;

    private final Path file;
    private final ArchiveAccess access;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Semaphore lent = new Semaphore(CONNECTIONS, true);
    private boolean closed;
    private volatile boolean opened;

    ArchiveConnections(Path file, ArchiveAccess access) {
        this.file = file.toAbsolutePath();
        this.access = access;
    }

    @Override
    public Connection openConnection() throws SQLException {
        lent.acquireUninterruptibly();
        try {
            synchronized (idle) {
                if (closed) {
                    throw new SQLException("The archive is closed");
                }
                if (!idle.isEmpty()) {
                    return idle.pop();
                }
            }
            return connect();
        } catch (SQLException | RuntimeException failure) {
            lent.release();
            throw failure;
        }
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            synchronized (idle) {
                if (!closed) {
                    idle.push(connection);
                    return;
                }
            }
            connection.close();
        } finally {
            lent.release();
        }
    }

    private Connection connect() throws SQLException {
        if (opened && !Files.exists(file)) {
            throw new SQLException("the file is gone"); // else SQLite would begin an empty one in its place
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        String url = "jdbc:sqlite:" + file;
        if (access == ArchiveAccess.WRITE) {
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
            config.enforceForeignKeys(true);
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        } else {
            config.setReadOnly(true);
            url = "jdbc:sqlite:" + file.toUri().toASCIIString()
                    + "?immutable=1"; // neither log nor shared memory beside it
        }
        Connection connection = config.createConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF"); // whoever made the file runs no functions here
            statement.execute("PRAGMA cache_size = -16384");
            statement.execute("PRAGMA wal_autocheckpoint = " + LOG_PAGES);
            opened = true;
            return connection;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    @Override
    public void close() {
        // Waits for those that are lent, so that nobody's read is cut off; the last one to close checkpoints the WAL.
        lent.acquireUninterruptibly(CONNECTIONS);
        try {
            synchronized (idle) {
                closed = true;
                for (Connection connection : idle) {
                    try {
                        connection.close();
                    } catch (SQLException failure) {
                        throw new IllegalStateException("An archive connection does not close", failure);
                    }
                }
                idle.clear();
            }
        } finally {
            lent.release(CONNECTIONS);
        }
    }
}
