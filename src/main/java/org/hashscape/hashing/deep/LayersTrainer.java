package org.hashscape.hashing.deep;

import java.util.Optional;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.HashTrainer;
import org.hashscape.hashing.ModelInput;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.model.Progress;
import org.hashscape.tensorflow.TensorFlowRuntime;

/** What all trainers of {@link HashLayers} have in common: all but the recipe. */
abstract class LayersTrainer implements HashTrainer {

    @Override
    public final boolean supervised() {
        return true;
    }

    @Override
    public final boolean realValued() {
        return true;
    }

    @Override
    public final Optional<String> objectionTo(TrainingSet set, int bits) {
        return LabelledRows.objectionTo(set);
    }

    @Override
    public final HashFunction train(TrainingSet set, int bits, long seed, Progress progress) {
        requireTrainable(set, bits);
        progress.checkCancelled();
        TensorFlowRuntime.start();
        return follow(set, bits, seed, progress);
    }

    /** Trains by the recipe; the set is known to be trainable, and TensorFlow runs. */
    abstract HashFunction follow(TrainingSet set, int bits, long seed, Progress progress);

    @Override
    public final HashFunction read(int bits, int dimension, ModelInput in) {
        return HashLayers.read(method(), bits, dimension, in);
    }
}
