package org.hashscape.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hashscape.model.BinaryCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HammingScanTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 16, 63, 64, 65, 128, 129, 200, 1024})
    void findsWhatSortingEverythingFinds(int bits) {
        Random random = new Random(bits);
        for (int trial = 0; trial < 60; trial++) {
            int rows = random.nextInt(trial < 5 ? 3 : 400);
            CodeTable table = RandomCodes.table(bits, rows, 1 + random.nextInt(60), random);
            BinaryCode query = rows > 0 && random.nextBoolean()
                    ? table.code(random.nextInt(rows))
                    : RandomCodes.code(bits, random);
            int excluded = random.nextInt(rows + 2) - 1;
            int k = 1 + random.nextInt(rows + 20);
            Neighbours found = new HammingScan(table).search(query, k, excluded);
            Neighbours expected = byDefinition(table, query, k, excluded);
            assertThat(found.rows()).isEqualTo(expected.rows());
            assertThat(found.distances()).isEqualTo(expected.distances());
            assertThat(found.candidates()).isEqualTo(expected.candidates());
        }
    }

    /** The worst case for a buffer of the closest so far: each row is closer than all before it. */
    @Test
    void keepsUpWithRowsThatGetEverCloser() {
        int rows = 5000;
        int bits = 256;
        long[] words = new long[rows * 4];
        for (int row = 0; row < rows; row++) {
            int ones = (int) ((long) (rows - row) * bits / rows);
            for (int bit = 0; bit < ones; bit++) {
                words[row * 4 + bit / 64] |= 1L << bit % 64;
            }
        }
        CodeTable table = new CodeTable(bits, rows, words);
        BinaryCode query = new BinaryCode(bits, new long[4]);
        for (int k : new int[] {1, 2, 7, 100, 4999, 5000}) {
            assertThat(new HammingScan(table).search(query, k, -1).rows())
                    .isEqualTo(byDefinition(table, query, k, -1).rows());
        }
    }

    @Test
    void breaksTiesByRow() {
        CodeTable same = new CodeTable(8, 6, new long[6]);
        assertThat(new HammingScan(same)
                        .search(new BinaryCode(8, new long[1]), 4, 1)
                        .rows())
                .containsExactly(0, 2, 3, 4);
    }

    @Test
    void neverAnswersWithTheExcludedRow() {
        CodeTable one = new CodeTable(8, 1, new long[1]);
        assertThat(new HammingScan(one).search(one.code(0), 3, 0).size()).isZero();
        CodeTable none = new CodeTable(8, 0, new long[0]);
        assertThat(new HammingScan(none).search(one.code(0), 3, -1).size()).isZero();
    }

    @Test
    void oneMaskOverAllCodesChangesNoRanking() {
        Random random = new Random(3);
        for (int bits : new int[] {12, 64, 100, 300}) {
            CodeTable table = RandomCodes.table(bits, 200, 150, random);
            BinaryCode mask = RandomCodes.code(bits, random);
            CodeTable masked = RandomCodes.masked(table, mask);
            for (int query = 0; query < 20; query++) {
                assertThat(new HammingScan(masked)
                                .search(masked.code(query), 200, query)
                                .rows())
                        .isEqualTo(new HammingScan(table)
                                .search(table.code(query), 200, query)
                                .rows());
            }
        }
    }

    @Test
    void anArchiveInAnotherOrderGivesTheSameAnswer() {
        Random random = new Random(4);
        CodeTable table = RandomCodes.table(64, 300, 300, random);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 300).boxed().toList());
        Collections.shuffle(order, random);
        int[] places = order.stream().mapToInt(Integer::intValue).toArray();
        BinaryCode query = RandomCodes.code(64, random);
        Neighbours straight = new HammingScan(table).search(query, 300, -1);
        Neighbours permuted = new HammingScan(table.select(places)).search(query, 300, -1);
        assertThat(permuted.distances()).isEqualTo(straight.distances());
        Integer[] back =
                Arrays.stream(permuted.rows()).mapToObj(row -> places[row]).toArray(Integer[]::new);
        Arrays.sort(
                back,
                Comparator.comparingInt((Integer row) -> table.code(row).hammingDistance(query))
                        .thenComparing(row -> row));
        assertThat(back).isEqualTo(Arrays.stream(straight.rows()).boxed().toArray(Integer[]::new));
    }

    @Test
    void histogramCountsEveryRowButTheExcludedOne() {
        Random random = new Random(5);
        CodeTable table = RandomCodes.table(70, 500, 400, random);
        BinaryCode query = table.code(9);
        int[] expected = new int[71];
        for (int row = 0; row < 500; row++) {
            expected[table.code(row).hammingDistance(query)] += row == 9 ? 0 : 1;
        }
        assertThat(new HammingScan(table).distanceHistogram(query, 9)).isEqualTo(expected);
        assertThat(IntStream.of(new HammingScan(table).distanceHistogram(query, -1))
                        .sum())
                .isEqualTo(500);
    }

    @Test
    void refusesCodesOfAnotherLengthAndEmptyWishes() {
        HammingScan scan = new HammingScan(new CodeTable(8, 1, new long[1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scan.search(new BinaryCode(9, new long[1]), 1, -1))
                .withMessageContaining("9 bits")
                .withMessageContaining("8 bits");
        assertThatIllegalArgumentException().isThrownBy(() -> scan.search(new BinaryCode(8, new long[1]), 0, -1));
    }

    private static Neighbours byDefinition(CodeTable table, BinaryCode query, int k, int excluded) {
        int[] rows = IntStream.range(0, table.rows())
                .filter(row -> row != excluded)
                .boxed()
                .sorted(Comparator.comparingInt((Integer row) -> table.code(row).hammingDistance(query))
                        .thenComparing(row -> row))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] first = Arrays.copyOf(rows, Math.min(k, rows.length));
        double[] distances = Arrays.stream(first)
                .mapToDouble(row -> table.code(row).hammingDistance(query))
                .toArray();
        return new Neighbours(first, distances, rows.length);
    }
}
