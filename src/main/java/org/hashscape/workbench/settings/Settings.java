package org.hashscape.workbench.settings;

import java.util.List;
import java.util.Optional;

/**
 * What comes back at the next start.
 *
 * @param lastArchive path of the archive open last; empty at first start
 * @param recentArchives newest first, at most ten
 * @param theme "light" or "dark"
 * @param textPercent text size in percent of the usual one
 * @param window outer bounds, where known
 * @param method id of the method chosen last
 * @param descriptor id of the descriptor chosen last
 * @param bits bit count chosen last
 * @param k result count chosen last
 * @param lookup "ranking", "asymmetric" or "table"
 * @param radius look-up radius chosen last
 * @param rerank whether re-ranking was on
 */
public record Settings(
        Optional<String> lastArchive,
        List<String> recentArchives,
        String theme,
        int textPercent,
        Optional<WindowBounds> window,
        String method,
        String descriptor,
        int bits,
        int k,
        String lookup,
        int radius,
        boolean rerank) {

    /** Screen pixels. */
    public record WindowBounds(double x, double y, double width, double height, boolean maximised) {}

    /** What a first start uses. */
    public static final Settings DEFAULT = new Settings(
            Optional.empty(),
            List.of(),
            "light",
            100,
            Optional.empty(),
            "kslsh",
            "sift-words",
            32,
            20,
            "ranking",
            0,
            false);

    public Settings {
        recentArchives = List.copyOf(recentArchives);
    }
}
