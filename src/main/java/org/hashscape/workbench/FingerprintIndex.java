package org.hashscape.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hashscape.imaging.DihedralFingerprint;

/**
 * Finds what looks like a tile among many. Fingerprints lie in cells by mean and contrast, in which no two differ by more
 * than by their distance, so a tile is compared only with those of its own and the neighbouring cells.
 *
 * @param <K> what a fingerprint belongs to
 */
public final class FingerprintIndex<K> {

    /** A little more than the distance of what still counts as near. */
    private static final double CELL = 8.5;

    private final Map<Cell, List<Entry<K>>> cells = new HashMap<>();

    /** One fingerprint and whose it is. */
    public record Entry<K>(K key, DihedralFingerprint fingerprint) {}

    private record Cell(int mean, int contrast) {}

    public void add(K key, DihedralFingerprint fingerprint) {
        cells.computeIfAbsent(cellOf(fingerprint), cell -> new ArrayList<>()).add(new Entry<>(key, fingerprint));
    }

    /** Everything that is the same or nearly so, cell by cell in the order of adding. */
    public List<Entry<K>> near(DihedralFingerprint fingerprint) {
        List<Entry<K>> near = new ArrayList<>();
        Cell own = cellOf(fingerprint);
        for (int mean = own.mean() - 1; mean <= own.mean() + 1; mean++) {
            for (int contrast = own.contrast() - 1; contrast <= own.contrast() + 1; contrast++) {
                for (Entry<K> entry : cells.getOrDefault(new Cell(mean, contrast), List.of())) {
                    if (fingerprint.isNear(entry.fingerprint())) {
                        near.add(entry);
                    }
                }
            }
        }
        return near;
    }

    private static Cell cellOf(DihedralFingerprint fingerprint) {
        return new Cell((int) (fingerprint.mean() / CELL), (int) (fingerprint.contrast() / CELL));
    }
}
