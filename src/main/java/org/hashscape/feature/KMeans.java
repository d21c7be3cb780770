package org.hashscape.feature;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hashscape.model.Progress;

/**
 * k-means clustering by Lloyd's iteration: assign every point to its nearest centre, move every centre to the mean of
 * its points, until the error falls by less than {@link #LEAST_GAIN} of itself or {@link #MOST_ROUNDS} rounds are done.
 *
 * <p>Lloyd, "Least squares quantization in PCM", IEEE Trans. Inf. Theory 28 (1982). Centres start at points drawn
 * without replacement, which takes no time; the careful start of k-means++ costs as much as several rounds. A centre
 * that loses all its points moves onto the point that is farthest from its own centre, so none stays empty while there
 * are points left to explain. A round that would raise the sum of squared distances is not kept; equal seeds give equal
 * centres bit for bit.
 */
final class KMeans {

    private static final double LEAST_GAIN = 1e-3;
    private static final int MOST_ROUNDS = 25;

    private final float[] points;
    private final int count;
    private final int dimension;
    private final int k;
    private final int[] nearest;
    private final float[] squared;
    private float[] centres;

    private KMeans(float[] points, int dimension, int k) {
        this.points = points;
        this.dimension = dimension;
        this.count = points.length / dimension;
        this.k = k;
        this.nearest = new int[count];
        this.squared = new float[count];
        this.centres = new float[0];
    }

    /**
     * The result of a clustering.
     *
     * @param codebook of the centres
     * @param errors sum of squared distances to the nearest centre at the start and after each round
     */
    record Clustering(Codebook codebook, double[] errors) {}

    /**
     * @param points {@code n * dimension} floats, point by point
     * @throws IllegalArgumentException where there are fewer points than clusters
     */
    static Clustering cluster(float[] points, int dimension, int k, long seed, Progress progress) {
        if (points.length < (long) k * dimension) {
            throw new IllegalArgumentException(
                    k + " clusters need at least as many points, not " + points.length / dimension);
        }
        return new KMeans(points, dimension, k).run(seed, progress);
    }

    private Clustering run(long seed, Progress progress) {
        centres = drawnPoints(new SplittableRandom(seed));
        double[] errors = new double[MOST_ROUNDS + 1];
        errors[0] = assign(progress);
        int rounds = 0;
        while (rounds < MOST_ROUNDS) {
            progress.report((double) rounds / MOST_ROUNDS, "Clustering, round " + (rounds + 1));
            float[] before = centres;
            centres = means();
            double error = assign(progress);
            if (error > errors[rounds]) {
                centres = before;
                break;
            }
            errors[++rounds] = error;
            if (errors[rounds - 1] - error <= LEAST_GAIN * errors[rounds - 1]) {
                break;
            }
        }
        return new Clustering(new Codebook(k, dimension, centres), Arrays.copyOf(errors, rounds + 1));
    }

    private float[] drawnPoints(SplittableRandom random) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        float[] drawn = new float[k * dimension];
        for (int i = 0; i < k; i++) {
            int other = random.nextInt(i, count);
            int chosen = order[other];
            order[other] = order[i];
            System.arraycopy(points, chosen * dimension, drawn, i * dimension, dimension);
        }
        return drawn;
    }

    private double assign(Progress progress) {
        Codebook codebook = new Codebook(k, dimension, centres);
        double error = 0;
        int block = 4096;
        for (int from = 0; from < count; from += block) {
            progress.checkCancelled();
            int to = Math.min(count, from + block);
            codebook.nearest(points, from, to, nearest);
            for (int i = from; i < to; i++) {
                squared[i] = squaredDistance(i);
                error += squared[i];
            }
        }
        return error;
    }

    private float squaredDistance(int point) {
        float sum = 0;
        int at = point * dimension;
        int centre = nearest[point] * dimension;
        for (int d = 0; d < dimension; d++) {
            float difference = points[at + d] - centres[centre + d];
            sum += difference * difference;
        }
        return sum;
    }

    private float[] means() {
        double[] sums = new double[k * dimension];
        int[] members = new int[k];
        for (int i = 0; i < count; i++) {
            members[nearest[i]]++;
            int from = i * dimension;
            int to = nearest[i] * dimension;
            for (int d = 0; d < dimension; d++) {
                sums[to + d] += points[from + d];
            }
        }
        float[] means = new float[k * dimension];
        for (int c = 0; c < k; c++) {
            if (members[c] == 0) {
                System.arraycopy(points, farthestPoint() * dimension, means, c * dimension, dimension);
                continue;
            }
            for (int d = 0; d < dimension; d++) {
                means[c * dimension + d] = (float) (sums[c * dimension + d] / members[c]);
            }
        }
        return means;
    }

    /** The point farthest from its centre; it then counts as explained, so that the next call finds another. */
    private int farthestPoint() {
        int farthest = 0;
        for (int i = 1; i < count; i++) {
            if (squared[i] > squared[farthest]) {
                farthest = i;
            }
        }
        squared[farthest] = 0;
        return farthest;
    }
}
