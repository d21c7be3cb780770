package org.hashscape.retrieval.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {

    private static final Offset<Double> EXACT = within(1e-12);

    /** Relevant at ranks 1, 3 and 6; four relevant tiles in the archive. */
    private static final boolean[] RELEVANT = {true, false, true, false, false, true};

    /** Labels shared with the query at ranks 1 to 5. */
    private static final int[] GAINS = {2, 0, 1, 0, 3};

    @Test
    void examplesWorkedOutByHand() {
        assertThat(RankingMetrics.precisionAt(RELEVANT, 1)).isEqualTo(1);
        assertThat(RankingMetrics.precisionAt(RELEVANT, 5)).isCloseTo(2 / 5.0, EXACT);
        assertThat(RankingMetrics.precisionAt(RELEVANT, 10)).isCloseTo(3 / 10.0, EXACT);
        assertThat(RankingMetrics.recallAt(RELEVANT, 5, 4)).isCloseTo(2 / 4.0, EXACT);
        assertThat(RankingMetrics.averagePrecisionStandardAt(RELEVANT, 5, 4)).isCloseTo((1 + 2 / 3.0) / 4, EXACT);
        assertThat(RankingMetrics.averagePrecisionStandardAt(RELEVANT, 3, 4)).isCloseTo((1 + 2 / 3.0) / 3, EXACT);
        assertThat(RankingMetrics.averagePrecisionLenientAt(RELEVANT, 5)).isCloseTo((1 + 2 / 3.0) / 2, EXACT);
        assertThat(RankingMetrics.averagePrecision(RELEVANT, 4)).isCloseTo((1 + 2 / 3.0 + 3 / 6.0) / 4, EXACT);
        assertThat(RankingMetrics.averageCumulativeGainAt(GAINS, 5)).isCloseTo(6 / 5.0, EXACT);
        assertThat(RankingMetrics.labelRecallAt(GAINS, 5, 3)).isCloseTo(6 / 15.0, EXACT);
        assertThat(RankingMetrics.labelPrecisionAt(GAINS, new int[] {4, 1, 1, 2, 3}, 5))
                .isCloseTo((2 / 4.0 + 1 + 1) / 5, EXACT);
        assertThat(RankingMetrics.weightedAveragePrecision(GAINS, new int[] {2, 0, 1, 0, 3}))
                .isCloseTo((2 + 3 / 3.0 + 6 / 5.0) / 3, EXACT);
    }

    @Test
    void discountedGainWorkedOutByHand() {
        double found = 3 / 1.0 + 1 / 2.0 + 7 / log2(6);
        double ideal = 7 / 1.0 + 3 / log2(3) + 1 / 2.0;
        assertThat(RankingMetrics.ndcgAt(GAINS, 5, new int[] {0, 1, 2, 3, 0, 0}))
                .isCloseTo(found / ideal, EXACT);
        assertThat(RankingMetrics.ndcgAt(GAINS, 1, new int[] {0, 1, 2, 3, 0, 0}))
                .isCloseTo(3 / 7.0, EXACT);
        assertThat(RankingMetrics.ndcgAt(new int[] {3, 2, 1}, 20, new int[] {1, 2, 3}))
                .isCloseTo(1, EXACT);
    }

    @Test
    void lenientAndStandardPartWhereLittleIsFound() {
        boolean[] lucky = {true, false, false, false};
        assertThat(RankingMetrics.averagePrecisionLenientAt(lucky, 4)).isEqualTo(1);
        assertThat(RankingMetrics.averagePrecisionStandardAt(lucky, 4, 40)).isEqualTo(0.25);
        assertThat(RankingMetrics.averagePrecisionLenientAt(new boolean[4], 4)).isZero();
    }

    @Test
    void emptyAnswersScoreZero() {
        boolean[] none = {};
        assertThat(RankingMetrics.precisionAt(none, 20)).isZero();
        assertThat(RankingMetrics.recallAt(none, 20, 3)).isZero();
        assertThat(RankingMetrics.averagePrecision(none, 3)).isZero();
        assertThat(RankingMetrics.ndcgAt(new int[0], 20, new int[] {1})).isZero();
    }

    @Test
    void refusesQueriesWithNothingToFindAndCutOffsBelowOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankingMetrics.recallAt(RELEVANT, 5, 0))
                .withMessageContaining("skip");
        assertThatIllegalArgumentException().isThrownBy(() -> RankingMetrics.ndcgAt(GAINS, 5, new int[3]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankingMetrics.precisionAt(RELEVANT, 0))
                .withMessageContaining("0");
    }

    @Test
    void agreesWithSlowVersionsThatFollowTheDefinitions() {
        Random random = new Random(12);
        for (int trial = 0; trial < 500; trial++) {
            int n = 1 + random.nextInt(40);
            int k = 1 + random.nextInt(50);
            int[] gains = random.ints(n, 0, 4).toArray();
            gains[random.nextInt(n)] = 1;
            boolean[] relevant = new boolean[n];
            int able = 0;
            for (int i = 0; i < n; i++) {
                relevant[i] = gains[i] > 0;
                able += relevant[i] ? 1 : 0;
            }
            int total = able + random.nextInt(5);
            double sum = IntStream.rangeClosed(1, Math.min(k, n))
                    .filter(rank -> relevant[rank - 1])
                    .mapToDouble(rank -> slowPrecision(relevant, rank))
                    .sum();
            int found = (int) Math.round(slowPrecision(relevant, k) * k);
            assertThat(RankingMetrics.precisionAt(relevant, k)).isCloseTo(slowPrecision(relevant, k), EXACT);
            assertThat(RankingMetrics.averagePrecisionStandardAt(relevant, k, total))
                    .isCloseTo(sum / Math.min(k, total), EXACT);
            assertThat(RankingMetrics.averagePrecisionLenientAt(relevant, k))
                    .isCloseTo(found == 0 ? 0 : sum / found, EXACT);
            int[] best = Arrays.stream(gains)
                    .map(gain -> -gain)
                    .sorted()
                    .map(gain -> -gain)
                    .toArray();
            assertThat(RankingMetrics.ndcgAt(gains, k, gains))
                    .isCloseTo(slowDcg(gains, k) / slowDcg(best, k), within(1e-10));
        }
    }

    /** Hits at ranks 1, 3 and 6 of 4: recall .25 at precision 1, .5 at 2/3, .75 at 1/2, 1 never. */
    @Test
    void interpolatedPrecisionWorkedOutByHand() {
        assertThat(RankingMetrics.precisionAtRecalls(RELEVANT, 4, new double[] {0, .25, .3, .5, .6, .75, .8, 1}))
                .containsExactly(1, 1, 2 / 3.0, 2 / 3.0, .5, .5, 0, 0);
        boolean[] late = {false, true, true, true};
        assertThat(RankingMetrics.precisionAtRecalls(late, 3, new double[] {0, .3, .5, 1}))
                .containsExactly(.75, .75, .75, .75);
    }

    @Test
    void recallsOfWholeRankingsAgreeWithASlowVersion() {
        Random random = new Random(5);
        double[] recalls =
                IntStream.rangeClosed(0, 20).mapToDouble(i -> i / 20.0).toArray();
        for (int trial = 0; trial < 300; trial++) {
            int n = 1 + random.nextInt(60);
            boolean[] relevant = new boolean[n];
            relevant[random.nextInt(n)] = true;
            int able = 0;
            for (int i = 0; i < n; i++) {
                relevant[i] |= random.nextInt(4) == 0;
                able += relevant[i] ? 1 : 0;
            }
            able += random.nextInt(3);
            double[] fast = RankingMetrics.precisionAtRecalls(relevant, able, recalls);
            for (int at = 0; at < recalls.length; at++) {
                double best = 0;
                for (int k = 1; k <= n; k++) {
                    if (RankingMetrics.recallAt(relevant, k, able) >= recalls[at] - 1e-9) {
                        best = Math.max(best, slowPrecision(relevant, k));
                    }
                }
                assertThat(fast[at]).as("recall %s", recalls[at]).isCloseTo(best, within(1e-9));
            }
        }
    }

    @Test
    void precisionAtTheEndOfTheArchiveIsTheClassFrequency() {
        boolean[] relevant = new boolean[50];
        Arrays.fill(relevant, 30, 37, true);
        assertThat(RankingMetrics.precisionAt(relevant, 50)).isCloseTo(7 / 50.0, EXACT);
    }

    private static double slowPrecision(boolean[] relevant, int k) {
        return IntStream.range(0, k)
                        .filter(i -> i < relevant.length && relevant[i])
                        .count()
                / (double) k;
    }

    private static double slowDcg(int[] gains, int k) {
        return IntStream.range(0, Math.min(k, gains.length))
                .mapToDouble(i -> (Math.pow(2, gains[i]) - 1) / log2(i + 2))
                .sum();
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
