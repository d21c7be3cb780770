package org.hashscape.archive.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What to say where SQLite or a checksum of ours refused: what happened, what was kept, what to do. */
final class ArchiveFailure {

    private static final int PRIMARY_CODE = 0xff;

    private ArchiveFailure() {}

    /** @param verb what was tried: opened, read, written */
    static ArchiveException of(Path file, String verb, Exception failure) {
        Throwable root = failure;
        Optional<SQLiteException> refused = Optional.empty();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            root = at;
            if (at instanceof DamagedRowException damaged) {
                return new DamagedArchiveException(file, String.valueOf(damaged.getMessage()), failure);
            }
            if (at instanceof SQLiteException sqlite) {
                refused = Optional.of(sqlite);
            }
        }
        if (!Files.exists(file)) {
            return new ArchiveException(
                    "The archive " + file
                            + " is gone: it was moved or deleted while it was open. Put it back, or open it"
                            + " where it is now.",
                    failure);
        }
        int code = refused.map(sqlite -> sqlite.getResultCode().code & PRIMARY_CODE)
                .orElse(0);
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return new DamagedArchiveException(file, "SQLite finds its pages malformed", failure);
        }
        return new ArchiveException(sentence(file, verb, code, String.valueOf(root.getMessage())), failure);
    }

    private static String sentence(Path file, String verb, int code, String detail) {
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return "The disk is full: the archive " + file
                    + " cannot be written. What was kept before is safe. Make room"
                    + " and do it again; it goes on where it stopped.";
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return "Another program is writing to the archive " + file
                    + ". What was kept before is safe. Do it again when" + " the other has finished.";
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code) {
            return readOnly(file);
        }
        if (code == SQLiteErrorCode.SQLITE_IOERR.code) {
            return "The disk refuses while the archive " + file + " is " + verb + " (" + detail
                    + "). What was kept before"
                    + " is safe. Check that the disk is connected and has room, and do it again.";
        }
        return "The archive " + file + " cannot be " + verb + ": " + detail
                + ". Check that the disk has room and that no other program holds the file.";
    }

    /** Whether a row broke a rule of its table. */
    static boolean isConstraint(SQLException failure) {
        return failure instanceof SQLiteException sqlite
                && (sqlite.getResultCode().code & PRIMARY_CODE) == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
    }

    /** What to say where somebody wants to write. */
    static String readOnly(Path file) {
        return "The archive " + file
                + " can only be read where it lies. Browsing and searching go on; to import, describe,"
                + " train or mark, copy it to a folder that you may write to and open the copy.";
    }
}
