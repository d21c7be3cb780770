package org.hashscape.hashing.deep;

/**
 * How far a training is, for what changes with it: the learning rate falls as a cosine, the quantisation rises.
 *
 * <p>It ends early where validation stands still: after a quarter of the steps, once the best figure of the last {@value
 * #PATIENCE} is no more than {@value #LEAST_GAIN} above the best before them, what is left of the schedule is run
 * through in a tenth of all steps. So the rate falls to 0 in any case; a training that is merely cut off keeps the noise
 * of its last large steps.
 */
final class Schedule {

    static final int PATIENCE = 4;
    static final double LEAST_GAIN = 0.001;

    private final int steps;
    private int last;
    private int turn;
    private double turnedAt;
    private double best = Double.NEGATIVE_INFINITY;
    private int sinceBest;

    Schedule(int steps) {
        this.steps = steps;
        this.last = steps;
    }

    /** Number of the last step, from 1; may come nearer. */
    int last() {
        return last;
    }

    /** Share of the schedule that lies behind a step that begins, 0..1. */
    double done(int step) {
        return turnedAt + (1 - turnedAt) * (step - 1 - turn) / (last - turn);
    }

    /** Takes the validation figure after a step, and ends early where these stand still. */
    void validated(int step, double figure) {
        sinceBest = figure > best + LEAST_GAIN ? 0 : sinceBest + 1;
        best = Math.max(best, figure);
        int rest = Math.max(1, steps / 10);
        if (turn == 0 && sinceBest >= PATIENCE && step >= steps / 4 && step + rest < last) {
            turnedAt = done(step + 1);
            turn = step;
            last = step + rest;
        }
    }
}
