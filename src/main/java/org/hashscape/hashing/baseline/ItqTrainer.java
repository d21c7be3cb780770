package org.hashscape.hashing.baseline;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.HashTrainer;
import org.hashscape.hashing.ModelInput;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.hashing.algebra.Draws;
import org.hashscape.hashing.lsh.HyperplaneHash;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Progress;

/**
 * Iterative quantisation: the principal components of the descriptors, rotated so that their signs lose as little as
 * possible. Gong and Lazebnik, <i>Iterative quantization: a Procrustean approach to learning binary codes</i>, CVPR
 * 2011, sections 2.2 and 2.3. Unsupervised; beats random hyperplanes by far at few bits, and stops gaining where bits
 * outnumber the components that mean something.
 *
 * <p>V = centred descriptors times the top b principal directions P; R starts as a random rotation; {@value
 * ItqRotation#ITERATIONS} times: B = sgn(V R), then R = the rotation that minimises ||B - V R||. Bit r = [((x - mean) P R)_r >= 0].
 *
 * <p>More bits than usable components (eigenvalue above {@value #NULL_SPACE} of the largest; at most the dimension, or
 * one less than the images) or than {@value #MOST_PER_BLOCK}: the bits are cut into equal blocks of no more than that,
 * and each block gets a rotation of its own, from another random start, of the components it needs.
 *
 * <p>Learns from {@value #MOST_ROWS} images drawn by the seed where there are more.
 */
public final class ItqTrainer implements HashTrainer {

    static final int MOST_ROWS = 20_000;
    /** Rotations of more dimensions take minutes, and a step of them longer than a cancelled user waits. */
    static final int MOST_PER_BLOCK = 512;

    static final double NULL_SPACE = 1e-9;

    @Override
    public String method() {
        return "itq";
    }

    @Override
    public String title() {
        return "ITQ (PCA and learned rotation)";
    }

    @Override
    public boolean supervised() {
        return false;
    }

    @Override
    public Optional<String> objectionTo(TrainingSet set, int bits) {
        if (set.size() < 2) {
            return Optional.of("ITQ needs at least 2 described images to find principal components, but there are "
                    + set.size() + ". Import and describe more.");
        }
        DescriptorMatrix descriptors = set.descriptors();
        float[] first = descriptors.row(0);
        for (int row = 1; row < descriptors.rows(); row++) {
            if (!Arrays.equals(first, descriptors.row(row))) {
                return Optional.empty();
            }
        }
        return Optional.of("ITQ needs descriptors that differ, but all " + set.size()
                + " images have the same one. Choose another descriptor.");
    }

    @Override
    public HashFunction train(TrainingSet set, int bits, long seed, Progress progress) {
        requireTrainable(set, bits);
        progress.checkCancelled();
        progress.report(0, "Finding principal components");
        Random random = Draws.of(seed);
        DescriptorMatrix rows = sample(set.descriptors(), random);
        PrincipalComponents components = PrincipalComponents.of(rows, bits, NULL_SPACE, progress);
        int dimension = rows.dimension();
        float[] normals = new float[Math.multiplyExact(bits, dimension)];
        int largest = Math.min(components.count(), MOST_PER_BLOCK);
        int blocks = (bits + largest - 1) / largest;
        for (int block = 0; block < blocks; block++) {
            int from = (int) ((long) bits * block / blocks);
            int to = (int) ((long) bits * (block + 1) / blocks);
            Progress part = progress.part(0.2 + 0.8 * block / blocks, 0.2 + 0.8 * (block + 1) / blocks);
            DMatrixRMaj directions = components.directions(to - from);
            DMatrixRMaj projected = components.project(rows, to - from);
            DMatrixRMaj rotation = new ItqRotation(projected).learn(random, part);
            DMatrixRMaj rotated = new DMatrixRMaj(to - from, dimension);
            CommonOps_DDRM.multTransA(rotation, directions, rotated);
            for (int i = 0; i < rotated.data.length; i++) {
                normals[from * dimension + i] = (float) rotated.data[i];
            }
        }
        return new HyperplaneHash(method(), components.mean(), bits, normals);
    }

    @Override
    public HashFunction read(int bits, int dimension, ModelInput in) {
        return HyperplaneHash.read(method(), bits, dimension, in);
    }

    private static DescriptorMatrix sample(DescriptorMatrix descriptors, Random random) {
        if (descriptors.rows() <= MOST_ROWS) {
            return descriptors;
        }
        int[] drawn = Draws.distinct(descriptors.rows(), MOST_ROWS, random);
        Arrays.sort(drawn);
        return descriptors.select(drawn);
    }
}
