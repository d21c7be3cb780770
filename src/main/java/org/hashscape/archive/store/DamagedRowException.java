package org.hashscape.archive.store;

import java.sql.SQLException;

/** Something stored does not match its checksum or its length. The message says what, as the rest of a sentence. */
final class DamagedRowException extends SQLException {

    private static final long serialVersionUID = 1L;

    DamagedRowException(String what) {
        super(what);
    }

    DamagedRowException(String what, Throwable cause) {
        super(what, cause);
    }
}
