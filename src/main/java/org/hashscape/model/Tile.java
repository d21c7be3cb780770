package org.hashscape.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What an archive knows of one image tile, without its pixels.
 *
 * @param id its number in the archive
 * @param key its path below the archive's root folder, with {@code /}; unique in the archive
 * @param width pixels
 * @param height pixels
 * @param bands bands in the file, not in what is shown
 * @param format file format, as "JPEG", "PNG", "TIFF"
 * @param labels none, one or several
 * @param footprint where it lies, if the file or its manifest says so
 * @param acquired when it was taken, if known
 */
public record Tile(
        TileId id,
        String key,
        int width,
        int height,
        int bands,
        String format,
        Labels labels,
        Optional<Footprint> footprint,
        Optional<LocalDate> acquired) {

    public Tile {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("A tile needs a key");
        }
        if (width < 1 || height < 1 || bands < 1) {
            throw new IllegalArgumentException(
                    "A tile has at least one pixel and one band, not " + width + "x" + height + "x" + bands);
        }
    }

    /** The last part of the key: the file's name. */
    public String fileName() {
        return key.substring(key.lastIndexOf('/') + 1);
    }
}
