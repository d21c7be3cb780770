package org.hashscape.archive.store;

import java.time.LocalDate;
import java.util.Optional;
import org.hashscape.model.Footprint;
import org.hashscape.model.Labels;
import org.hashscape.model.TileSource;

/**
 * A tile as an import writes it.
 *
 * @param stamp what tells whether the file has changed since
 * @param thumbnailJpeg the small picture
 * @param source where its pixels come from, where that is not the file of its key
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
        byte[] thumbnailJpeg,
        Optional<TileSource> source) {

    /** A tile that is the file of its key. */
    public TileRecord(
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
        this(key, width, height, bands, format, stamp, labels, footprint, acquired, thumbnailJpeg, Optional.empty());
    }

    /** Size in bytes and time of last change in milliseconds since 1970: a file with the same stamp is taken as unchanged. */
    public record FileStamp(long bytes, long modified) {}
}
