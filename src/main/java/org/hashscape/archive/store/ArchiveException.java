package org.hashscape.archive.store;

import java.io.IOException;

/** An archive file that cannot be opened, read or written. The message says why, and what to do. */
public class ArchiveException extends IOException {

    private static final long serialVersionUID = 1L;

    public ArchiveException(String message) {
        super(message);
    }

    public ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
