package org.hashscape.retrieval;

import java.util.Map;
import org.hashscape.model.MultiCode;

/** How far apart the multi-codes of two tiles lie. Immutable; safe to use from several threads at once. */
public sealed interface MultiCodeDistance permits PublishedDistance, MatchedDistance {

    /** The distance, by its definition. */
    double between(MultiCode query, MultiCode tile);

    /** The largest distance that any tile can have. */
    double most(MultiCode query);

    /** How many bits of a query are compared: its codes, and what else is looked at; not which primitives it shows. */
    int bitsCompared(MultiCode query);

    /** What each primitive that counts adds to the distance, by number; a larger sum is a larger distance. */
    Map<Integer, Double> parts(MultiCode query, MultiCode tile);

    /** Whether a code is of the model that this compares codes of. */
    boolean accepts(MultiCode code);

    /** What is kept of a group besides its codes, so that asking is fast. */
    CodeGroup completed(CodeGroup group);

    /** Prepares to compare one query with many tiles. */
    Asked ask(MultiCode query);

    /** One query against groups of tiles; for one thread. */
    interface Asked {

        /** No tile of the group lies nearer; exact, not but for rounding. */
        double leastIn(CodeGroup group);

        /** Hands over the distance of every wanted tile of the group, as {@link #between} has it; returns how many. */
        int distances(CodeGroup group, RowSet among, Sink sink);
    }

    /** Takes distances. */
    interface Sink {
        void take(int row, double distance);
    }

    /** Differing bits of one primitive's codes, which both must show. */
    static int apart(MultiCode a, MultiCode b, int primitive) {
        int bytes = MultiCode.bytesPerCode(a.bits());
        int aFrom = a.offsetOf(primitive);
        int bFrom = b.offsetOf(primitive);
        int bits = 0;
        for (int i = 0; i < bytes; i++) {
            bits += Integer.bitCount((a.codes()[aFrom + i] ^ b.codes()[bFrom + i]) & 0xff);
        }
        return bits;
    }
}
