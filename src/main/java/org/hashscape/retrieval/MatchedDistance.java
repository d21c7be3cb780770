package org.hashscape.retrieval;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.hashscape.model.CodeReading;
import org.hashscape.model.MultiCode;

/**
 * Ours: codes are read back as vectors ({@link CodeReading}), and every primitive of either tile is matched with the nearest of the
 * other, its own or another. So a primitive that one tile lacks costs little where the other shows something like it, and a
 * bit counts by what it says. With s = {@link CodeReading#apart} and u = {@link CodeReading#unit}, what s is on average,
 *
 * <pre>d = 1 - u / (u + s)</pre>
 *
 * Symmetric, 0..1, a half for two tiles drawn at random; two tiles without primitives lie at 0, and one without at 1 from
 * one with some. Compares the bits of the query's codes and {@value MultiCode#LEVEL_BITS} for the share of each.
 *
 * @param reading of the model
 */
public record MatchedDistance(CodeReading reading) implements MultiCodeDistance {

    /** Groups of fewer tiles are looked through always: a box would take more memory than their codes. */
    static final int LEAST_BOXED = 32;

    @Override
    public double between(MultiCode query, MultiCode tile) {
        if (query.presence() == 0 || tile.presence() == 0) {
            return query.presence() == tile.presence() ? 0 : 1;
        }
        return bounded(reading.apart(query, tile), reading.unit());
    }

    /** Each step is monotonous in floats too, so that bounds stay bounds. */
    private static double bounded(double apart, long unit) {
        return 1 - unit / (unit + apart);
    }

    @Override
    public double most(MultiCode query) {
        return 1;
    }

    @Override
    public int bitsCompared(MultiCode query) {
        return query.bitsUsed() + MultiCode.LEVEL_BITS * query.primitives();
    }

    @Override
    public Map<Integer, Double> parts(MultiCode query, MultiCode tile) {
        Map<Integer, Double> parts = new TreeMap<>();
        if (query.presence() == 0 || tile.presence() == 0) {
            int shown = query.primitives() + tile.primitives();
            for (int primitive : (query.presence() == 0 ? tile : query).shown()) {
                parts.put(primitive, 1.0 / shown);
            }
            return parts;
        }
        addParts(query, tile, parts);
        addParts(tile, query, parts);
        return parts;
    }

    private void addParts(MultiCode one, MultiCode other, Map<Integer, Double> parts) {
        for (int primitive : one.shown()) {
            long least = Long.MAX_VALUE;
            for (int candidate : other.shown()) {
                least = Math.min(
                        least, CodeReading.squared(reading.read(one, primitive), reading.read(other, candidate)));
            }
            double part = (double) one.weightOfPrimitive(primitive) * least / one.weightOfAll();
            parts.merge(primitive, part, Double::sum);
        }
    }

    @Override
    public boolean accepts(MultiCode code) {
        return code.bits() == reading.bits() && code.presence() >>> reading.primitives() - 1 >>> 1 == 0;
    }

    @Override
    public CodeGroup completed(CodeGroup group) {
        int primitives = group.primitives();
        int d = reading.dimension();
        int bytes = MultiCode.bytesPerCode(reading.bits());
        int boxed = group.size() < LEAST_BOXED ? 0 : primitives * d;
        int[] norms = new int[group.size() * primitives];
        int[] low = new int[boxed];
        int[] high = new int[boxed];
        Arrays.fill(low, Integer.MAX_VALUE);
        Arrays.fill(high, Integer.MIN_VALUE);
        int[] shown = new MultiCode(reading.bits(), group.presence(), new byte[primitives * bytes]).shown();
        for (int at = 0; at < norms.length; at++) {
            int place = at % primitives;
            int[] vector = reading.read(group.codes(), at * bytes, shown[place]);
            for (int i = 0; i < d; i++) {
                norms[at] += vector[i] * vector[i];
            }
            for (int i = 0; i < d && boxed > 0; i++) {
                low[place * d + i] = Math.min(low[place * d + i], vector[i]);
                high[place * d + i] = Math.max(high[place * d + i], vector[i]);
            }
        }
        return new CodeGroup(group.presence(), group.rows(), group.codes(), group.levels(), norms, low, high);
    }

    @Override
    public Asked ask(MultiCode query) {
        return new MatchedScan(reading, query, apart -> bounded(apart, reading.unit()));
    }
}
