package org.hashscape.imaging;

import java.io.IOException;

/** A file that is no image we can read, or a damaged or dangerous one. The message says which, for a person. */
public final class UnreadableImageException extends IOException {

    private static final long serialVersionUID = 1L;

    public UnreadableImageException(String message) {
        super(message);
    }

    public UnreadableImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
