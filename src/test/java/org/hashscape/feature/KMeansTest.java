package org.hashscape.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.hashscape.model.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KMeansTest {

    @ParameterizedTest
    @CsvSource({"1,1", "7,3", "16,8", "17,9", "191,128", "512,128", "40,130"})
    void theFastWordIsTheNearestByDefinition(int words, int dimension) {
        float[] centres = random(words * dimension, 1);
        float[] points = random(201 * dimension, 2);
        int[] nearest = new int[201];
        new Codebook(words, dimension, centres).nearest(points, 0, 201, nearest);
        for (int i = 0; i < nearest.length; i++) {
            double best = Double.POSITIVE_INFINITY;
            for (int word = 0; word < words; word++) {
                best = Math.min(best, squared(points, i, centres, word, dimension));
            }
            assertThat(squared(points, i, centres, nearest[i], dimension)).isCloseTo(best, within(1e-4));
        }
    }

    @Test
    void tiesGoToTheLowerWord() {
        int[] nearest = {9};
        new Codebook(3, 1, new float[] {5, 1, 1}).nearest(new float[] {1}, 0, 1, nearest);
        assertThat(nearest).containsExactly(1);
    }

    @Test
    void onlyTheAskedPositionsAreWritten() {
        int[] nearest = {7, 7, 7, 7};
        new Codebook(1, 1, new float[] {0}).nearest(new float[4], 1, 3, nearest);
        assertThat(nearest).containsExactly(7, 0, 0, 7);
    }

    @ParameterizedTest
    @CsvSource({"2", "10", "64"})
    void noRoundIsWorseThanTheOneBefore(int k) {
        KMeans.Clustering clustering = KMeans.cluster(random(900 * 6, 3), 6, k, 4, Progress.NONE);
        double[] errors = clustering.errors();
        assertThat(errors.length).isGreaterThan(1);
        for (int round = 1; round < errors.length; round++) {
            assertThat(errors[round]).isLessThanOrEqualTo(errors[round - 1]);
        }
    }

    @Test
    void equalSeedsGiveEqualCentres() {
        float[] points = random(500 * 4, 9);
        assertThat(KMeans.cluster(points, 4, 20, 1, Progress.NONE).codebook().centres())
                .containsExactly(KMeans.cluster(points, 4, 20, 1, Progress.NONE)
                        .codebook()
                        .centres());
    }

    @Test
    void findsWellSeparatedGroups() {
        SplittableRandom random = new SplittableRandom(8);
        float[] points = new float[600];
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) (100 * (i % 3) + random.nextDouble());
        }
        float[] centres = new float[3];
        for (long seed = 0; seed < 10; seed++) {
            float[] found = KMeans.cluster(points, 1, 3, seed, Progress.NONE)
                    .codebook()
                    .centres()
                    .clone();
            Arrays.sort(found);
            if (found[1] > 50 && found[1] < 150) {
                centres = found;
            }
        }
        assertThat(centres[0]).isBetween(0f, 1f);
        assertThat(centres[1]).isBetween(100f, 101f);
        assertThat(centres[2]).isBetween(200f, 201f);
    }

    @Test
    void centresThatLoseAllPointsMoveToWhatIsWorstExplained() {
        float[] points = new float[1000];
        for (int i = 995; i < 1000; i++) {
            points[i] = i;
        }
        KMeans.Clustering clustering = KMeans.cluster(points, 1, 6, 3, Progress.NONE);
        Set<Float> centres = new HashSet<>();
        for (float centre : clustering.codebook().centres()) {
            centres.add(centre);
        }
        assertThat(centres).hasSizeGreaterThanOrEqualTo(5).contains(0f);
    }

    @Test
    void pointsAllAlikeAreNoTrouble() {
        KMeans.Clustering clustering = KMeans.cluster(new float[40], 2, 5, 1, Progress.NONE);
        assertThat(clustering.codebook().centres()).containsOnly(0f);
        assertThat(clustering.errors()).containsOnly(0.0);
    }

    @Test
    void fewerPointsThanClustersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KMeans.cluster(new float[6], 2, 4, 1, Progress.NONE))
                .withMessageContaining("4 clusters");
    }

    private static float[] random(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble();
        }
        return values;
    }

    private static double squared(float[] points, int point, float[] centres, int centre, int dimension) {
        double sum = 0;
        for (int d = 0; d < dimension; d++) {
            double difference = points[point * dimension + d] - (double) centres[centre * dimension + d];
            sum += difference * difference;
        }
        return sum;
    }
}
