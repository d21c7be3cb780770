package org.hashscape.hashing;

import java.util.Optional;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.Progress;

/** Learns (or draws) a hash function. Stateless; safe to call from several threads at once. */
public interface HashTrainer {

    /** Short id for command lines and files, as {@code kslsh}. */
    String method();

    /** What the user reads, as "Supervised kernel LSH". */
    String title();

    /** Whether training needs labels. */
    boolean supervised();

    /** Whether training makes use of a set's {@link TileViews}; they need not be read for it otherwise. */
    default boolean learnsFromViews() {
        return false;
    }

    /** Whether its functions have a {@link HashFunction#realCode}. */
    default boolean realValued() {
        return false;
    }

    /** Bits of the function that training would give: the bits asked for, but for methods whose length is not free. */
    default int bitsFor(int askedBits, int dimension) {
        return askedBits;
    }

    /**
     * Why this training set cannot be trained on, with what to do about it; empty where it can. Cheap: called before
     * anything starts.
     */
    Optional<String> objectionTo(TrainingSet set, int bits);

    /**
     * Trains. Same set, bits and seed give a byte-identical function on every machine.
     *
     * @throws IllegalArgumentException with the text of {@link #objectionTo} where there is an objection
     * @throws org.hashscape.model.CancelledException where the progress says so
     */
    HashFunction train(TrainingSet set, int bits, long seed, Progress progress);

    /**
     * The function whose {@link HashFunction#writeParameters} wrote this. Everything read is hostile until checked: no
     * array is allocated before {@link ModelInput} has said that its bytes are there.
     *
     * @param bits of the function, 1..{@link BinaryCode#MAX_BITS}
     * @param dimension floats per descriptor, at least 1
     * @throws IllegalArgumentException where the parameters cannot be those of such a function
     */
    HashFunction read(int bits, int dimension, ModelInput in);

    /** Throws what {@link #objectionTo} says, if anything: the first line of every {@link #train}. */
    default void requireTrainable(TrainingSet set, int bits) {
        objectionTo(set, bits).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
    }
}
