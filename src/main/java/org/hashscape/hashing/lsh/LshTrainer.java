package org.hashscape.hashing.lsh;

import java.util.Optional;
import java.util.Random;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.HashTrainer;
import org.hashscape.hashing.ModelInput;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.hashing.algebra.Draws;
import org.hashscape.model.Progress;

/**
 * Locality-sensitive hashing by random hyperplanes: the share of equal bits of two codes estimates 1 - angle/pi of
 * their centred descriptors. Charikar, <i>Similarity estimation techniques from rounding algorithms</i>, STOC 2002,
 * section 3.
 *
 * <p>Bit r = [v_r . (x - mean) >= 0] with v_r ~ N(0, I). Nothing is learned but the mean, so it needs many bits, and
 * results differ between seeds by several points: quote means over at least five. The first b hyperplanes of a seed
 * are the same for every code length of at least b.
 */
public final class LshTrainer implements HashTrainer {

    @Override
    public String method() {
        return "lsh";
    }

    @Override
    public String title() {
        return "LSH (random hyperplanes)";
    }

    @Override
    public boolean supervised() {
        return false;
    }

    @Override
    public Optional<String> objectionTo(TrainingSet set, int bits) {
        return set.size() > 0
                ? Optional.empty()
                : Optional.of("LSH needs at least 1 described image to know the mean; import and describe some first.");
    }

    @Override
    public HashFunction train(TrainingSet set, int bits, long seed, Progress progress) {
        requireTrainable(set, bits);
        progress.checkCancelled();
        int dimension = set.descriptors().dimension();
        double[] mean = set.descriptors().columnMeans();
        Random random = Draws.of(seed);
        float[] normals = new float[Math.multiplyExact(bits, dimension)];
        for (int bit = 0; bit < bits; bit++) {
            progress.checkCancelled();
            progress.report((double) bit / bits, "Drawing hyperplane " + (bit + 1) + " of " + bits);
            for (int i = 0; i < dimension; i++) {
                normals[bit * dimension + i] = (float) random.nextGaussian();
            }
        }
        return new HyperplaneHash(method(), mean, bits, normals);
    }

    @Override
    public HashFunction read(int bits, int dimension, ModelInput in) {
        return HyperplaneHash.read(method(), bits, dimension, in);
    }
}
