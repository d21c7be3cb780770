package org.hashscape.retrieval;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.hashscape.model.CodeReading;
import org.hashscape.model.MultiCode;

/**
 * {@link MatchedDistance} of one query to many tiles, by tables: |u - v|^2 = |u|^2 + |v|^2 - 2 u.v, where |v|^2 is kept
 * by the index and u.v is a sum over the bytes of v's code, each looked up for all vectors u of the query at once. Whole numbers
 * throughout, so the answer is that of the definition.
 */
final class MatchedScan implements MultiCodeDistance.Asked {

    private static final int VALUES = 256;

    private final CodeReading reading;
    private final MultiCode query;
    private final DoubleUnaryOperator bounded;
    private final int bytes;
    private final int[][] vectors;
    private final long[] norms;
    private final long[] weights;
    private final long weight;
    /** By primitive: for each byte of a code, each value and each vector of the query, what it adds to the dot product; empty until asked. */
    private final int[][] tables;

    /** @param bounded from what {@link CodeReading#apart} says to the distance, monotonous */
    MatchedScan(CodeReading reading, MultiCode query, DoubleUnaryOperator bounded) {
        this.reading = reading;
        this.query = query;
        this.bounded = bounded;
        this.bytes = MultiCode.bytesPerCode(reading.bits());
        int[] shown = query.shown();
        this.vectors = new int[shown.length][];
        this.norms = new long[shown.length];
        this.weights = new long[shown.length];
        for (int j = 0; j < shown.length; j++) {
            vectors[j] = reading.read(query, shown[j]);
            norms[j] = dot(vectors[j], vectors[j], 0);
            weights[j] = query.weightOfPrimitive(shown[j]);
        }
        this.weight = query.weightOfAll();
        this.tables = new int[reading.primitives()][0];
    }

    private static int dot(int[] vector, int[] others, int from) {
        int sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += vector[i] * others[from + i];
        }
        return sum;
    }

    /**
     * Every read code of the group lies in the box of its primitive's least and largest coordinates, and no vector of the query
     * is nearer to a code than to the box. A small group has no box, and is always looked through.
     */
    @Override
    public double leastIn(CodeGroup group) {
        if (query.presence() == 0 || group.presence() == 0) {
            return query.presence() == group.presence() ? 0 : 1;
        }
        if (group.low().length == 0) {
            return 0;
        }
        int primitives = group.primitives();
        long there = 0;
        long back = Long.MAX_VALUE;
        for (int j = 0; j < vectors.length; j++) {
            long least = Long.MAX_VALUE;
            for (int i = 0; i < primitives; i++) {
                least = Math.min(least, toBox(vectors[j], group, i * reading.dimension()));
            }
            there += weights[j] * least;
            back = Math.min(back, least);
        }
        return bounded.applyAsDouble((double) there / weight + (double) back);
    }

    private static long toBox(int[] vector, CodeGroup group, int from) {
        long sum = 0;
        for (int i = 0; i < vector.length; i++) {
            long off = Math.max(0, Math.max(group.low()[from + i] - vector[i], vector[i] - group.high()[from + i]));
            sum += off * off;
        }
        return sum;
    }

    @Override
    public int distances(CodeGroup group, RowSet among, MultiCodeDistance.Sink sink) {
        boolean comparable = query.presence() != 0 && group.presence() != 0;
        int primitives = group.primitives();
        int[][] ofGroup = new int[comparable ? primitives : 0][];
        int at = 0;
        for (int rest = comparable ? group.presence() : 0; rest != 0; rest &= rest - 1) {
            ofGroup[at++] = table(Integer.numberOfTrailingZeros(rest));
        }
        int[] dots = new int[vectors.length];
        long[] nearest = new long[vectors.length];
        int taken = 0;
        for (int tile = 0; tile < group.size(); tile++) {
            int row = group.rows()[tile];
            if (among.contains(row)) {
                double distance = comparable
                        ? distance(group, tile, ofGroup, dots, nearest)
                        : query.presence() == group.presence() ? 0 : 1;
                sink.take(row, distance);
                taken++;
            }
        }
        return taken;
    }

    private double distance(CodeGroup group, int tile, int[][] ofGroup, int[] dots, long[] nearest) {
        int primitives = ofGroup.length;
        int packed = MultiCode.packedBytes(primitives);
        Arrays.fill(nearest, Long.MAX_VALUE);
        long back = 0;
        long backWeight = 0;
        for (int i = 0; i < primitives; i++) {
            int place = tile * primitives + i;
            addUp(ofGroup[i], group.codes(), place * bytes, dots);
            long norm = group.norms()[place];
            long least = Long.MAX_VALUE;
            for (int j = 0; j < dots.length; j++) {
                long squared = norms[j] + norm - 2L * dots[j];
                least = Math.min(least, squared);
                nearest[j] = Math.min(nearest[j], squared);
            }
            int level = group.levels()[tile * packed + i / 4] >>> MultiCode.LEVEL_BITS * (i % 4) & MultiCode.LEVELS - 1;
            int own = MultiCode.weightOf(level);
            back += own * least;
            backWeight += own;
        }
        long there = 0;
        for (int j = 0; j < nearest.length; j++) {
            there += weights[j] * nearest[j];
        }
        return bounded.applyAsDouble((double) there / weight + (double) back / backWeight);
    }

    private void addUp(int[] table, byte[] codes, int from, int[] dots) {
        int asked = dots.length;
        int start = bytes * VALUES * asked;
        for (int j = 0; j < asked; j++) {
            dots[j] = table[start + j];
        }
        for (int i = 0; i < bytes; i++) {
            int at = (i * VALUES + (codes[from + i] & 0xff)) * asked;
            for (int j = 0; j < asked; j++) {
                dots[j] += table[at + j];
            }
        }
    }

    /** Bytes, values, vectors of the query; then for each vector its dot product with the primitive's offset. */
    private int[] table(int primitive) {
        if (tables[primitive].length > 0) {
            return tables[primitive];
        }
        int d = reading.dimension();
        int asked = vectors.length;
        int[] table = new int[(bytes * VALUES + 1) * asked];
        int[] products = new int[8];
        for (int j = 0; j < asked; j++) {
            table[bytes * VALUES * asked + j] = dot(vectors[j], reading.offsets(), primitive * d);
            for (int i = 0; i < bytes; i++) {
                int used = Math.min(8, reading.bits() - 8 * i);
                int all = 0;
                for (int bit = 0; bit < used; bit++) {
                    products[bit] = dot(vectors[j], reading.steps(), (primitive * reading.bits() + 8 * i + bit) * d);
                    all -= products[bit];
                }
                for (int value = 0; value < 1 << used; value++) {
                    int lowest = Integer.numberOfTrailingZeros(value);
                    table[(i * VALUES + value) * asked + j] = value == 0
                            ? all
                            : table[(i * VALUES + (value & value - 1)) * asked + j] + 2 * products[lowest];
                }
            }
        }
        tables[primitive] = table;
        return table;
    }
}
