package org.hashscape.archive.store;

import java.time.LocalDate;
import java.util.Optional;
import org.hashscape.model.Footprint;
import org.hashscape.model.Labels;

/**
 * A tile as an import writes it.
 *
 * @param stamp what tells whether the file has changed since
 * @param thumbnailJpeg the small picture
 */
public record TileRecord(
        String key,
        int width,
        int height,
        int bands,
        String format,
        FileStamp stamp,
        Labels labels,
        Optional<Footprint> footprint,
        Optional<LocalDate> acquired,
        byte[] thumbnailJpeg) {

    /** Size in bytes and time of last change in milliseconds since 1970: a file with the same stamp is taken as unchanged. */
    public record FileStamp(long bytes, long modified) {}
}
