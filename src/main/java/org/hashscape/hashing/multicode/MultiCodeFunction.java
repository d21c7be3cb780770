package org.hashscape.hashing.multicode;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashscape.hashing.HashFunction;
import org.hashscape.model.CodeReading;
import org.hashscape.model.MultiCode;

/**
 * Turns the regions of a tile into a code per primitive. With posteriors P(j | r) of the mixture and the threshold Th =
 * {@value #THRESHOLD}, f_j is the mean of the tile's regions with P(j | r) > Th; primitive j is there where any region
 * has such a posterior, and its code is H_j(f_j). As Th is a half, a region belongs to one primitive at most. How much of the
 * tile those regions cover is kept beside the code, as a level.
 *
 * <p>As published, regions are taken as they come and each counts alike in f_j. A function with a reading first scales regions
 * ({@link RegionScale}), each counts in f_j by its area, and its codes can be read back as vectors ({@link #reading}).
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
    private final Optional<RegionScale> scale;
    private final Optional<CodeReading> reading;
    private final MultiCode zeros;

    /**
     * @param scale what regions go through before the mixture; empty for the published method
     * @param reading how codes are read back; there where a scale is
     */
    MultiCodeFunction(
            String method,
            int bits,
            GaussianMixture mixture,
            List<HashFunction> hashes,
            Optional<RegionScale> scale,
            Optional<CodeReading> reading) {
        this.scale = scale;
        this.reading = reading;
        if (scale.isPresent() != reading.isPresent()
                || scale.filter(each -> each.components() != mixture.dimension())
                        .isPresent()
                || reading.filter(each -> each.primitives() != hashes.size() || each.bits() != bits)
                        .isPresent()) {
            throw new IllegalArgumentException(
                    "The scale of regions, the mixture and the reading of codes do not go together");
        }
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
        return scale.map(RegionScale::dimension).orElse(mixture.dimension());
    }

    /** What codes read as; empty for the published method. */
    public Optional<CodeReading> reading() {
        return reading;
    }

    Optional<RegionScale> scale() {
        return scale;
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
            double[] posteriors = mixture.posteriors(scaled(region), 0);
            int best = 0;
            for (int j = 1; j < posteriors.length; j++) {
                best = posteriors[j] > posteriors[best] ? j : best;
            }
            all.add(new Assignment(best, posteriors[best]));
        }
        return all;
    }

    /**
     * The codes of a tile; none where no region is above the threshold.
     *
     * @param regions one descriptor per region
     * @param sizes pixels of each, in whatever unit
     */
    public MultiCode encode(float[][] regions, int[] sizes) {
        float[][] scaled = new float[regions.length][];
        for (int i = 0; i < regions.length; i++) {
            scaled[i] = scaled(regions[i]);
        }
        return code(PrimitiveMeans.of(mixture, scaled, sizes, scale.isPresent()), hashes, bits);
    }

    static MultiCode code(PrimitiveMeans means, List<HashFunction> hashes, int bits) {
        ByteArrayOutputStream codes = new ByteArrayOutputStream();
        int presence = 0;
        long levels = 0;
        for (int j = 0; j < means.primitives(); j++) {
            if (means.shows(j)) {
                presence |= 1 << j;
                levels |= (long) MultiCode.levelOf(means.shares()[j]) << MultiCode.LEVEL_BITS * j;
                codes.writeBytes(MultiCode.bytesOf(hashes.get(j).encode(means.means()[j])));
            }
        }
        return new MultiCode(bits, presence, levels, codes.toByteArray());
    }

    private float[] scaled(float[] region) {
        requireDimension(region);
        return scale.isPresent() ? scale.get().apply(region) : region;
    }

    private void requireDimension(float[] region) {
        if (region.length != dimension()) {
            throw new IllegalArgumentException(
                    "This model hashes regions of " + dimension() + " floats, not " + region.length);
        }
    }
}
