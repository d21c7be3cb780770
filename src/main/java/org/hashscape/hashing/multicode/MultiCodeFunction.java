package org.hashscape.hashing.multicode;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashscape.hashing.HashFunction;
import org.hashscape.model.MultiCode;

/**
 * Turns the regions of a tile into a code per primitive. With posteriors P(j | r) of the mixture and the threshold Th =
 * {@value #THRESHOLD}, f_j is the mean of the tile's regions with P(j | r) > Th; primitive j is there where any region
 * has such a posterior, and its code is H_j(f_j). As Th is a half, a region belongs to one primitive at most.
 *
 * <p>{@link #zeros} are the codes H_j(0) that the published distance takes for a primitive that is not there. Descriptors
 * of regions are centred, so the zero vector is the archive's average region.
 *
 * <p>Immutable; safe to call from several threads at once.
 */
public final class MultiCodeFunction {

    public static final double THRESHOLD = 0.5;

    private final String method;
    private final int bits;
    private final GaussianMixture mixture;
    private final List<HashFunction> hashes;
    private final MultiCode zeros;

    MultiCodeFunction(String method, int bits, GaussianMixture mixture, List<HashFunction> hashes) {
        this.method = method;
        this.bits = bits;
        this.mixture = mixture;
        this.hashes = List.copyOf(hashes);
        ByteArrayOutputStream codes = new ByteArrayOutputStream();
        for (HashFunction hash : hashes) {
            if (hash.bits() != bits || hash.dimension() != mixture.dimension()) {
                throw new IllegalArgumentException("A primitive's hash function has " + hash.bits() + " bits and "
                        + hash.dimension() + " floats, not " + bits + " and " + mixture.dimension());
            }
            codes.writeBytes(MultiCode.bytesOf(hash.encode(new float[mixture.dimension()])));
        }
        this.zeros = new MultiCode(bits, (int) ((1L << hashes.size()) - 1), codes.toByteArray());
    }

    /** What a region belongs to: the most probable primitive, and whether that is above the threshold. */
    public record Assignment(int primitive, double posterior) {

        /** The primitive, where the region shows it clearly enough to count. */
        public Optional<Integer> counted() {
            return posterior > THRESHOLD ? Optional.of(primitive) : Optional.empty();
        }
    }

    /** Id of the method that made it. */
    public String method() {
        return method;
    }

    /** Bits of each code. */
    public int bits() {
        return bits;
    }

    /** Floats that a region's descriptor must have. */
    public int dimension() {
        return mixture.dimension();
    }

    /** How many primitives it knows. */
    public int primitives() {
        return hashes.size();
    }

    /** The code of the zero vector for every primitive. */
    public MultiCode zeros() {
        return zeros;
    }

    GaussianMixture mixture() {
        return mixture;
    }

    List<HashFunction> hashes() {
        return hashes;
    }

    /** What each region belongs to. */
    public List<Assignment> assign(float[][] regions) {
        List<Assignment> all = new ArrayList<>();
        for (float[] region : regions) {
            requireDimension(region);
            double[] posteriors = mixture.posteriors(region, 0);
            int best = 0;
            for (int j = 1; j < posteriors.length; j++) {
                best = posteriors[j] > posteriors[best] ? j : best;
            }
            all.add(new Assignment(best, posteriors[best]));
        }
        return all;
    }

    /** The codes of a tile; none where no region is above the threshold. */
    public MultiCode encode(float[][] regions) {
        float[][] means = primitiveMeans(mixture, regions);
        ByteArrayOutputStream codes = new ByteArrayOutputStream();
        int presence = 0;
        for (int j = 0; j < means.length; j++) {
            if (means[j].length > 0) {
                presence |= 1 << j;
                codes.writeBytes(MultiCode.bytesOf(hashes.get(j).encode(means[j])));
            }
        }
        return new MultiCode(bits, presence, codes.toByteArray());
    }

    /** f_j for every primitive; an empty array where it is not there. */
    static float[][] primitiveMeans(GaussianMixture mixture, float[][] regions) {
        float[][] means = new float[mixture.components()][0];
        int[] counts = new int[mixture.components()];
        for (float[] region : regions) {
            double[] posteriors = mixture.posteriors(region, 0);
            for (int j = 0; j < posteriors.length; j++) {
                if (posteriors[j] > THRESHOLD) {
                    means[j] = counts[j]++ == 0 ? new float[region.length] : means[j];
                    for (int i = 0; i < region.length; i++) {
                        means[j][i] += region[i];
                    }
                }
            }
        }
        for (int j = 0; j < means.length; j++) {
            for (int i = 0; i < means[j].length; i++) {
                means[j][i] /= counts[j];
            }
        }
        return means;
    }

    private void requireDimension(float[] region) {
        if (region.length != dimension()) {
            throw new IllegalArgumentException(
                    "This model hashes regions of " + dimension() + " floats, not " + region.length);
        }
    }
}
