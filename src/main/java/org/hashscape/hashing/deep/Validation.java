package org.hashscape.hashing.deep;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.hashscape.model.BinaryCode;

/**
 * Tells during a training how well the codes separate tiles that it does not see: some labelled rows are held out, and
 * each asks for rows that share a label with it among others that train.
 *
 * <p>Of every class one row in {@value #ONE_IN} is held out, at random, at most {@value #MOST_HELD} in all; up to {@value
 * #MOST_SEARCHED} rows are searched. The figure is the mean over the held-out rows of the average precision of the
 * full ranking by Hamming distance, where ties lie in a random order.
 */
final class Validation {

    static final int ONE_IN = 20;
    static final int MOST_HELD = 200;
    static final int MOST_SEARCHED = 500;

    private final LabelledRows labelled;
    private final int[] held;
    private final int[] searched;

    private Validation(LabelledRows labelled, int[] held, int[] searched) {
        this.labelled = labelled;
        this.held = held;
        this.searched = searched;
    }

    /** Nothing is held out where classes are too small for it. */
    static Validation of(LabelledRows labelled, Random random) {
        BitSet chosen = new BitSet();
        for (int[] rows : labelled.pairable()) {
            int[] shuffled = shuffled(rows, random);
            for (int i = 0; i < rows.length / ONE_IN; i++) {
                chosen.set(shuffled[i]);
            }
        }
        int[] held = shuffled(chosen.stream().toArray(), random);
        held = Arrays.copyOf(held, Math.min(held.length, MOST_HELD));
        BitSet kept = new BitSet();
        Arrays.stream(held).forEach(kept::set);
        int[] rest = shuffled(
                IntStream.range(0, labelled.labels().size())
                        .filter(row ->
                                !kept.get(row) && !labelled.labels().get(row).isEmpty())
                        .toArray(),
                random);
        return new Validation(labelled, held, Arrays.copyOf(rest, Math.min(rest.length, MOST_SEARCHED)));
    }

    /** Holds nothing out. */
    static Validation none(LabelledRows labelled) {
        return new Validation(labelled, new int[0], new int[0]);
    }

    boolean isEmpty() {
        return held.length == 0;
    }

    /** Rows that must not train. */
    BitSet heldOut() {
        BitSet rows = new BitSet();
        Arrays.stream(held).forEach(rows::set);
        return rows;
    }

    /** Rows whose codes {@link #averagePrecision} wants: the held-out ones, then the searched ones. */
    int[] rows() {
        return IntStream.concat(Arrays.stream(held), Arrays.stream(searched)).toArray();
    }

    /** Mean average precision, 0..1. @param codes of {@link #rows}, in their order */
    double averagePrecision(BinaryCode[] codes) {
        double sum = 0;
        int asked = 0;
        for (int query = 0; query < held.length; query++) {
            double precision = averagePrecision(query, codes);
            if (precision >= 0) {
                sum += precision;
                asked++;
            }
        }
        return asked == 0 ? 0 : sum / asked;
    }

    /** Of one held-out row; negative where nothing searched shares a label with it. */
    private double averagePrecision(int query, BinaryCode[] codes) {
        long[] order = new long[searched.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) codes[query].hammingDistance(codes[held.length + i]) << 32 | i;
        }
        Arrays.sort(order);
        double sum = 0;
        int found = 0;
        for (int rank = 0; rank < order.length; rank++) {
            if (labelled.share(held[query], searched[(int) order[rank]])) {
                sum += (double) ++found / (rank + 1);
            }
        }
        return found == 0 ? -1 : sum / found;
    }

    private static int[] shuffled(int[] values, Random random) {
        int[] shuffled = values.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = kept;
        }
        return shuffled;
    }
}
