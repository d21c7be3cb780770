package org.hashscape.hashing.baseline;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.HashTrainer;
import org.hashscape.hashing.ModelInput;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.hashing.algebra.Threshold;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.Progress;

/**
 * The sign of every entry of the centred descriptor: bit i = [x_i - mean_i >= 0]. As many bits as the descriptor has
 * floats, whatever was asked for; a ceiling that codes of few bits are held against, and no random choice in it.
 */
public final class SignTrainer implements HashTrainer {

    @Override
    public String method() {
        return "sign";
    }

    @Override
    public String title() {
        return "Sign of the descriptor";
    }

    @Override
    public boolean supervised() {
        return false;
    }

    @Override
    public int bitsFor(int askedBits, int dimension) {
        return dimension;
    }

    @Override
    public Optional<String> objectionTo(TrainingSet set, int bits) {
        int dimension = set.descriptors().dimension();
        if (dimension > BinaryCode.MAX_BITS) {
            return Optional.of(
                    "Sign codes have one bit per descriptor entry; " + dimension + " entries are more than the "
                            + BinaryCode.MAX_BITS + " bits a code may have. Choose a shorter descriptor, or LSH.");
        }
        return set.size() > 0
                ? Optional.empty()
                : Optional.of("Sign codes need at least 1 described image to know the mean; import and describe some"
                        + " first.");
    }

    @Override
    public HashFunction train(TrainingSet set, int bits, long seed, Progress progress) {
        requireTrainable(set, bits);
        progress.checkCancelled();
        return new SignHash(set.descriptors().columnMeans());
    }

    @Override
    public HashFunction read(int bits, int dimension, ModelInput in) {
        if (bits != dimension) {
            throw new IllegalArgumentException("A sign model has one bit per descriptor entry, but this one claims "
                    + bits + " bits of " + dimension + " entries");
        }
        return new SignHash(in.doubles(dimension, "mean"));
    }

    /** Parameters in a model: the mean, {@code dimension} doubles. */
    private record SignHash(double[] mean) implements HashFunction {

        @Override
        public String method() {
            return "sign";
        }

        @Override
        public int bits() {
            return mean.length;
        }

        @Override
        public int dimension() {
            return mean.length;
        }

        @Override
        public BinaryCode encode(float[] descriptor) {
            if (descriptor.length != mean.length) {
                throw new IllegalArgumentException(
                        "This model hashes descriptors of " + mean.length + " floats, not " + descriptor.length);
            }
            double[] centred = new double[mean.length];
            for (int i = 0; i < centred.length; i++) {
                centred[i] = descriptor[i] - mean[i];
            }
            return Threshold.AT_LEAST_ZERO.code(centred);
        }

        @Override
        public void writeParameters(DataOutput out) throws IOException {
            for (double value : mean) {
                out.writeDouble(value);
            }
        }
    }
}
