package org.hashscape.hashing.deep;

import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.model.Progress;

/**
 * Metric-learning hash layers as published: d -> 1024 -> 512 -> b on a network's pooled features, trained on triplets.
 * Roy, Sangineto, Demir, Sebe, <i>Metric-learning-based deep hashing network for content-based retrieval of remote
 * sensing images</i>, IEEE GRSL 2021 (MHCLN), section II.
 *
 * <p>A step draws 30 triplets: anchors a and positives p of one class, negatives n of another. With f = sigmoid of the
 * last layer and g = f / ||f||, the loss is
 *
 * <pre>
 * mean_triplets max(0, ||g_a - g_p||^2 - ||g_a - g_n||^2 + 0.2)
 *   - 0.001/b mean_i sum_k (f_ik - 1/2)^2                      pushes values to 0 or 1
 *   + mean_i (mean_k f_ik - 1/2)^2                             half of the bits of a code are 1
 * </pre>
 *
 * Adam, rate 1e-4, beta 0.5 and 0.9, 10,000 steps. Descriptors are multiplied by one number so that their entries have
 * the mean square 1 that pooled activations have; they are not standardised. An image with several labels is a
 * positive where it has the anchors' class, and a negative where it shares no label with any anchor drawn.
 */
public final class MhclnTrainer extends LayersTrainer {

    static final String METHOD = "deep-mhcln";
    private static final int STEPS = 10_000;

    private final int steps;

    public MhclnTrainer() {
        this(STEPS);
    }

    MhclnTrainer(int steps) {
        this.steps = steps;
    }

    @Override
    public String method() {
        return METHOD;
    }

    @Override
    public String title() {
        return "Deep hashing (MHCLN)";
    }

    @Override
    HashFunction follow(TrainingSet set, int bits, long seed, Progress progress) {
        return new TripletTraining(set, bits, seed, steps).run(progress);
    }
}
