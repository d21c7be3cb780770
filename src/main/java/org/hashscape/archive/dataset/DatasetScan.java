package org.hashscape.archive.dataset;

import java.util.List;

/**
 * What a folder holds.
 *
 * @param layout the layout that was used, never {@link DatasetLayout#AUTO}
 * @param entries in ascending key
 * @param irregular things that look like tiles but are not taken, by key
 */
public record DatasetScan(DatasetLayout layout, List<DatasetEntry> entries, List<Irregular> irregular) {

    /** Something that is not taken, and why. */
    public record Irregular(String key, String reason) {}

    public DatasetScan {
        entries = List.copyOf(entries);
        irregular = List.copyOf(irregular);
    }
}
