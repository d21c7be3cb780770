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
 * @param views how results are looked at
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
        boolean rerank,
        Views views) {

    /**
     * How results are looked at.
     *
     * @param comparing whether methods stand side by side
     * @param columns the methods that stand there; empty before they were ever chosen
     * @param folding whether near-duplicates are folded
     * @param firstSteps whether the hints for newcomers are shown
     */
    public record Views(boolean comparing, List<ColumnChoice> columns, boolean folding, boolean firstSteps) {

        /** One method, its results folded, and hints for newcomers. */
        public static final Views DEFAULT = new Views(false, List.of(), true, true);

        public Views {
            columns = List.copyOf(columns);
        }

        /** The same but for the hints. */
        public Views withFirstSteps(boolean shown) {
            return new Views(comparing, columns, folding, shown);
        }
    }

    /** A column of a comparison. */
    public record ColumnChoice(String method, String descriptor, int bits) {}

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

    /** Settings with the usual views. */
    public Settings(
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
        this(
                lastArchive,
                recentArchives,
                theme,
                textPercent,
                window,
                method,
                descriptor,
                bits,
                k,
                lookup,
                radius,
                rerank,
                Views.DEFAULT);
    }

    /** The same but for the views. */
    public Settings with(Views other) {
        return new Settings(
                lastArchive,
                recentArchives,
                theme,
                textPercent,
                window,
                method,
                descriptor,
                bits,
                k,
                lookup,
                radius,
                rerank,
                other);
    }

    public Settings {
        recentArchives = List.copyOf(recentArchives);
    }
}
