package org.hashscape.hashing.kernel;

import java.util.Optional;
import java.util.Random;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.HashTrainer;
import org.hashscape.hashing.ModelInput;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.hashing.algebra.Draws;
import org.hashscape.hashing.algebra.SymmetricEigen;
import org.hashscape.hashing.algebra.Vectors;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Progress;

/**
 * Kernelised LSH: random hyperplanes in the space of a kernel, reached by way of the central limit theorem. Kulis and
 * Grauman, <i>Kernelized locality-sensitive hashing for scalable image search</i>, ICCV 2009, section 4 ("KULSH" in
 * the Earth-observation literature). Unsupervised. Worth it where the kernel knows more of likeness than the dot
 * product does; on bags of visual words it does not beat LSH.
 *
 * <p>p anchors are drawn from the training set; K is their kernel matrix and K_c the same, centred. For each bit t
 * anchors S are drawn and w = K_c^(-1/2) e_S, with e_S their indicator; bit = [sum_i w(i) k_c(a_i, x) > 0], with
 * k_c(a_i, x) = k(a_i, x) - mu_i - mean_j k(a_j, x) + mu, where mu_i and mu are the means of row i of K and of all of K.
 * Eigenvalues up to {@value #NULL_SPACE} of the largest count as zero, and so do negative ones, which kernels that are
 * not positive definite have.
 *
 * <p>As sum_i mu_i = p mu, the sum equals sum_i (w(i) - mean w) (k(a_i, x) - mu_i): that is what is stored.
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><td>p</td><td>{@value #ANCHORS}, or all where the set is smaller; at least {@value #FEWEST}</td></tr>
 * <tr><td>t</td><td>min(p / 4, {@value #DRAWN})</td></tr>
 * </table>
 */
public final class KlshTrainer implements HashTrainer {

    static final int ANCHORS = 300;
    static final int DRAWN = 30;
    /** With fewer anchors than this a random subset of a quarter of them is no sample of anything. */
    static final int FEWEST = 16;

    static final double NULL_SPACE = 1e-9;

    private final Kernel kernel;

    /** With the RBF kernel. */
    public KlshTrainer() {
        this(Kernel.RBF);
    }

    public KlshTrainer(Kernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public String method() {
        return "klsh";
    }

    @Override
    public String title() {
        return "KLSH (kernelised LSH)";
    }

    @Override
    public boolean supervised() {
        return false;
    }

    @Override
    public Optional<String> objectionTo(TrainingSet set, int bits) {
        if (set.size() < FEWEST) {
            return Optional.of("KLSH needs at least " + FEWEST + " described images as anchors, but there are "
                    + set.size() + ". Import and describe more, or use LSH.");
        }
        return kernel.objectionTo(set.descriptors());
    }

    @Override
    public HashFunction train(TrainingSet set, int bits, long seed, Progress progress) {
        requireTrainable(set, bits);
        progress.checkCancelled();
        progress.report(0, "Comparing anchors");
        Random random = Draws.of(seed);
        int count = Math.min(ANCHORS, set.size());
        DescriptorMatrix rows = set.descriptors().select(Draws.distinct(set.size(), count, random));
        Anchors anchors = new Anchors(kernel, kernel == Kernel.RBF ? gammaAmong(rows) : 0, rows);
        double[] kernels = anchors.compareAll(rows);
        double[] means = Anchors.columnMeans(kernels, count, count);
        progress.checkCancelled();
        progress.report(0.3, "Decomposing the kernel matrix");
        double[] root = inverseSquareRoot(centred(kernels, means), count);
        double[] weights = new double[Math.multiplyExact(bits, count)];
        for (int bit = 0; bit < bits; bit++) {
            progress.checkCancelled();
            progress.report(0.6 + 0.4 * bit / bits, "Drawing bit " + (bit + 1) + " of " + bits);
            for (int drawn : Draws.distinct(count, Math.min(count / 4, DRAWN), random)) {
                Vectors.addScaled(1, root, drawn * count, weights, bit * count, count);
            }
            removeMean(weights, bit * count, count);
        }
        return new KernelHash(method(), anchors, means, bits, weights);
    }

    @Override
    public HashFunction read(int bits, int dimension, ModelInput in) {
        return KernelHash.read(method(), bits, dimension, in);
    }

    /** The mean runs over pairs of different anchors. */
    private static double gammaAmong(DescriptorMatrix rows) {
        double withSelf = Anchors.gammaFor(rows, rows);
        return withSelf * (rows.rows() - 1) / rows.rows();
    }

    /** K_c(i, j) = K(i, j) - mu_i - mu_j + mu. */
    private static double[] centred(double[] kernels, double[] means) {
        int n = means.length;
        double total = 0;
        for (double mean : means) {
            total += mean / n;
        }
        double[] centred = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double value = kernels[i * n + j] - means[i] - means[j] + total;
                centred[i * n + j] = value;
                centred[j * n + i] = value;
            }
        }
        return centred;
    }

    /** sum_j lambda_j^(-1/2) u_j u_j' over the eigenvalues that are not zero; symmetric. */
    static double[] inverseSquareRoot(double[] matrix, int n) {
        SymmetricEigen eigen = SymmetricEigen.of(matrix, n);
        double[] root = new double[n * n];
        int rank = eigen.rank(NULL_SPACE);
        for (int j = 0; j < rank; j++) {
            double factor = 1 / Math.sqrt(eigen.values()[j]);
            for (int i = 0; i < n; i++) {
                Vectors.addScaled(factor * eigen.vectors()[j * n + i], eigen.vectors(), j * n, root, i * n, n);
            }
        }
        return root;
    }

    private static void removeMean(double[] weights, int from, int length) {
        double sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += weights[i];
        }
        for (int i = from; i < from + length; i++) {
            weights[i] -= sum / length;
        }
    }
}
