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

    @ParameterizedTest
    @EnumSource(EvaluationProtocol.class)
    void perfectCodesScoreOne(EvaluationProtocol protocol) {
        ProtocolRun run = run(protocol);
        ProtocolResult result = run.score(run.byCodes(classCodes(), 1), 2, Progress.NONE);
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
        QueryRanking byCodes = run.byCodes(classCodes(), 1);
        QueryRanking byDescriptors = run.byDescriptors(descriptors(), DescriptorDistance.EUCLIDEAN, 1);
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
        QueryRanking ranking = run.byDescriptors(descriptors(), DescriptorDistance.COSINE, 1);
        ProtocolResult one = run.score(ranking, 1, Progress.NONE);
        ProtocolResult three = run.score(ranking, 3, Progress.NONE);
        for (Metric metric : Metric.values()) {
            assertThat(three.valuesOf(metric)).isEqualTo(one.valuesOf(metric));
        }
    }

    /** By row, every query of the first class would find its class at the top of the one block of ties. */
    @Test
    void tiesAreBrokenAtRandomSoThatRowsInClassOrderGainNothing() {
        StratifiedSplit split = StratifiedSplit.of(UC_MERCED, StratifiedSplit.SIXTY_FORTY, 3);
        ProtocolRun run = new ProtocolRun(EvaluationProtocol.MHCLN, UC_MERCED, split, RelevanceRule.SHARES_A_LABEL, 20);
        CodeTable oneCode = new CodeTable(4, 2100, new long[2100]);
        Map<Metric, Double> floor = RandomFloor.of(run, 4, 9, 2, Progress.NONE);
        ProtocolResult nothingTold = run.score(run.byCodes(oneCode, 5), 2, Progress.NONE);
        for (Metric metric : Metric.values()) {
            assertThat(nothingTold.mean(metric))
                    .as("%s", metric)
                    .isCloseTo(floor.get(metric), within(metric == Metric.AP_LENIENT_AT_K ? 0.012 : 0.004));
        }
        assertThat(run.score(run.byCodes(oneCode, 5), 1, Progress.NONE).mean(Metric.MAP_FULL))
                .isEqualTo(nothingTold.mean(Metric.MAP_FULL));
        assertThat(run.byCodes(oneCode, 5).rank(run.queryRows()[0]))
                .isNotEqualTo(run.byCodes(oneCode, 6).rank(run.queryRows()[0]));
    }

    @Test
    void ranksByDistanceAndBreaksTiesInTheSameOrderForCodesAndDescriptors() {
        ProtocolRun run = run(EvaluationProtocol.WHOLE);
        CodeTable codes = classCodes();
        float[] values = new float[60];
        for (int row = 0; row < 60; row++) {
            values[row] = Long.bitCount(row % 4);
        }
        QueryRanking byCodes = run.byCodes(codes, 2);
        int query = 8; // its code is 0
        int[] ranked = byCodes.rank(query);
        int[] distances = Arrays.stream(ranked)
                .map(row -> codes.code(row).hammingDistance(codes.code(query)))
                .toArray();
        assertThat(distances).isSorted();
        assertThat(run.byDescriptors(new DescriptorMatrix(60, 1, values), DescriptorDistance.EUCLIDEAN, 2)
                        .rank(query))
                .isEqualTo(ranked);
    }

    @Test
    void curvesAreMeansOverTheQueries() {
        ProtocolRun run = run(EvaluationProtocol.WHOLE);
        ProtocolResult perfect = run.score(run.byCodes(classCodes(), 1), 1, Progress.NONE);
        ProtocolResult some =
                run.score(run.byDescriptors(descriptors(), DescriptorDistance.COSINE, 1), 2, Progress.NONE);
        assertThat(perfect.precisionAt()).hasSize(60).startsWith(1, 1, 1);
        assertThat(perfect.precisionAt()[19]).isCloseTo(14 / 20.0, within(1e-12));
        assertThat(perfect.precisionAtRecall()).hasSize(21);
        assertThat(Arrays.stream(perfect.precisionAtRecall()).min().orElse(0)).isCloseTo(1, within(1e-12));
        assertThat(some.precisionAt()[2]).isCloseTo(some.mean(Metric.PRECISION_AT_K), within(1e-12));
        for (int i = 1; i < 21; i++) {
            assertThat(some.precisionAtRecall()[i]).isLessThanOrEqualTo(some.precisionAtRecall()[i - 1] + 1e-12);
        }
        assertThat(some.precisionAtRecall()[20]).isGreaterThanOrEqualTo(14 / 59.0 - 1e-12);
    }

    @Test
    void skipsQueriesThatNothingCanAnswer() {
        List<Labels> labels = new ArrayList<>(LABELS);
        labels.set(SPLIT.testRows()[0], Labels.of("alone"));
        labels.set(SPLIT.testRows()[1], Labels.NONE);
        ProtocolRun run = new ProtocolRun(EvaluationProtocol.MHCLN, labels, SPLIT, RelevanceRule.SHARES_A_LABEL, 5);
        ProtocolResult result = run.score(run.byCodes(classCodes(), 1), 1, Progress.NONE);
        assertThat(result.skipped()).isEqualTo(2);
        assertThat(result.queryRows()).isEqualTo(Arrays.copyOfRange(SPLIT.testRows(), 2, SPLIT.testRows().length));
        assertThat(result.valuesOf(Metric.MAP_FULL)).hasSize(SPLIT.testRows().length - 2);
    }

    @Test
    void precisionOverTheWholeArchiveIsTheClassFrequency() {
        ProtocolRun run = new ProtocolRun(
                EvaluationProtocol.WHOLE, LABELS, SPLIT, RelevanceRule.SHARES_A_LABEL, LABELS.size() - 1);
        ProtocolResult result =
                run.score(run.byDescriptors(descriptors(), DescriptorDistance.COSINE, 1), 2, Progress.NONE);
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
                .isThrownBy(() -> run.score(run.byCodes(classCodes(), 1), 2, cancelled));
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
