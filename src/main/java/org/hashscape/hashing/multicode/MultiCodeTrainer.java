package org.hashscape.hashing.multicode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.HashTrainer;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.hashing.algebra.Draws;
import org.hashscape.hashing.baseline.ItqTrainer;
import org.hashscape.hashing.kernel.KlshTrainer;
import org.hashscape.hashing.kernel.KslshTrainer;
import org.hashscape.hashing.lsh.LshTrainer;
import org.hashscape.model.CodeReading;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;
import org.hashscape.model.MultiCode;
import org.hashscape.model.Progress;

/**
 * Learns primitives and a hash function for each.
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><td>K</td><td>{@value #PUBLISHED_PRIMITIVES} components of the mixture as published, {@value #PRIMITIVES} for the others, whose
 * distance tells near primitives from far ones; fewer where there are fewer than {@value #REGIONS_PER_PRIMITIVE} regions for each</td></tr>
 * <tr><td>sample</td><td>at most {@value #SAMPLE} regions, drawn from all tiles, on which the mixture is fitted</td></tr>
 * <tr><td>H_j</td><td>trained on f_j of the tiles that show primitive j, with anchors of its own</td></tr>
 * </table>
 *
 * <p>All but the published method first scale regions ({@link RegionScale}), and at last learn to read their codes back
 * ({@link ReadingTrainer}): as f_j, or, where codes are supervised, as the labels of the tile.
 *
 * <p>A primitive that too few tiles show for its kind of hash function falls back: KSLSH and ITQ to KLSH, and KLSH to random
 * hyperplanes through the mean of the sample.
 */
public final class MultiCodeTrainer {

    public static final int PUBLISHED_PRIMITIVES = 17;
    public static final int PRIMITIVES = 32;
    /** Fewer, since labels must suffice for each. */
    static final int SUPERVISED_PRIMITIVES = 8;

    static final int SAMPLE = 5_000;
    static final int REGIONS_PER_PRIMITIVE = 8;
    private static final int FEWEST_TILES = 16;

    private final String method;
    private final String title;
    private final int most;
    private final boolean read;
    private final List<HashTrainer> trainers;

    private MultiCodeTrainer(String method, String title, int most, boolean read, List<HashTrainer> trainers) {
        this.method = method;
        this.title = title;
        this.most = most;
        this.read = read;
        this.trainers = trainers;
    }

    /** As published: KLSH per primitive. */
    public static MultiCodeTrainer multicode() {
        return new MultiCodeTrainer("multicode", "Multi-code", PUBLISHED_PRIMITIVES, false, List.of(new KlshTrainer()));
    }

    /** KLSH per primitive, in the scale of regions, to be read back. */
    public static MultiCodeTrainer symmetric() {
        return new MultiCodeTrainer(
                "multicode-symmetric", "Multi-code, symmetric distance", PRIMITIVES, true, List.of(new KlshTrainer()));
    }

    /** The same with ITQ per primitive. */
    public static MultiCodeTrainer itq() {
        return new MultiCodeTrainer(
                "multicode-itq",
                "Multi-code, symmetric distance (ITQ)",
                PRIMITIVES,
                true,
                List.of(new ItqTrainer(), new KlshTrainer()));
    }

    /** The same with supervised codes: KSLSH per primitive. */
    public static MultiCodeTrainer supervised() {
        return new MultiCodeTrainer(
                "multicode-kslsh",
                "Multi-code, supervised",
                SUPERVISED_PRIMITIVES,
                true,
                List.of(new KslshTrainer(), new KlshTrainer()));
    }

    public String method() {
        return method;
    }

    /** What the user reads. */
    public String title() {
        return title;
    }

    /** Whether training needs labels. */
    public boolean needsLabels() {
        return trainers.get(0).supervised();
    }

    /** Why this set cannot be trained on, with what to do about it; empty where it can. */
    public Optional<String> objectionTo(RegionTrainingSet set) {
        if (set.tiles() < FEWEST_TILES) {
            return Optional.of(title + " needs at least " + FEWEST_TILES + " described tiles, but there are "
                    + set.tiles() + ". Import more, or use LSH.");
        }
        long classes = set.labels().stream()
                .filter(labels -> !labels.isEmpty())
                .distinct()
                .count();
        if (needsLabels() && classes < 2) {
            return Optional.of(title + " learns from labels, but the tiles have " + classes
                    + " kinds of them. Import class folders or a manifest, or use multicode.");
        }
        return Optional.empty();
    }

    /**
     * Trains. Same set, bits and seed give the same function.
     *
     * @throws IllegalArgumentException with the text of {@link #objectionTo} where there is an objection
     */
    public MultiCodeFunction train(RegionTrainingSet set, int bits, long seed, Progress progress) {
        objectionTo(set).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        Optional<RegionScale> scale = read ? Optional.of(RegionScale.learn(set)) : Optional.empty();
        RegionTrainingSet scaled = scale.isPresent() ? scaled(set, scale.get()) : set;
        Random random = Draws.of(seed);
        int rows = scaled.regions().rows();
        DescriptorMatrix sample = scaled.regions().select(Draws.distinct(rows, Math.min(SAMPLE, rows), random));
        int components = Math.max(1, Math.min(most, sample.rows() / REGIONS_PER_PRIMITIVE));
        GaussianMixture mixture = GaussianMixture.fit(sample, components, random.nextLong(), progress.part(0, 0.4));
        List<PrimitiveMeans> shown = new ArrayList<>();
        for (int tile = 0; tile < set.tiles(); tile++) {
            shown.add(PrimitiveMeans.of(mixture, scaled.regionsOf(tile), scaled.sizesOf(tile), read));
        }
        List<HashFunction> hashes = new ArrayList<>();
        for (int j = 0; j < components; j++) {
            int primitive = j;
            progress.checkCancelled();
            progress.report(0.4 + 0.5 * j / components, "Primitive " + (j + 1) + " of " + components);
            int[] tiles = IntStream.range(0, shown.size())
                    .filter(tile -> shown.get(tile).shows(primitive))
                    .toArray();
            List<float[]> means = Arrays.stream(tiles)
                    .mapToObj(tile -> shown.get(tile).means()[primitive])
                    .toList();
            List<Labels> labels =
                    Arrays.stream(tiles).mapToObj(set.labels()::get).toList();
            hashes.add(hash(means, labels, sample, bits, random.nextLong()));
        }
        if (!read) {
            return new MultiCodeFunction(method, bits, mixture, hashes, Optional.empty(), Optional.empty());
        }
        CodeReading reading = reading(set, shown, mixture, hashes, bits, random.nextLong(), progress.part(0.9, 1));
        return new MultiCodeFunction(method, bits, mixture, hashes, scale, Optional.of(reading));
    }

    private static RegionTrainingSet scaled(RegionTrainingSet set, RegionScale scale) {
        int rows = set.regions().rows();
        float[] values = new float[Math.multiplyExact(rows, scale.components())];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(
                    scale.apply(set.regions().row(row)), 0, values, row * scale.components(), scale.components());
        }
        return set.with(new DescriptorMatrix(rows, scale.components(), values));
    }

    private CodeReading reading(
            RegionTrainingSet set,
            List<PrimitiveMeans> shown,
            GaussianMixture mixture,
            List<HashFunction> hashes,
            int bits,
            long seed,
            Progress progress) {
        Random random = Draws.of(seed);
        List<String> names = set.labels().stream()
                .flatMap(labels -> labels.names().stream())
                .distinct()
                .sorted()
                .toList();
        int dimension = needsLabels() ? names.size() : mixture.dimension();
        ReadingTrainer trainer = new ReadingTrainer(bits, hashes.size(), dimension);
        for (int j = 0; j < hashes.size(); j++) {
            progress.checkCancelled();
            progress.report((double) j / hashes.size(), "Reading codes of primitive " + (j + 1));
            List<byte[]> signs = new ArrayList<>();
            List<float[]> vectors = new ArrayList<>();
            for (int tile = 0; tile < shown.size(); tile++) {
                Labels labels = set.labels().get(tile);
                if (shown.get(tile).shows(j) && !(needsLabels() && labels.isEmpty())) {
                    float[] mean = shown.get(tile).means()[j];
                    signs.add(MultiCode.bytesOf(hashes.get(j).encode(mean)));
                    vectors.add(needsLabels() ? indicator(labels, names) : mean);
                }
            }
            float[] fallback = needsLabels() ? new float[dimension] : mixture.mean(j);
            trainer.fit(j, signs, vectors, fallback, random.nextLong());
        }
        CodeReading reading = trainer.reading();
        List<MultiCode> codes = shown.stream()
                .map(means -> MultiCodeFunction.code(means, hashes, bits))
                .toList();
        return ReadingTrainer.withUnit(reading, codes, random.nextLong());
    }

    /** 1 where the tile carries the label. */
    private static float[] indicator(Labels labels, List<String> names) {
        float[] indicator = new float[names.size()];
        for (int i = 0; i < indicator.length; i++) {
            indicator[i] = labels.names().contains(names.get(i)) ? 1 : 0;
        }
        return indicator;
    }

    private HashFunction hash(List<float[]> means, List<Labels> labels, DescriptorMatrix sample, int bits, long seed) {
        TrainingSet own = new TrainingSet(matrix(means, sample.dimension()), labels);
        for (HashTrainer trainer : trainers) {
            if (trainer.objectionTo(own, bits).isEmpty()) {
                return trainer.train(own, bits, seed, Progress.NONE);
            }
        }
        List<Labels> none = Collections.nCopies(sample.rows(), Labels.NONE);
        return new LshTrainer().train(new TrainingSet(sample, none), bits, seed, Progress.NONE);
    }

    private static DescriptorMatrix matrix(List<float[]> rows, int dimension) {
        float[] values = new float[Math.multiplyExact(rows.size(), dimension)];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, values, row * dimension, dimension);
        }
        return new DescriptorMatrix(rows.size(), dimension, values);
    }
}
