package org.hashscape.imaging;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hashscape.model.PixelWindow;

/**
 * Where pixels are read from: the bands of one file after those of another, or a window of one file.
 *
 * @param files at least one
 * @param window the part that is meant, only of a single file; the whole image where there is none
 */
public record TilePixels(List<Path> files, Optional<PixelWindow> window) {

    public TilePixels {
        files = List.copyOf(files);
        if (files.isEmpty() || files.size() > 1 && window.isPresent()) {
            throw new IllegalArgumentException(
                    "One file, or one with a window, or several without, not " + files.size());
        }
    }

    public static TilePixels of(Path file) {
        return new TilePixels(List.of(file), Optional.empty());
    }
}
