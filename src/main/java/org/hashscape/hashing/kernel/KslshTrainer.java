package org.hashscape.hashing.kernel;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.HashTrainer;
import org.hashscape.hashing.ModelInput;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.hashing.algebra.Draws;
import org.hashscape.hashing.algebra.SymmetricEigen;
import org.hashscape.hashing.algebra.TopEigenvector;
import org.hashscape.hashing.algebra.Vectors;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;

/**
 * Supervised hashing with kernels: learns, one bit after the other, weights over anchors such that codes of images
 * that share a label agree and others differ. Liu, Wang, Ji, Jiang and Chang, <i>Supervised hashing with kernels</i>,
 * CVPR 2012, sections 3.2 and 3.3; "KSLSH" in Demir and Bruzzone, TGRS 2016.
 */
public final class KslshTrainer implements HashTrainer {

    private static final int ANCHORS = 300;
    private static final int FEWEST = 16;
    private static final int LABELLED = 2000;
    private static final int STEPS = Integer.getInteger("x.steps", 500);
    private static final double TOLERANCE = Double.parseDouble(System.getProperty("x.tol", "1e-5"));
    private static final double NULL_SPACE = Double.parseDouble(System.getProperty("x.null", "1e-9"));
    private static final boolean WHITE = Boolean.getBoolean("x.white");

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
                            + labelled + ". Import labels, or use a method without labels such as ITQ or KLSH.");
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
        List<Labels> labels =
                java.util.Arrays.stream(sample).mapToObj(set.labels()::get).toList();
        int l = sample.length;
        int m = Math.min(ANCHORS, l);
        DescriptorMatrix chosen = rows.select(Draws.distinct(l, m, random));
        Anchors anchors = new Anchors(Kernel.RBF, Anchors.gammaFor(rows, chosen), chosen);
        double[] kernels = anchors.compareAll(rows);
        double[] means = Anchors.columnMeans(kernels, l, m);
        for (int i = 0; i < l; i++) {
            Vectors.addScaled(-1, means, 0, kernels, i * m, m);
        }
        progress.checkCancelled();
        double[] gram = new double[m * m];
        for (int i = 0; i < l; i++) {
            for (int j = 0; j < m; j++) {
                Vectors.addScaled(kernels[i * m + j], kernels, i * m, gram, j * m, m);
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(gram, m);
        int r = Math.max(1, eigen.rank(NULL_SPACE));
        double[] white = new double[r * m];
        for (int j = 0; j < r; j++) {
            Vectors.addScaled(1 / Math.sqrt(eigen.values()[j]), eigen.vectors(), j * m, white, j * m, m);
        }
        double[] v = new double[l * r];
        for (int i = 0; i < l; i++) {
            for (int j = 0; j < r; j++) {
                v[i * r + j] = Vectors.dot(kernels, i * m, white, j * m, m);
            }
        }
        Residual residual = new Residual(LabelSimilarity.of(labels), bits);
        double[] reduced = residual.project(v, r);
        double[] weights = new double[bits * m];
        SurrogateAscent ascent = WHITE
                ? new SurrogateAscent(v, l, r, STEPS, TOLERANCE)
                : new SurrogateAscent(kernels, l, m, STEPS, TOLERANCE);
        for (int bit = 0; bit < bits; bit++) {
            progress.checkCancelled();
            progress.report(0.1 + 0.9 * bit / bits, "Learning bit " + (bit + 1) + " of " + bits);
            double[] z = TopEigenvector.of(reduced, r);
            for (int j = 0; j < r; j++) {
                z[j] *= Math.sqrt(l);
            }
            double[] a = unwhiten(white, z, r, m);
            double[] y = signs(kernels, a, l, m);
            double[] better = WHITE
                    ? unwhiten(white, ascent.improve(z, residual, progress), r, m)
                    : ascent.improve(a, residual, progress);
            double[] betterY = signs(kernels, better, l, m);
            if (residual.quadratic(betterY) > residual.quadratic(y)) {
                a = better;
                y = betterY;
            }
            System.arraycopy(a, 0, weights, bit * m, m);
            residual.subtract(y);
            double[] vy = new double[r];
            for (int i = 0; i < l; i++) {
                Vectors.addScaled(y[i], v, i * r, vy, 0, r);
            }
            for (int j = 0; j < r; j++) {
                Vectors.addScaled(-vy[j], vy, 0, reduced, j * r, r);
            }
        }
        return new KernelHash(method(), anchors, means, bits, weights);
    }

    private static double[] unwhiten(double[] white, double[] z, int r, int m) {
        double[] a = new double[m];
        for (int j = 0; j < r; j++) {
            Vectors.addScaled(z[j], white, j * m, a, 0, m);
        }
        return a;
    }

    private static double[] signs(double[] kernels, double[] a, int l, int m) {
        double[] signs = new double[l];
        for (int i = 0; i < l; i++) {
            signs[i] = Vectors.dot(kernels, i * m, a, 0, m) > 0 ? 1 : -1;
        }
        return signs;
    }

    @Override
    public HashFunction read(int bits, int dimension, ModelInput in) {
        return KernelHash.read(method(), bits, dimension, in);
    }
}
