package org.hashscape.archive.dataset;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hashscape.model.Footprint;
import org.hashscape.model.GroundRectangle;
import org.hashscape.model.Labels;
import org.hashscape.model.TileSource;

/**
 * What a data set says is a tile.
 *
 * @param file the file it is, or the first of those it is made of
 * @param key its path below the archive's root, with {@code /}; of a window with the rectangle behind it
 * @param footprint where the data set says it lies; the file itself may say more
 * @param source what it is made of, where that is not simply the file of its key
 * @param ground where the data set says it lies, in the tile's own system
 */
public record DatasetEntry(
        Path file,
        String key,
        Labels labels,
        Optional<Footprint> footprint,
        Optional<LocalDate> acquired,
        Optional<TileSource> source,
        Optional<GroundRectangle> ground) {

    /** A tile that is the file of its key. */
    public DatasetEntry(
            Path file, String key, Labels labels, Optional<Footprint> footprint, Optional<LocalDate> acquired) {
        this(file, key, labels, footprint, acquired, Optional.empty(), Optional.empty());
    }

    /** All files it is made of. */
    public List<Path> files(Path root) {
        return source.map(made -> made.files().stream().map(root::resolve).toList())
                .orElse(List.of(file));
    }
}
