package org.hashscape.model;

/** Thrown by {@link Progress#checkCancelled} when the user no longer wants the work. Not an error: never logged. */
public final class CancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("Cancelled", null, false, false);
    }
}
