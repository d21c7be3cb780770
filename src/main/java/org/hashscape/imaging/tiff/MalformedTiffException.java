package org.hashscape.imaging.tiff;

import java.io.IOException;

/** A TIFF file whose tags contradict each other, the format or the file's length. The message says how, for a person. */
public final class MalformedTiffException extends IOException {

    private static final long serialVersionUID = 1L;

    public MalformedTiffException(String message) {
        super(message);
    }
}
