package org.hashscape.model;

/** How samples become the levels 0..255 that are shown and described. */
public sealed interface Stretch {

    /** Unsigned samples of up to 8 bits as they are, all others between their 2nd and 98th percentile. */
    record Automatic() implements Stretch {
        @Override
        public String toString() {
            return "auto";
        }
    }

    /**
     * Between two percentiles of the tile's own samples, band by band: every tile has full contrast, and tiles cannot be
     * compared in brightness.
     *
     * @param low 0..100, below {@code high}
     */
    record Percentile(double low, double high) implements Stretch {
        public Percentile {
            if (!(low >= 0 && low < high && high <= 100)) {
                throw new IllegalArgumentException(
                        "Percentiles go from 0 to 100, the lower first, not " + low + ".." + high);
            }
        }

        @Override
        public String toString() {
            return "percentile " + NumberText.of(low) + ".." + NumberText.of(high);
        }
    }

    /** The same two values in all bands and tiles: what is darker on the ground is darker in the picture. */
    record Range(double low, double high) implements Stretch {
        public Range {
            if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
                throw new IllegalArgumentException("A range has two values, the lower first, not " + low + ".." + high);
            }
        }

        @Override
        public String toString() {
            return "range " + NumberText.of(low) + ".." + NumberText.of(high);
        }
    }
}
