package org.hashscape.retrieval.hamming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.hashscape.model.Progress;
import org.hashscape.retrieval.CodeTable;
import org.hashscape.retrieval.HammingScan;
import org.hashscape.retrieval.Neighbours;
import org.hashscape.retrieval.RowSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTableTest {

    /** The loops that C2 vectorises against one cell after the other; with empty cells, and columns that are not full. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 17, 500, 2048})
    void comparesAQueryWithEveryCellAsOneByOne(int cells) {
        for (int bits : new int[] {8, 64, 100, 300}) {
            Random random = new Random(cells + bits);
            CodeTable codes = SyntheticCodes.random(bits, cells).table(cells);
            Centres centres = new Centres(codes.wordsPerCode(), codes.words());
            int[] inner = new int[cells];
            int[] outer = new int[cells];
            for (int cell = 0; cell < cells; cell++) {
                boolean empty = cell > 0 && random.nextInt(5) == 0;
                inner[cell] = empty ? 1 : random.nextInt(bits / 2);
                outer[cell] = empty ? 0 : inner[cell] + random.nextInt(bits / 2);
            }
            CellTable.Scratch scratch = new CellTable(centres, inner, outer).newScratch();
            for (int trial = 0; trial < 20; trial++) {
                long[] query = trial % 4 == 0
                        ? codes.code(random.nextInt(cells)).words()
                        : SyntheticCodes.random(bits, trial).queries(1).words();
                scratch.compare(query);
                int reach = random.nextInt(bits / 4);
                assertThat(scratch.nearest()).isEqualTo(nearest(centres, inner, outer, query));
                assertThat(found(scratch.within(reach)))
                        .isEqualTo(IntStream.range(0, cells)
                                .filter(cell -> inner[cell] <= outer[cell])
                                .filter(cell -> gap(centres.distance(cell, query), inner[cell], outer[cell]) <= reach)
                                .toArray());
                scratch.finish(0);
                assertThat(found(scratch.within(bits))).doesNotContain(0);
            }
        }
    }

    private static int[] found(int[] ended) {
        return Arrays.copyOf(
                ended,
                IntStream.range(0, ended.length)
                        .filter(i -> ended[i] < 0)
                        .findFirst()
                        .orElse(0));
    }

    private static int gap(int distance, int inner, int outer) {
        return Math.max(0, Math.max(distance - outer, inner - distance));
    }

    private static int nearest(Centres centres, int[] inner, int[] outer, long[] query) {
        int nearest = 0;
        for (int cell = 1; cell < inner.length; cell++) {
            if (inner[cell] <= outer[cell] && centres.distance(cell, query) < centres.distance(nearest, query)) {
                nearest = cell;
            }
        }
        return nearest;
    }

    /** A guess too small, too large or absent costs time, never the answer. */
    @Test
    void wrongGuessesLeaveTheAnswerAsItIs() {
        CodeTable table = SyntheticCodes.clustered(64, 3).table(20_000);
        BallIndex built = BallIndex.build(HeapCodes.over(table), RowNumbers.SAME, Progress.NONE);
        HammingScan definition = new HammingScan(table);
        CodeTable queries = SyntheticCodes.clustered(64, 3).queries(30);
        for (int guess : new int[] {0, 3, 9, 64, Integer.MAX_VALUE}) {
            int[] guesses = new int[2 * 65];
            Arrays.fill(guesses, guess);
            BallIndex index = new BallIndex(
                    built.store(),
                    built.numbers(),
                    built.centres(),
                    built.inner(),
                    built.outer(),
                    built.shellStarts(),
                    new ReachGuesses(guesses));
            for (int i = 0; i < 30; i++) {
                TopK top = new TopK(15, -1, new BitSet(), RowSet.all(), 1);
                assertThat(index.search(queries.code(i).words(), top, ScanKernel.LOOP, 20_000, true))
                        .isPositive();
                Neighbours expected = definition.search(queries.code(i), 15, -1);
                assertThat(top.neighbours(0).rows()).isEqualTo(expected.rows());
            }
        }
    }

    @Test
    void guessesGrowWithTheDistanceOfTheNearestCentre() {
        BallIndex index = BallIndex.build(
                HeapCodes.over(SyntheticCodes.clustered(64, 3).table(100_000)), RowNumbers.SAME, Progress.NONE);
        assertThat(index.guesses().reach(20, 12)).isGreaterThan(index.guesses().reach(20, 3));
        assertThat(index.guesses().reach(100, 6))
                .isGreaterThanOrEqualTo(index.guesses().reach(20, 6));
        assertThat(index.guesses().reach(102, 6)).isEqualTo(Integer.MAX_VALUE);
    }
}
