package org.hashscape.archive.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Knows an archive file from any other, and brings an older one to the newest schema. */
final class ArchiveSchema {

    /** SQLite's {@code application_id} of an archive: "HSA1"; set by the first migration. */
    static final int APPLICATION_ID = 0x48534131;

    /** SQLite's {@code user_version}: number of the newest migration, which sets it. */
    static final int VERSION = 8;

    private static final int BUSY_TIMEOUT_MILLIS = 15_000;
    /** Processes that make the same archive at once trip over each other at every migration; one of them gets ahead each time. */
    private static final int ATTEMPTS = 12;

    private static final byte[] SQLITE_MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private ArchiveSchema() {}

    /** @throws ArchiveException where the file is not an archive */
    static void requireArchive(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new ArchiveException("There is no archive " + file + ". Check the path, or import a folder into it.");
        }
        if (!Files.isRegularFile(file)) {
            throw new ArchiveException(file + " is not a file, so it cannot be an archive.");
        }
        byte[] start = new byte[SQLITE_MAGIC.length];
        try (InputStream input = Files.newInputStream(file)) {
            int read = input.readNBytes(start, 0, start.length);
            if (read == 0) {
                throw new ArchiveException(
                        file + " is an empty file, not a Hashscape archive. Archives are made by an import.");
            }
            if (!Arrays.equals(start, SQLITE_MAGIC)) {
                throw new ArchiveException(file + " is not a Hashscape archive. Archives are made by an import.");
            }
        }
    }

    /**
     * Brings the file to {@link #VERSION}. Does nothing, quickly, where it is there already.
     *
     * @throws ArchiveException where it is another program's database, or of a newer Hashscape
     */
    static synchronized void migrate(ArchiveConnections connections, Path file, ArchiveAccess access)
            throws IOException {
        try {
            Connection connection = connections.openConnection();
            try {
                int application = pragma(connection, "application_id");
                int version = pragma(connection, "user_version");
                if (application == APPLICATION_ID && version == VERSION) {
                    return;
                }
                if (application == APPLICATION_ID && version > VERSION) {
                    throw new ArchiveException(file + " was written by a newer Hashscape (schema " + version
                            + ", this one knows " + VERSION + "). Update Hashscape to open it.");
                }
                if (application != APPLICATION_ID && hasTables(connection)) {
                    throw new ArchiveException(file + " is a database of another program, not a Hashscape archive.");
                }
            } finally {
                connections.closeConnection(connection);
            }
            if (access != ArchiveAccess.WRITE) {
                throw new ArchiveException(
                        "The archive " + file + " is of an older Hashscape, and can only be read where it"
                                + " lies. Copy it to a folder that you may write to: opening the copy brings it to this version.");
            }
            runMigrations(file);
        } catch (FlywayValidateException strange) {
            throw new UnknownSchemaException(
                    "The archive " + file + " was made by an unreleased Hashscape whose tables were different. Move it"
                            + " away and import the originals again; they were never touched.",
                    strange);
        } catch (SQLException | FlywayException failure) {
            throw ArchiveFailure.of(file, "opened", failure);
        }
    }

    private static void runMigrations(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:org/hashscape/archive/store/migration")
                .table("schema_history")
                .load();
        for (int attempt = 1; ; attempt++) {
            try {
                flyway.migrate();
                return;
            } catch (FlywayException failure) { // another process may be making the same archive
                if (attempt == ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }

    private static boolean hasTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                                + " AND name <> 'schema_history'")) {
            return rows.getInt(1) > 0;
        }
    }

    private static int pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA " + name)) {
            return rows.getInt(1);
        }
    }
}
