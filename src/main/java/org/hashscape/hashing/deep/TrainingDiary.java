package org.hashscape.hashing.deep;

import java.util.Locale;
import org.hashscape.model.Progress;

/** Tells the progress of a training every few steps: the mean loss since it last spoke, and the time left. */
final class TrainingDiary {

    /** Steps between two sentences, and between two points of the loss. */
    static final int EVERY = 20;

    /** Names of the curves. */
    static final String LOSS = "loss";

    static final String VALIDATION = "validation AP";

    private final String what;
    private final Progress progress;
    private final long start = System.nanoTime();
    private double sum;
    private int count;

    TrainingDiary(String what, Progress progress) {
        this.what = what;
        this.progress = progress;
    }

    /** Notes how well tiles are found that do not train. */
    void validated(int step, double averagePrecision) {
        progress.measure(VALIDATION, step, averagePrecision);
    }

    /**
     * @param step done, from 1
     * @param steps of the whole training, as far as is known now
     * @throws IllegalArgumentException where the loss is not a number any more
     */
    void note(int step, int steps, float loss) {
        if (!Float.isFinite(loss)) {
            throw new IllegalArgumentException("The training of " + what + " went astray: its loss is " + loss
                    + " at step " + step + ". Describe the archive again; a descriptor may be damaged.");
        }
        sum += loss;
        count++;
        if (step % EVERY == 0 || step == steps) {
            double secondsLeft = (System.nanoTime() - start) / 1e9 / step * (steps - step);
            progress.report(
                    (double) step / steps,
                    String.format(
                            Locale.ENGLISH,
                            "Training %s: step %,d of %,d, loss %.4f, about %.0f s left",
                            what,
                            step,
                            steps,
                            sum / count,
                            Math.ceil(secondsLeft)));
            progress.measure(LOSS, step, sum / count);
            sum = 0;
            count = 0;
        }
    }
}
