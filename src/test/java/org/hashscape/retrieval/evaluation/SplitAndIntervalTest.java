package org.hashscape.retrieval.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hashscape.model.Labels;
import org.junit.jupiter.api.Test;

class SplitAndIntervalTest {

    private static final List<Labels> LABELS = IntStream.range(0, 103)
            .mapToObj(row -> row % 10 == 0 ? Labels.NONE : row == 3 ? Labels.of("one") : Labels.of("c" + row % 3, "z"))
            .toList();

    @Test
    void everyRowIsOnExactlyOneSide() {
        StratifiedSplit split = StratifiedSplit.of(LABELS, 0.6, 5);
        assertThat(split.trainRows()).isSorted();
        assertThat(split.testRows()).isSorted();
        int[] all = IntStream.concat(Arrays.stream(split.trainRows()), Arrays.stream(split.testRows()))
                .sorted()
                .toArray();
        assertThat(all).isEqualTo(IntStream.range(0, 103).toArray());
    }

    @Test
    void everyClassKeepsItsShare() {
        StratifiedSplit split = StratifiedSplit.of(LABELS, 0.6, 5);
        for (String name : new String[] {"c0", "c1", "c2", "one"}) {
            long whole = count(IntStream.range(0, 103).toArray(), name);
            assertThat(count(split.trainRows(), name)).isEqualTo(Math.round(0.6 * whole));
        }
    }

    @Test
    void sameSeedSameSplitAndAnotherSeedAnother() {
        assertThat(StratifiedSplit.of(LABELS, 0.6, 5)).isEqualTo(StratifiedSplit.of(LABELS, 0.6, 5));
        assertThat(StratifiedSplit.of(LABELS, 0.6, 5)).isNotEqualTo(StratifiedSplit.of(LABELS, 0.6, 6));
        assertThat(StratifiedSplit.of(LABELS, 0.6, 1).testRows())
                .startsWith(1, 5, 6, 7, 11, 13, 18, 23, 27, 28, 29, 30, 31, 35, 36, 37);
    }

    @Test
    void allOrNothingAndNothingAtAll() {
        assertThat(StratifiedSplit.of(LABELS, 1, 1).testRows()).isEmpty();
        assertThat(StratifiedSplit.of(LABELS, 0, 1).trainRows()).isEmpty();
        assertThat(StratifiedSplit.of(List.of(), 0.6, 1).trainRows()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> StratifiedSplit.of(LABELS, 60, 1));
    }

    @Test
    void bootstrapIntervalIsAboutTwoStandardErrorsEachWay() {
        Random random = new Random(2);
        double[] values = random.doubles(400).toArray();
        ConfidenceInterval interval = ConfidenceInterval.overQueries(values, ConfidenceInterval.RESAMPLES, 3);
        double error = Math.sqrt(1 / 12.0 / 400);
        assertThat(interval.mean()).isCloseTo(Arrays.stream(values).average().orElseThrow(), within(1e-12));
        assertThat(interval.mean() - interval.low()).isCloseTo(1.96 * error, within(0.15 * error));
        assertThat(interval.high() - interval.mean()).isCloseTo(1.96 * error, within(0.15 * error));
        assertThat(ConfidenceInterval.overQueries(values, 1000, 3)).isEqualTo(interval);
        assertThat(ConfidenceInterval.overQueries(new double[] {0.5}, 10, 1))
                .isEqualTo(new ConfidenceInterval(0.5, 0.5, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> ConfidenceInterval.overQueries(new double[0], 10, 1));
    }

    @Test
    void intervalOverSeedsWorkedOutByHand() {
        ConfidenceInterval interval = ConfidenceInterval.overSeeds(new double[] {0.5, 0.6, 0.7});
        assertThat(interval.mean()).isCloseTo(0.6, within(1e-12));
        assertThat(interval.high()).isCloseTo(0.6 + 4.303 * 0.1 / Math.sqrt(3), within(1e-12));
        assertThat(interval.low()).isCloseTo(0.6 - 4.303 * 0.1 / Math.sqrt(3), within(1e-12));
        double[] many = new Random(1).doubles(61).toArray();
        ConfidenceInterval of61 = ConfidenceInterval.overSeeds(many);
        assertThat(of61.high() - of61.mean()).isGreaterThan(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfidenceInterval.overSeeds(new double[] {1}))
                .withMessageContaining("more seeds");
    }

    private static long count(int[] rows, String name) {
        return Arrays.stream(rows)
                .filter(row -> !LABELS.get(row).isEmpty()
                        && LABELS.get(row).names().first().equals(name))
                .count();
    }
}
