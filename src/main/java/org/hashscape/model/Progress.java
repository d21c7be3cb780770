package org.hashscape.model;

/**
 * How long work tells how far it is, and learns that it is no longer wanted. Engines call it from their own thread
 * before each expensive step; implementations must be thread-safe and quick.
 */
public interface Progress {

    /** Listens to nobody and never cancels. */
    Progress NONE = new Progress() {
        @Override
        public void report(double fraction, String sentence) {}

        @Override
        public void checkCancelled() {}
    };

    /**
     * @param fraction done so far, 0..1; negative where it cannot be known
     * @param sentence what is happening now, for a person
     */
    void report(double fraction, String sentence);

    /**
     * One point of a curve that the work draws while it runs, as the loss of a training.
     *
     * @param series name of the curve, for a person: "loss"
     * @param x ascending within a series, as the number of the step
     */
    default void measure(String series, double x, double y) {}

    /** @throws CancelledException where the work should stop now, leaving everything whole */
    void checkCancelled();

    /** The part of this progress between two fractions, for a step of a larger piece of work. */
    default Progress part(double from, double to) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void report(double fraction, String sentence) {
                whole.report(from + (to - from) * Math.max(0, fraction), sentence);
            }

            @Override
            public void measure(String series, double x, double y) {
                whole.measure(series, x, y);
            }

            @Override
            public void checkCancelled() {
                whole.checkCancelled();
            }
        };
    }
}
