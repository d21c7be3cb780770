package org.hashscape.hashing.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.HashTrainer;
import org.hashscape.hashing.ModelInput;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.hashing.algebra.Draws;
import org.hashscape.hashing.algebra.Vectors;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;

/**
 * Supervised hashing with kernels: learns, one bit after the other, weights over anchors such that codes of images
 * that share a label agree and others differ. Liu, Wang, Ji, Jiang and Chang, <i>Supervised hashing with kernels</i>,
 * CVPR 2012, section 3; "KSLSH" in Demir and Bruzzone, TGRS 2016. The best method here where images carry labels;
 * classes it has not seen in training it may well throw together.
 *
 * <p>Target: S_ij = +1 where images i and j share a label, else -1, and code inner products (1/b) sum_k y_k y_k' near it.
 * Kernel: exp(-||x - a||^2 / (2 sigma)), sigma = mean squared distance of training images to anchors, minus its mean
 * over the training images. {@link GreedyBits} says how a bit is learned. Bit = [a_r . k(x) > 0].
 *
 * <p>Images without labels are left out. The relative change at which the descent of a bit stops is measured over ten
 * steps: measured over one, it stops long before it is of use.
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><td>l</td><td>labelled images: all, or {@value #LABELLED} drawn class by class</td></tr>
 * <tr><td>m</td><td>anchors drawn from them: {@value #ANCHORS}, or all where there are fewer</td></tr>
 * </table>
 */
public final class KslshTrainer implements HashTrainer {

    static final int ANCHORS = 300;
    static final int LABELLED = 2000;
    /** With fewer labelled images than this there is nothing to generalise from. */
    static final int FEWEST = 16;

    @Override
    public String method() {
        return "kslsh";
    }

    @Override
    public String title() {
        return "KSLSH (supervised kernel hashing)";
    }

    @Override
    public boolean supervised() {
        return true;
    }

    @Override
    public Optional<String> objectionTo(TrainingSet set, int bits) {
        long labelled =
                set.labels().stream().filter(labels -> !labels.isEmpty()).count();
        if (labelled < FEWEST) {
            return Optional.of(
                    "KSLSH learns from labels and needs at least " + FEWEST + " labelled images, but there are "
                            + labelled + ". Label more, or use a method without labels such as ITQ or KLSH.");
        }
        if (!LabelSimilarity.hasContrast(set.labels())) {
            return Optional.of("KSLSH learns to tell labels apart, but every labelled image shares a label with every"
                    + " other. Label a second class, or use a method without labels such as ITQ or KLSH.");
        }
        return Optional.empty();
    }

    @Override
    public HashFunction train(TrainingSet set, int bits, long seed, Progress progress) {
        requireTrainable(set, bits);
        progress.checkCancelled();
        progress.report(0, "Comparing images with anchors");
        Random random = Draws.of(seed);
        int[] sample = LabelledSample.rows(set.labels(), LABELLED, random);
        DescriptorMatrix rows = set.descriptors().select(sample);
        List<Labels> labels = Arrays.stream(sample).mapToObj(set.labels()::get).toList();
        int count = Math.min(ANCHORS, sample.length);
        DescriptorMatrix chosen = rows.select(Draws.distinct(sample.length, count, random));
        Anchors anchors = new Anchors(Kernel.RBF, Anchors.gammaFor(rows, chosen), chosen);
        double[] kernels = anchors.compareAll(rows);
        double[] means = Anchors.columnMeans(kernels, sample.length, count);
        for (int row = 0; row < sample.length; row++) {
            Vectors.addScaled(-1, means, 0, kernels, row * count, count);
        }
        progress.checkCancelled();
        progress.report(0.05, "Decomposing the kernel matrix");
        WhitenedKernel kernel = new WhitenedKernel(kernels, count);
        double[] weights = new double[Math.multiplyExact(bits, count)];
        if (kernel.rank() > 0) {
            learn(new GreedyBits(kernel, LabelSimilarity.of(labels), bits), weights, bits, progress.part(0.1, 1));
        }
        return new KernelHash(method(), anchors, means, bits, weights);
    }

    private static void learn(GreedyBits greedy, double[] weights, int bits, Progress progress) {
        int count = weights.length / bits;
        for (int bit = 0; bit < bits; bit++) {
            progress.checkCancelled();
            progress.report((double) bit / bits, "Learning bit " + (bit + 1) + " of " + bits);
            System.arraycopy(greedy.learn(progress), 0, weights, bit * count, count);
        }
    }

    @Override
    public HashFunction read(int bits, int dimension, ModelInput in) {
        return KernelHash.read(method(), bits, dimension, in);
    }
}
