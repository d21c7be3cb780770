package org.hashscape.imaging.geo;

/** Where something lies cannot be said. The message says why, as the second half of a sentence. */
public final class UnknownPlaceException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnknownPlaceException(String message) {
        super(message);
    }

    public UnknownPlaceException(String message, Throwable cause) {
        super(message, cause);
    }
}
