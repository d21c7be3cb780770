package org.hashscape.archive.dataset;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What an image file's header says, for layouts that must know before a tile is read.
 *
 * @param width pixels
 * @param height pixels
 * @param bands 0 where the header does not say
 */
public record ImageHeader(int width, int height, int bands) {

    /** Looks at a header: the layouts cannot decode images themselves. */
    public interface Reader {
        /** @throws IOException where it is no image, with the cause */
        ImageHeader read(Path file) throws IOException;
    }
}
