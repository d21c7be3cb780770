package org.hashscape.model;

import java.util.List;
import java.util.Optional;

/**
 * Where the pixels of a tile come from, where that is not simply the file of its key: several files that each hold some
 * of its bands, or a window of a scene.
 *
 * @param files paths below the archive's root folder, with {@code /}; the tile's bands are those of the first file, then
 *     of the second, and so on. The file with the most columns sets the size; others are enlarged to it
 * @param window the part of the file that is the tile; only where there is one file
 */
public record TileSource(List<String> files, Optional<PixelWindow> window) {

    public TileSource {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("A tile needs a file");
        }
        if (files.size() > 1 && window.isPresent()) {
            throw new IllegalArgumentException("A window is of one file, not of " + files.size());
        }
    }

    /** The tile that is one whole file. */
    public static TileSource ofFile(String key) {
        return new TileSource(List.of(key), Optional.empty());
    }
}
