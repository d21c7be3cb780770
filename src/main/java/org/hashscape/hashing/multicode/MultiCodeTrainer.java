package org.hashscape.hashing.multicode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.HashTrainer;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.hashing.algebra.Draws;
import org.hashscape.hashing.kernel.KlshTrainer;
import org.hashscape.hashing.kernel.KslshTrainer;
import org.hashscape.hashing.lsh.LshTrainer;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;

/**
 * Learns primitives and a hash function for each.
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><td>K</td><td>{@value #PRIMITIVES} components of the mixture; fewer where there are fewer than {@value
 * #REGIONS_PER_PRIMITIVE} regions for each</td></tr>
 * <tr><td>sample</td><td>at most {@value #SAMPLE} regions, drawn from all tiles, on which the mixture is fitted</td></tr>
 * <tr><td>H_j</td><td>trained on f_j of the tiles that show primitive j, with anchors of its own</td></tr>
 * </table>
 *
 * <p>A primitive that too few tiles show for its kind of hash function falls back: KSLSH to KLSH, and KLSH to random
 * hyperplanes through the mean of the sample.
 */
public final class MultiCodeTrainer {

    public static final int PRIMITIVES = 17;

    static final int SAMPLE = 5_000;
    static final int REGIONS_PER_PRIMITIVE = 8;
    private static final int FEWEST_TILES = 16;

    private final String method;
    private final String title;
    private final List<HashTrainer> trainers;

    private MultiCodeTrainer(String method, String title, List<HashTrainer> trainers) {
        this.method = method;
        this.title = title;
        this.trainers = trainers;
    }

    /** As published: KLSH per primitive. */
    public static MultiCodeTrainer multicode() {
        return new MultiCodeTrainer("multicode", "Multi-code", List.of(new KlshTrainer()));
    }

    /** With supervised codes: KSLSH per primitive. */
    public static MultiCodeTrainer supervised() {
        return new MultiCodeTrainer(
                "multicode-kslsh", "Multi-code, supervised", List.of(new KslshTrainer(), new KlshTrainer()));
    }

    public String method() {
        return method;
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
        Random random = Draws.of(seed);
        int rows = set.regions().rows();
        DescriptorMatrix sample = set.regions().select(Draws.distinct(rows, Math.min(SAMPLE, rows), random));
        int components = Math.max(1, Math.min(PRIMITIVES, sample.rows() / REGIONS_PER_PRIMITIVE));
        GaussianMixture mixture = GaussianMixture.fit(sample, components, random.nextLong(), progress.part(0, 0.4));
        List<List<float[]>> means = new ArrayList<>();
        List<List<Labels>> labels = new ArrayList<>();
        for (int j = 0; j < components; j++) {
            means.add(new ArrayList<>());
            labels.add(new ArrayList<>());
        }
        for (int tile = 0; tile < set.tiles(); tile++) {
            float[][] own = MultiCodeFunction.primitiveMeans(mixture, set.regionsOf(tile));
            for (int j = 0; j < components; j++) {
                if (own[j].length > 0) {
                    means.get(j).add(own[j]);
                    labels.get(j).add(set.labels().get(tile));
                }
            }
        }
        List<HashFunction> hashes = new ArrayList<>();
        for (int j = 0; j < components; j++) {
            progress.checkCancelled();
            progress.report(0.4 + 0.6 * j / components, "Primitive " + (j + 1) + " of " + components);
            hashes.add(hash(means.get(j), labels.get(j), sample, bits, random.nextLong()));
        }
        return new MultiCodeFunction(method, bits, mixture, hashes);
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
