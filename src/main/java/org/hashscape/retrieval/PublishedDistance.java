package org.hashscape.retrieval;

import java.util.Map;
import java.util.TreeMap;
import org.hashscape.model.MultiCode;

/**
 * As Reato, Demir and Bruzzone 2019 have it. Written H_j(X) for the code of primitive j, P(X) for the primitives that X shows,
 * d_H for the Hamming distance: the sum over j in P(q) of d_H(H_j(q), H_j(X)), where a primitive that X does not show has
 * the code of the zero vector, H_j(0). We read the paper so that the sum runs over the query's primitives only, so what X
 * shows besides costs nothing, and the distance is not symmetric. In bits: 0..b|P(q)|.
 *
 * @param zeros the zero vector's code for every primitive
 */
public record PublishedDistance(MultiCode zeros) implements MultiCodeDistance {

    @Override
    public double between(MultiCode query, MultiCode tile) {
        int bits = 0;
        for (int primitive : query.shown()) {
            bits += MultiCodeDistance.apart(query, tile.shows(primitive) ? tile : zeros, primitive);
        }
        return bits;
    }

    @Override
    public double most(MultiCode query) {
        return query.bitsUsed();
    }

    @Override
    public int bitsCompared(MultiCode query) {
        return query.bitsUsed();
    }

    @Override
    public Map<Integer, Double> parts(MultiCode query, MultiCode tile) {
        Map<Integer, Double> parts = new TreeMap<>();
        for (int primitive : query.shown()) {
            parts.put(primitive, (double)
                    MultiCodeDistance.apart(query, tile.shows(primitive) ? tile : zeros, primitive));
        }
        return parts;
    }

    @Override
    public boolean accepts(MultiCode code) {
        return code.bits() == zeros.bits() && (code.presence() & ~zeros.presence()) == 0;
    }

    @Override
    public CodeGroup completed(CodeGroup group) {
        return group;
    }

    @Override
    public Asked ask(MultiCode query) {
        return new Scan(query, zeros);
    }

    private record Scan(MultiCode query, MultiCode zeros) implements Asked {

        /** What the primitives cost that the group does not show. */
        @Override
        public double leastIn(CodeGroup group) {
            int bits = 0;
            for (int rest = query.presence() & ~group.presence(); rest != 0; rest &= rest - 1) {
                bits += MultiCodeDistance.apart(query, zeros, Integer.numberOfTrailingZeros(rest));
            }
            return bits;
        }

        @Override
        public int distances(CodeGroup group, RowSet among, Sink sink) {
            int bytes = MultiCode.bytesPerCode(query.bits());
            int shared = query.presence() & group.presence();
            int width = bytes * group.primitives();
            byte[] wanted = new byte[bytes * Integer.bitCount(shared)];
            int[] offsets = new int[Integer.bitCount(shared)];
            int found = 0;
            for (int rest = shared; rest != 0; rest &= rest - 1, found++) {
                int primitive = Integer.numberOfTrailingZeros(rest);
                System.arraycopy(query.codes(), query.offsetOf(primitive), wanted, found * bytes, bytes);
                offsets[found] = bytes * Integer.bitCount(group.presence() & (1 << primitive) - 1);
            }
            double least = leastIn(group);
            int taken = 0;
            for (int i = 0; i < group.size(); i++) {
                int row = group.rows()[i];
                if (among.contains(row)) {
                    sink.take(row, least + bitsApart(group.codes(), i * width, offsets, wanted, bytes));
                    taken++;
                }
            }
            return taken;
        }

        private static int bitsApart(byte[] codes, int from, int[] offsets, byte[] wanted, int bytes) {
            int bits = 0;
            int to = 0;
            for (int offset : offsets) {
                int at = from + offset;
                for (int i = 0; i < bytes; i++) {
                    bits += Integer.bitCount((codes[at + i] ^ wanted[to++]) & 0xff);
                }
            }
            return bits;
        }
    }
}
