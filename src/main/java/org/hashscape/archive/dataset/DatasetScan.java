package org.hashscape.archive.dataset;

import java.util.List;
import java.util.Optional;
import org.hashscape.model.RenderingPreset;

/**
 * What a folder holds.
 *
 * @param layout the layout that was used, never {@link DatasetLayout#AUTO}
 * @param entries in ascending key
 * @param irregular things that look like tiles but are not taken, by key
 * @param notes what differs from the data set as it was published, as sentences
 * @param rendering how such tiles are usually shown, where the first three bands would not do
 */
public record DatasetScan(
        DatasetLayout layout,
        List<DatasetEntry> entries,
        List<Irregular> irregular,
        List<String> notes,
        Optional<RenderingPreset> rendering) {

    /** Something that is not taken, and why. */
    public record Irregular(String key, String reason) {}

    public DatasetScan {
        entries = List.copyOf(entries);
        irregular = List.copyOf(irregular);
        notes = List.copyOf(notes);
    }
}
