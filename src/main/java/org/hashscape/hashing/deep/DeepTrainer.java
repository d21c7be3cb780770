package org.hashscape.hashing.deep;

import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.model.Progress;

/**
 * Our recipe for hash layers: d -> 512 -> b, trained on all pairs of batches that hold several images of many classes.
 *
 * <p>Inputs are standardised. A batch has about 126 images, 6 or more of each class (of 21 classes drawn anew where
 * there are more). With u = tanh of the last layer and s_ij the labels that i and j share over those that either has
 * (0 or 1 where images have one label), the loss is
 *
 * <pre>
 * 1/2 mean_s softplus(-z_ij) + 1/2 mean_(1-s) softplus(z_ij)     z_ij = 8 (u_i.u_j / b - 0.35)
 *   + q mean (|u_ik| - 1)^2                                      q rising from 0 to 0.1 over the training
 *   + 0.1 mean_k (mean_i u_ik)^2                                 every bit is 1 for half of the batch
 * </pre>
 *
 * where the first two means are weighted by s and 1 - s, so that the few like pairs count as much as the many unlike
 * ones. Where a set has {@link org.hashscape.hashing.TileViews}, each image of a batch lies in one random orientation;
 * what is encoded later is the mean of the orientations. Dropout 0.2 on inputs and 0.5 on the hidden layer; Adam with rate 1e-3 falling to 0 as a cosine, weight decay
 * 1e-2, 2,000 steps.
 *
 * <p>{@code deep-early} is the same recipe with {@link Validation} every 100 steps and a {@link Schedule} that ends where
 * it stands still.
 *
 * <p>Works on any descriptor with labels; the better the descriptor, the better the codes. Same set, bits and seed give
 * the same layers on machines whose processors have the same vector instructions, whatever the number of threads.
 */
public final class DeepTrainer extends LayersTrainer {

    static final String METHOD = "deep";
    static final String EARLY_METHOD = "deep-early";
    private static final int STEPS = 2_000;

    private final int steps;
    private final boolean stopsEarly;

    /** Trains on every tile for all steps. */
    public DeepTrainer() {
        this(STEPS);
    }

    DeepTrainer(int steps) {
        this(steps, false);
    }

    DeepTrainer(int steps, boolean stopsEarly) {
        this.steps = steps;
        this.stopsEarly = stopsEarly;
    }

    /** {@code deep-early}: holds tiles out to measure validation, and ends where that stands still. */
    public static DeepTrainer stoppingEarly() {
        return new DeepTrainer(STEPS, true);
    }

    @Override
    public String method() {
        return stopsEarly ? EARLY_METHOD : METHOD;
    }

    @Override
    public String title() {
        return stopsEarly ? "Deep hashing (stops early)" : "Deep hashing";
    }

    @Override
    public boolean learnsFromViews() {
        return true;
    }

    @Override
    HashFunction follow(TrainingSet set, int bits, long seed, Progress progress) {
        return new PairTraining(method(), set, bits, seed, steps, stopsEarly).run(progress);
    }
}
