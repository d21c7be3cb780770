package org.hashscape.retrieval;

import java.util.Map;
import java.util.TreeMap;
import org.hashscape.model.MultiCode;

/**
 * How far apart the multi-codes of two tiles lie. Written H_j(X) for the code of primitive j, P(X) for the primitives that
 * X shows, d_H for the Hamming distance, b for the bits of a code.
 */
public enum MultiCodeDistance {
    /**
     * As Reato, Demir and Bruzzone 2019 have it: the sum over j in P(q) of d_H(H_j(q), H_j(X)), where a primitive that X
     * does not show has the code of the zero vector, H_j(0). We read the paper so that the sum runs over the query's
     * primitives only, so what X shows besides costs nothing, and the distance is not symmetric. In bits: 0..b|P(q)|.
     */
    PUBLISHED {
        @Override
        public double between(MultiCode query, MultiCode tile, MultiCode zeros) {
            int bits = 0;
            for (int rest = query.presence(); rest != 0; rest &= rest - 1) {
                int primitive = Integer.numberOfTrailingZeros(rest);
                bits += apart(query, tile.shows(primitive) ? tile : zeros, primitive);
            }
            return bits;
        }

        @Override
        double leastFor(MultiCode query, int presence, MultiCode zeros) {
            int bits = 0;
            for (int rest = query.presence() & ~presence; rest != 0; rest &= rest - 1) {
                bits += apart(query, zeros, Integer.numberOfTrailingZeros(rest));
            }
            return bits;
        }

        @Override
        double of(int bitsApart, MultiCode query, int presence, double least) {
            return bitsApart + least;
        }

        @Override
        public double most(MultiCode query) {
            return query.bitsUsed();
        }
    },

    /**
     * Ours: the mean over the primitives that either tile shows of d_H(H_j(q), H_j(X)) / b where both show it, and of
     * {@value #ONE_SIDED} / {@value #PARTS} where one does: more than the half that unrelated codes differ by, since
     * that they share the primitive says something, and less than everything, since whether a region is above the
     * threshold is often a matter of chance. Symmetric, 0..1; two tiles without primitives lie at 0.
     */
    SYMMETRIC {
        @Override
        public double between(MultiCode query, MultiCode tile, MultiCode zeros) {
            int bits = 0;
            for (int rest = query.presence() & tile.presence(); rest != 0; rest &= rest - 1) {
                bits += apart(query, tile, Integer.numberOfTrailingZeros(rest));
            }
            return of(bits, query, tile.presence(), 0);
        }

        @Override
        double leastFor(MultiCode query, int presence, MultiCode zeros) {
            return of(0, query, presence, 0);
        }

        @Override
        double of(int bitsApart, MultiCode query, int presence, double least) {
            int either = Integer.bitCount(query.presence() | presence);
            if (either == 0) {
                return 0;
            }
            int oneSided = Integer.bitCount(query.presence() ^ presence);
            return (double) (PARTS * bitsApart + ONE_SIDED * query.bits() * oneSided) / (PARTS * query.bits() * either);
        }

        @Override
        public double most(MultiCode query) {
            return 1;
        }
    };

    static final int ONE_SIDED = 13;
    static final int PARTS = 20;

    /**
     * The distance, by its definition.
     *
     * @param zeros the zero vector's code for every primitive
     */
    public abstract double between(MultiCode query, MultiCode tile, MultiCode zeros);

    /** The smallest distance that a tile showing these primitives can have. */
    abstract double leastFor(MultiCode query, int presence, MultiCode zeros);

    /** The distance, given how many bits differ in the primitives that both show, and what {@link #leastFor} gave. */
    abstract double of(int bitsApart, MultiCode query, int presence, double least);

    /** The largest distance that any tile can have. */
    public abstract double most(MultiCode query);

    /** What each primitive that counts adds to the distance, by number; the sum is in proportion to the distance. */
    public Map<Integer, Double> parts(MultiCode query, MultiCode tile, MultiCode zeros) {
        Map<Integer, Double> parts = new TreeMap<>();
        int counted = this == PUBLISHED ? query.presence() : query.presence() | tile.presence();
        for (int rest = counted; rest != 0; rest &= rest - 1) {
            int primitive = Integer.numberOfTrailingZeros(rest);
            if (query.shows(primitive) && tile.shows(primitive)) {
                parts.put(primitive, (double) apart(query, tile, primitive));
            } else if (this == PUBLISHED) {
                parts.put(primitive, (double) apart(query, zeros, primitive));
            } else {
                parts.put(primitive, (double) query.bits() * ONE_SIDED / PARTS);
            }
        }
        return parts;
    }

    /** Differing bits of one primitive's codes, which both must show. */
    public static int apart(MultiCode a, MultiCode b, int primitive) {
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
