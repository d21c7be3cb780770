package org.hashscape.archive.dataset;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.hashscape.model.Footprint;
import org.hashscape.model.Labels;

/**
 * A file that a data set says is a tile.
 *
 * @param key its path below the archive's root, with {@code /}
 * @param footprint where the data set says it lies; the file itself may say more
 */
public record DatasetEntry(
        Path file, String key, Labels labels, Optional<Footprint> footprint, Optional<LocalDate> acquired) {}
