package org.hashscape.retrieval.hamming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.CodeTable;
import org.hashscape.retrieval.HammingScan;
import org.hashscape.retrieval.Neighbours;
import org.hashscape.retrieval.RowSet;
import org.hashscape.retrieval.hamming.SearchPlan.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HammingSearchTest {

    private static final int CONFIGURATIONS = 200;

    /** Size, bits, k, structure, duplicates, removals and additions are drawn; every index must be the definition. */
    @Test
    void agreesWithTheDefinitionInTwoHundredRandomConfigurations() {
        int[] indexes = new int[Index.values().length];
        for (int number = 0; number < CONFIGURATIONS; number++) {
            Random random = new Random(number);
            int bits = number % 4 == 0 ? 8 + random.nextInt(505) : 8 + random.nextInt(120);
            int rows = sizeOf(number, random);
            CodeTable table = drawn(bits, rows, number);
            Index index = Index.values()[number % 3];
            HammingSearch search = number % 5 == 0
                    ? HammingSearch.of(table, 2, Progress.NONE)
                    : HammingSearch.of(
                            table, bits > 200 && index == Index.MULTI_INDEX ? Index.BALL : index, 2, Progress.NONE);
            indexes[search.plan().index().ordinal()]++;
            check("configuration " + number + ", " + search.plan(), search, table, random);
        }
        assertThat(Arrays.stream(indexes).min().orElse(0))
                .as("how often each index was asked")
                .isGreaterThan(30);
    }

    private static int sizeOf(int number, Random random) {
        return switch (number % 10) {
            case 0 -> random.nextInt(40);
            case 5 -> 16_000 + random.nextInt(6000);
            default -> 1 + random.nextInt(2500);
        };
    }

    private static CodeTable drawn(int bits, int rows, int number) {
        return switch (number % 6) {
            case 0 -> SyntheticCodes.random(bits, number).table(rows);
            case 1 -> RandomCodesOf.few(bits, rows, 1 + number / 10, number);
            case 2 ->
                SyntheticCodes.jittered(RandomCodesOf.few(bits, 5, 5, number), 0.02, number)
                        .table(rows);
            default -> SyntheticCodes.clustered(bits, number).table(rows);
        };
    }

    private static void check(String what, HammingSearch search, CodeTable table, Random random) {
        List<BinaryCode> codes = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            codes.add(table.code(row));
        }
        BitSet removed = new BitSet();
        for (int i = 0; i < 3; i++) {
            checkQueries(what, search, codes, removed, random);
            for (int change = 0; change < 20 && i < 2; change++) {
                BinaryCode code = random.nextBoolean() && !codes.isEmpty()
                        ? codes.get(random.nextInt(codes.size()))
                        : SyntheticCodes.random(search.bits(), random.nextLong())
                                .queries(1)
                                .code(0);
                assertThat(search.add(code)).isEqualTo(codes.size());
                codes.add(code);
                int gone = random.nextInt(codes.size());
                if (!removed.get(gone)) {
                    search.remove(gone);
                    removed.set(gone);
                }
            }
        }
        HammingSearch rebuilt = search.rebuilt(1, Progress.NONE);
        assertThat(rebuilt.size()).isEqualTo(codes.size() - removed.cardinality());
        checkQueries(what + " rebuilt", rebuilt, codes, removed, random);
        assertThat(rebuilt.add(codes.get(0))).isEqualTo(codes.size());
    }

    private static void checkQueries(
            String what, HammingSearch search, List<BinaryCode> codes, BitSet removed, Random random) {
        List<BinaryCode> queries = new ArrayList<>();
        int k = random.nextInt(5) == 0 ? codes.size() + 3 : 1 + random.nextInt(random.nextBoolean() ? 30 : 300);
        for (int i = 0; i < 3; i++) {
            BinaryCode query = random.nextBoolean() && !codes.isEmpty()
                    ? codes.get(random.nextInt(codes.size()))
                    : SyntheticCodes.random(search.bits(), random.nextLong())
                            .queries(1)
                            .code(0);
            queries.add(query);
            int excluded = random.nextInt(codes.size() + 2) - 1;
            same(what, search.search(query, k, excluded), byDefinition(codes, removed, query, k, excluded));
            checkAmong(what, search, codes, removed, query, k, excluded, random);
        }
        List<Neighbours> all = search.searchAll(queries, k, 2, Progress.NONE);
        for (int i = 0; i < all.size(); i++) {
            same(what + " in a batch", all.get(i), byDefinition(codes, removed, queries.get(i), k, -1));
        }
    }

    /** Some rows, none, all, or one neighbourhood, are what may be found: as if nothing else were there. */
    private static void checkAmong(
            String what,
            HammingSearch search,
            List<BinaryCode> codes,
            BitSet removed,
            BinaryCode query,
            int k,
            int excluded,
            Random random) {
        BitSet among = new BitSet();
        double share = new double[] {0, 1, 0.9, 0.5, 0.1, 0.01}[random.nextInt(6)];
        boolean far = random.nextInt(4) == 0;
        for (int row = 0; row < codes.size() + 5; row++) {
            boolean near = row < codes.size() && query.hammingDistance(codes.get(row)) < search.bits() / 3;
            among.set(row, far ? !near : random.nextDouble() < share);
        }
        BitSet missing = new BitSet();
        missing.or(removed);
        missing.or(complement(among, codes.size()));
        RowSet rows = RowSet.of(among);
        Neighbours expected = byDefinition(codes, missing, query, k, excluded);
        Neighbours found = search.search(query, k, rows, excluded);
        same(what + " among " + among.cardinality(), found, expected);
        assertThat(found.candidates()).isBetween(found.size(), codes.size());
        List<Neighbours> batch = search.searchAll(List.of(query, query, query, query), k, rows, 2, Progress.NONE);
        Neighbours withItself = byDefinition(codes, missing, query, k, -1);
        batch.forEach(each -> same(what + " among " + among.cardinality() + " in a batch", each, withItself));
    }

    private static BitSet complement(BitSet rows, int size) {
        BitSet complement = (BitSet) rows.clone();
        complement.flip(0, size);
        return complement.get(0, size);
    }

    private static void same(String what, Neighbours found, Neighbours expected) {
        assertThat(found.distances()).as(what).isEqualTo(expected.distances());
        assertThat(found.rows()).as(what).isEqualTo(expected.rows());
    }

    private static Neighbours byDefinition(
            List<BinaryCode> codes, BitSet removed, BinaryCode query, int k, int excluded) {
        long[] keys = IntStream.range(0, codes.size())
                .filter(row -> row != excluded && !removed.get(row))
                .mapToLong(row -> (long) query.hammingDistance(codes.get(row)) << 32 | row)
                .sorted()
                .limit(k)
                .toArray();
        return new Neighbours(
                Arrays.stream(keys).mapToInt(key -> (int) key).toArray(),
                Arrays.stream(keys).mapToDouble(key -> key >>> 32).toArray(),
                keys.length);
    }

    @ParameterizedTest
    @EnumSource(Index.class)
    void equalCodesComeInTheOrderOfTheirRows(Index index) {
        HammingSearch search = HammingSearch.of(new CodeTable(32, 70_000, new long[70_000]), index, 2, Progress.NONE);
        BinaryCode zero = new BinaryCode(32, new long[1]);
        assertThat(search.search(zero, 5, 2).rows()).containsExactly(0, 1, 3, 4, 5);
        search.remove(3);
        assertThat(search.search(zero, 5, 2).rows()).containsExactly(0, 1, 4, 5, 6);
    }

    @Test
    void fewCodesAreScannedAndClusteredOnesLieInBalls() {
        assertThat(HammingSearch.of(SyntheticCodes.clustered(64, 1).table(2000), 1, Progress.NONE)
                        .plan()
                        .index())
                .isEqualTo(Index.SCAN);
        HammingSearch many = HammingSearch.of(SyntheticCodes.clustered(64, 1).table(400_000), 2, Progress.NONE);
        assertThat(many.plan().index()).isEqualTo(Index.BALL);
        assertThat(many.plan().indexBytesPerCode()).isLessThan(6);
        Neighbours found =
                many.search(SyntheticCodes.clustered(64, 1).queries(1).code(0), 20, -1);
        assertThat(found.candidates()).isLessThan(40_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aBatchWithoutStructureIsReadBlockByBlockAndRight(int threads) {
        CodeTable table = SyntheticCodes.random(100, 5).table(20_000);
        HammingSearch search = HammingSearch.of(table, Index.SCAN, 1, Progress.NONE);
        CodeTable asked = SyntheticCodes.random(100, 5).queries(40);
        List<BinaryCode> queries = IntStream.range(0, 40).mapToObj(asked::code).toList();
        List<Neighbours> found = search.searchAll(queries, 9, threads, Progress.NONE);
        for (int i = 0; i < 40; i++) {
            same("query " + i, found.get(i), search.search(queries.get(i), 9, -1));
        }
        assertThat(search.searchAll(List.of(), 9, threads, Progress.NONE)).isEmpty();
    }

    @Test
    void bothKernelsOfferTheSame() {
        for (int bits : new int[] {40, 128, 300}) {
            CodeStore store = HeapCodes.over(SyntheticCodes.clustered(bits, 3).table(30_001));
            IndexedCodes codes = IndexedCodes.scanned(store, RowNumbers.SAME, ScanKernel.LOOP);
            long[] query = SyntheticCodes.clustered(bits, 3).queries(1).words();
            List<int[]> answers = new ArrayList<>();
            for (ScanKernel kernel : ScanKernel.values()) {
                TopK top = new TopK(50, -1, new BitSet(), RowSet.all(), query.length);
                codes.scan(query, top, kernel);
                answers.add(top.neighbours(0).rows());
            }
            assertThat(answers).allMatch(rows -> Arrays.equals(rows, answers.get(0)));
        }
    }

    /** Which one is a matter of the processor; that the plan names what was measured to be quickest is not. */
    @Test
    void theKernelIsMeasuredWhereThereAreManyCodes() {
        CodeTable few = SyntheticCodes.random(64, 1).table(1000);
        assertThat(HammingSearch.of(few, Index.SCAN, 1, Progress.NONE).plan().kernel())
                .isEqualTo(ScanKernel.LOOP.name());
        CodeTable many = SyntheticCodes.random(64, 1).table(300_000);
        assertThat(HammingSearch.of(many, Index.SCAN, 1, Progress.NONE).plan().kernel())
                .isIn(ScanKernel.LOOP.name(), ScanKernel.AHEAD.name());
    }

    @Test
    void codesWithoutStructureAreNotPutIntoCells() {
        HammingSearch search = HammingSearch.of(SyntheticCodes.random(128, 1).table(40_000), 2, Progress.NONE);
        assertThat(search.plan().index()).isEqualTo(Index.SCAN);
        assertThat(search.plan().indexBytesPerCode()).isZero();
    }

    @Test
    void histogramCountsWhatIsThere() {
        CodeTable table = SyntheticCodes.clustered(70, 2).table(20_000);
        HammingSearch search = HammingSearch.of(table, Index.BALL, 1, Progress.NONE);
        BinaryCode query = table.code(77);
        assertThat(search.distanceHistogram(query, -1))
                .as("of every code")
                .isEqualTo(new HammingScan(table).distanceHistogram(query, -1));
        search.remove(5);
        int added = search.add(query);
        int[] expected = new int[71];
        for (int row = 0; row < 20_000; row++) {
            expected[row == 5 || row == 77 ? 70 : table.code(row).hammingDistance(query)]++;
        }
        expected[70] -= 2;
        expected[0]++;
        assertThat(search.distanceHistogram(query, 77)).isEqualTo(expected);
        assertThat(added).isEqualTo(20_000);
    }

    /** An index finds what lies near; the rows wanted may lie elsewhere, or everywhere, and be many or few. */
    @ParameterizedTest
    @EnumSource(Index.class)
    void aSearchAmongSomeRowsIsTheSearchOfAnArchiveOfThem(Index index) {
        CodeTable table = SyntheticCodes.clustered(32, 4).table(60_000);
        HammingSearch search = HammingSearch.of(table, index, 2, Progress.NONE);
        CodeTable queries = SyntheticCodes.clustered(32, 4).queries(10);
        for (double share : new double[] {0, 0.0005, 0.01, 0.05, 0.3, 0.98, 1}) {
            Random random = new Random(7);
            int[] rows = IntStream.range(0, 60_000)
                    .filter(row -> random.nextDouble() < share)
                    .toArray();
            HammingScan definition = new HammingScan(table.select(rows));
            for (int i = 0; i < 10; i++) {
                Neighbours expected = definition.search(queries.code(i), 25, -1);
                Neighbours found = search.search(queries.code(i), 25, RowSet.of(rows), -1);
                assertThat(found.distances()).isEqualTo(expected.distances());
                assertThat(found.rows())
                        .isEqualTo(Arrays.stream(expected.rows())
                                .map(at -> rows[at])
                                .toArray());
                assertThat(found.candidates()).isLessThanOrEqualTo(rows.length);
                int[] histogram = search.distanceHistogram(queries.code(i), RowSet.of(rows), -1);
                assertThat(histogram).isEqualTo(definition.distanceHistogram(queries.code(i), -1));
            }
        }
    }

    @Test
    void sameCodesGiveTheSamePlanWhateverTheThreads() {
        CodeTable table = SyntheticCodes.clustered(48, 8).table(30_000);
        int[][] starts = new int[2][];
        for (int i = 0; i < 2; i++) {
            starts[i] = BallIndex.build(HeapCodes.over(table), RowNumbers.SAME, Progress.NONE)
                    .shellStarts();
        }
        assertThat(starts[1]).isEqualTo(starts[0]);
    }

    @Test
    void buildingStopsWhenItIsNoLongerWanted() {
        AtomicInteger asked = new AtomicInteger();
        Progress impatient = new Progress() {
            @Override
            public void report(double fraction, String sentence) {}

            @Override
            public void checkCancelled() {
                if (asked.incrementAndGet() > 60) {
                    throw new CancelledException();
                }
            }
        };
        CodeTable table = SyntheticCodes.clustered(64, 1).table(100_000);
        assertThatThrownBy(() -> HammingSearch.of(table, 2, impatient)).isInstanceOf(CancelledException.class);
    }

    @Test
    void saysWhenMuchWasAdded() {
        HammingSearch search = HammingSearch.of(new CodeTable(16, 0, new long[0]), 1, Progress.NONE);
        assertThat(search.search(new BinaryCode(16, new long[1]), 3, -1).size()).isZero();
        for (int i = 0; i < 40_000; i++) {
            search.add(new BinaryCode(16, new long[] {i % 60_000}));
        }
        assertThat(search.isStale()).isTrue();
        HammingSearch rebuilt = search.rebuilt(2, Progress.NONE);
        assertThat(rebuilt.isStale()).isFalse();
        assertThat(rebuilt.search(new BinaryCode(16, new long[] {7}), 1, -1).rows())
                .containsExactly(7);
    }

    @Test
    void refusesWhatCannotBeAsked() {
        HammingSearch search = HammingSearch.of(new CodeTable(8, 1, new long[1]), 1, Progress.NONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> search.search(new BinaryCode(9, new long[1]), 1, -1))
                .withMessageContaining("9 bits");
        assertThatIllegalArgumentException().isThrownBy(() -> search.search(new BinaryCode(8, new long[1]), 0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> search.remove(1));
        assertThatIllegalArgumentException().isThrownBy(() -> search.add(new BinaryCode(9, new long[1])));
        search.remove(0);
        assertThatIllegalArgumentException().isThrownBy(() -> search.remove(0));
    }
}
