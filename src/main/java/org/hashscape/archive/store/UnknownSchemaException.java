package org.hashscape.archive.store;

/** The file is an archive, but of tables that no released version ever made. */
public final class UnknownSchemaException extends ArchiveException {

    private static final long serialVersionUID = 1L;

    UnknownSchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
