package org.hashscape.retrieval.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.CancelledException;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.CodeTable;
import org.hashscape.retrieval.DescriptorDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProtocolRunTest {

    private static final List<Labels> LABELS = IntStream.range(0, 60)
            .mapToObj(row -> Labels.of("class-" + row % 4))
            .toList();
    private static final StratifiedSplit SPLIT = StratifiedSplit.of(LABELS, StratifiedSplit.SIXTY_FORTY, 1);

    /** The size of UC Merced: 21 classes of 100. */
    private static final List<Labels> UC_MERCED = IntStream.range(0, 2100)
            .mapToObj(row -> Labels.of("class-" + row / 100))
            .toList();

    @Test
    void protocolsSayWhoTrainsIsSearchedAndAsks() {
        assertThat(SPLIT.trainRows()).hasSize(36);
        ProtocolRun a = run(EvaluationProtocol.byId("mhcln"));
        assertThat(a.trainingRows()).isEqualTo(SPLIT.trainRows());
        assertThat(a.archiveRows()).isEqualTo(SPLIT.testRows()).isEqualTo(a.queryRows());
        ProtocolRun b = run(EvaluationProtocol.byId("train-archive"));
        assertThat(b.archiveRows()).isEqualTo(SPLIT.trainRows()).isEqualTo(b.trainingRows());
        assertThat(b.queryRows()).isEqualTo(SPLIT.testRows());
        ProtocolRun c = run(EvaluationProtocol.byId("whole"));
        assertThat(c.trainingRows())
                .hasSize(60)
                .isSorted()
                .isEqualTo(c.archiveRows())
                .isEqualTo(c.queryRows());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EvaluationProtocol.byId("leaky"))
                .withMessageContaining("mhcln, train-archive, whole");
    }

    @Test
    void tiesOfARandomOrderFavourNoClassAndAreTheSameForTheSameSeed() {
        CodeTable equal = new CodeTable(8, 2100, new long[2100]);
        StratifiedSplit split = StratifiedSplit.of(UC_MERCED, StratifiedSplit.SIXTY_FORTY, 1);
        int first = split.testRows()[0];
        int last = split.testRows()[839];
        assertThat(precision(split, equal, TieRule.TILE_ID, 1, first)).isEqualTo(1);
        assertThat(precision(split, equal, TieRule.TILE_ID, 1, last)).isZero();
        double sum = 0;
        for (int seed = 0; seed < 200; seed++) {
            double drawn = precision(split, equal, TieRule.RANDOM, seed, first);
            assertThat(precision(split, equal, TieRule.RANDOM, seed, first)).isEqualTo(drawn);
            sum += drawn / 200;
        }
        assertThat(sum).isCloseTo(1 / 21.0, within(0.015));
    }

    /** Share of a row's own class among the first 20 that it finds. */
    private static double precision(StratifiedSplit split, CodeTable codes, TieRule ties, long seed, int row) {
        ProtocolRun run = new ProtocolRun(
                EvaluationProtocol.MHCLN, UC_MERCED, split, RelevanceRule.SHARES_A_LABEL, 20, ties, seed);
        int[] ranked = run.byCodes(codes).rank(row);
        assertThat(ranked).hasSize(839).doesNotContain(row).doesNotHaveDuplicates();
        return Arrays.stream(ranked)
                        .limit(20)
                        .filter(other -> other / 100 == row / 100)
                        .count()
                / 20.0;
    }

    @ParameterizedTest
    @EnumSource(EvaluationProtocol.class)
    void perfectCodesScoreOne(EvaluationProtocol protocol) {
        ProtocolRun run = run(protocol);
        ProtocolResult result = run.score(run.byCodes(classCodes()), 2, Progress.NONE);
        assertThat(result.skipped()).isZero();
        assertThat(result.queryRows()).isEqualTo(run.queryRows());
        for (Metric metric : new Metric[] {
            Metric.AP_LENIENT_AT_K, Metric.AP_STANDARD_AT_K, Metric.MAP_FULL, Metric.NDCG_AT_K, Metric.WEIGHTED_MAP
        }) {
            assertThat(result.mean(metric)).as("%s", metric).isCloseTo(1, within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource(EvaluationProtocol.class)
    void neverAnswersWithTheQueryNorWithRowsThatAreNotSearched(EvaluationProtocol protocol) {
        ProtocolRun run = run(protocol);
        QueryRanking byCodes = run.byCodes(classCodes());
        QueryRanking byDescriptors = run.byDescriptors(descriptors(), DescriptorDistance.EUCLIDEAN);
        for (int query : run.queryRows()) {
            int[] others =
                    Arrays.stream(run.archiveRows()).filter(row -> row != query).toArray();
            assertThat(byCodes.rank(query)).containsExactlyInAnyOrder(others);
            assertThat(byDescriptors.rank(query)).containsExactlyInAnyOrder(others);
        }
    }

    @Test
    void scoresDoNotDependOnTheParallelism() {
        ProtocolRun run = run(EvaluationProtocol.WHOLE);
        QueryRanking ranking = run.byDescriptors(descriptors(), DescriptorDistance.COSINE);
        ProtocolResult one = run.score(ranking, 1, Progress.NONE);
        ProtocolResult three = run.score(ranking, 3, Progress.NONE);
        for (Metric metric : Metric.values()) {
            assertThat(three.valuesOf(metric)).isEqualTo(one.valuesOf(metric));
        }
    }

    @Test
    void skipsQueriesThatNothingCanAnswer() {
        List<Labels> labels = new ArrayList<>(LABELS);
        labels.set(SPLIT.testRows()[0], Labels.of("alone"));
        labels.set(SPLIT.testRows()[1], Labels.NONE);
        ProtocolRun run = new ProtocolRun(EvaluationProtocol.MHCLN, labels, SPLIT, RelevanceRule.SHARES_A_LABEL, 5);
        ProtocolResult result = run.score(run.byCodes(classCodes()), 1, Progress.NONE);
        assertThat(result.skipped()).isEqualTo(2);
        assertThat(result.queryRows()).isEqualTo(Arrays.copyOfRange(SPLIT.testRows(), 2, SPLIT.testRows().length));
        assertThat(result.valuesOf(Metric.MAP_FULL)).hasSize(SPLIT.testRows().length - 2);
    }

    @Test
    void precisionOverTheWholeArchiveIsTheClassFrequency() {
        ProtocolRun run = new ProtocolRun(
                EvaluationProtocol.WHOLE, LABELS, SPLIT, RelevanceRule.SHARES_A_LABEL, LABELS.size() - 1);
        ProtocolResult result =
                run.score(run.byDescriptors(descriptors(), DescriptorDistance.COSINE), 2, Progress.NONE);
        for (double precision : result.valuesOf(Metric.PRECISION_AT_K)) {
            assertThat(precision).isCloseTo(14 / 59.0, within(1e-12));
        }
    }

    @Test
    void aCancelledEvaluationStops() {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String sentence) {}

            @Override
            public void checkCancelled() {
                throw new CancelledException();
            }
        };
        ProtocolRun run = run(EvaluationProtocol.WHOLE);
        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> run.score(run.byCodes(classCodes()), 2, cancelled));
    }

    @Test
    void whatARankingThrowsArrivesAsItIs() {
        ProtocolRun run = run(EvaluationProtocol.WHOLE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.score(
                        query -> {
                            throw new IllegalArgumentException("no codes for row " + query);
                        },
                        2,
                        Progress.NONE))
                .withMessageContaining("no codes for row");
    }

    @Test
    void chanceScoresOnUcMercedWhatTheLiteratureSays() {
        StratifiedSplit split = StratifiedSplit.of(UC_MERCED, StratifiedSplit.SIXTY_FORTY, 1);
        ProtocolRun run = new ProtocolRun(EvaluationProtocol.MHCLN, UC_MERCED, split, RelevanceRule.SHARES_A_LABEL, 20);
        assertThat(run.queryRows()).hasSize(840);
        Map<Metric, Double> floor = RandomFloor.of(run, 4, 1, 2, Progress.NONE);
        assertThat(floor.get(Metric.AP_LENIENT_AT_K)).isCloseTo(0.124, within(0.006));
        assertThat(floor.get(Metric.AP_STANDARD_AT_K)).isCloseTo(0.010, within(0.0015));
        assertThat(floor.get(Metric.PRECISION_AT_K)).isCloseTo(39 / 839.0, within(0.003));
        assertThat(RandomFloor.of(run, 1, 9, 1, Progress.NONE)).isEqualTo(RandomFloor.of(run, 1, 9, 2, Progress.NONE));
    }

    @Test
    void relevanceRulesTellHowMuchMustBeShared() {
        Labels query = Labels.of("sea", "ship", "dock");
        Labels two = Labels.of("sea", "ship", "sand", "car");
        assertThat(RelevanceRule.SHARES_A_LABEL.isRelevant(query, two)).isTrue();
        assertThat(RelevanceRule.SAME_LABELS.isRelevant(query, two)).isFalse();
        assertThat(RelevanceRule.SAME_LABELS.isRelevant(query, Labels.of("dock", "ship", "sea")))
                .isTrue();
        assertThat(RelevanceRule.jaccardAtLeast(0.4).isRelevant(query, two)).isTrue();
        assertThat(RelevanceRule.jaccardAtLeast(0.41).isRelevant(query, two)).isFalse();
        for (RelevanceRule rule :
                List.of(RelevanceRule.SHARES_A_LABEL, RelevanceRule.SAME_LABELS, RelevanceRule.jaccardAtLeast(0.1))) {
            assertThat(rule.isRelevant(Labels.NONE, Labels.NONE)).isFalse();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> RelevanceRule.jaccardAtLeast(0));
    }

    private static ProtocolRun run(EvaluationProtocol protocol) {
        return new ProtocolRun(protocol, LABELS, SPLIT, RelevanceRule.SHARES_A_LABEL, 3);
    }

    private static CodeTable classCodes() {
        return CodeTable.of(
                8,
                IntStream.range(0, 60)
                        .mapToObj(row -> new BinaryCode(8, new long[] {row % 4}))
                        .toList());
    }

    private static DescriptorMatrix descriptors() {
        Random random = new Random(4);
        float[] values = new float[60 * 5];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new DescriptorMatrix(60, 5, values);
    }
}
