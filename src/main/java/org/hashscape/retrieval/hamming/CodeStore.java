package org.hashscape.retrieval.hamming;

import org.hashscape.model.BinaryCode;

/**
 * Codes one after the other, words of a code side by side: what every search of this package reads. A <em>position</em>
 * is a place in the store; which row lies there is the business of {@link RowNumbers}.
 *
 * <p>Why whole words in a row and not one plane per word: a candidate found anywhere costs one cache line, a scan is one
 * stream of memory, and on that stream {@code Long.bitCount} keeps pace with memory. Where popcounts are the bottleneck,
 * in batches, blocks are turned into planes on the fly ({@link PlaneBlock}).
 *
 * <p>Implementations are safe for several readers at once.
 */
abstract class CodeStore {

    private final int bits;
    private final int wordsPerCode;

    CodeStore(int bits) {
        this.bits = bits;
        this.wordsPerCode = BinaryCode.wordsFor(bits);
    }

    /** Receives runs of codes. */
    interface Run {
        /**
         * @param words holds the run from index {@code at}; do not write to it, nor keep it
         * @param position of the first code of the run
         * @param count codes in the run
         */
        void accept(long[] words, int at, int position, int count);
    }

    final int bits() {
        return bits;
    }

    final int wordsPerCode() {
        return wordsPerCode;
    }

    /** How many codes there are. */
    abstract int size();

    /** Hands the codes from one position to before another to {@code run}, in order, in as many runs as it takes. */
    abstract void read(int from, int to, Run run);

    /** One word of one code. */
    abstract long word(int position, int word);

    /** Number of bits in which the code differs from the query. */
    final int distance(int position, long[] query) {
        int distance = 0;
        for (int word = 0; word < query.length; word++) {
            distance += Long.bitCount(word(position, word) ^ query[word]);
        }
        return distance;
    }

    /** Copies a code into {@code target}, from its start. */
    final void copy(int position, long[] target, int at) {
        for (int word = 0; word < wordsPerCode; word++) {
            target[at + word] = word(position, word);
        }
    }
}
