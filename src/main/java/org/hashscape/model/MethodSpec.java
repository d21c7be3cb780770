package org.hashscape.model;

import java.util.Locale;

/**
 * What makes a trained hash function what it is. Same archive and same spec give byte-identical codes.
 *
 * @param method id of the hashing method, as {@code kslsh}
 * @param descriptor id of the descriptor, as {@code sift-words}, or several joined with {@code +}
 * @param bits code length, 1..{@link BinaryCode#MAX_BITS}
 * @param seed of every random choice in training
 * @param split which tiles the training may see
 */
public record MethodSpec(String method, String descriptor, int bits, long seed, Split split) {

    /** Which tiles a training sees. */
    public enum Split {
        /** Every tile of the archive. */
        ALL,
        /** The training part of the stratified split that belongs to the seed; the rest stays unseen for evaluation. */
        TRAIN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public MethodSpec {
        if (method.isBlank() || descriptor.isBlank()) {
            throw new IllegalArgumentException("A method spec names its method and its descriptor");
        }
        BinaryCode.wordsFor(bits);
    }

    /** One line that tells specs apart: {@code kslsh/sift-words/32 bits/seed 1/all}. */
    @Override
    public String toString() {
        return method + "/" + descriptor + "/" + bits + " bits/seed " + seed + "/" + split;
    }
}
