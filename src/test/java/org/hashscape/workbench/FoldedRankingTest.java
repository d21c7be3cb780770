package org.hashscape.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hashscape.model.Hit;
import org.hashscape.model.Ranking;
import org.hashscape.model.TileId;
import org.hashscape.workbench.FoldedRanking.Entry;
import org.hashscape.workbench.FoldedRanking.Sameness;
import org.junit.jupiter.api.Test;

class FoldedRankingTest {

    @Test
    void keepsEveryPositionOnceAndTheOrderOfFirstTiles() {
        Random random = new Random(3);
        for (int run = 0; run < 200; run++) {
            int size = random.nextInt(30);
            int kinds = 1 + random.nextInt(10);
            Ranking ranking = ranking(LongStream.range(1, size + 1).toArray());
            FoldedRanking folded =
                    FoldedRanking.of(ranking, (one, other) -> one.value() % kinds == other.value() % kinds);
            assertThat(folded.entries()).extracting(Entry::first).isSorted();
            assertThat(folded.entries().stream()
                            .flatMap(entry -> entry.positions().stream())
                            .sorted())
                    .containsExactlyElementsOf(IntStream.range(0, size).boxed().toList());
            assertThat(folded.entries())
                    .allSatisfy(entry -> assertThat(entry.positions()).isSorted());
            assertThat(folded.folded() + folded.entries().size()).isEqualTo(size);
        }
    }

    @Test
    void nothingTheSameLeavesTheRankingAsItIs() {
        FoldedRanking folded = FoldedRanking.of(ranking(4, 2, 9), (one, other) -> false);
        assertThat(folded.entries()).extracting(Entry::positions).containsExactly(List.of(0), List.of(1), List.of(2));
    }

    @Test
    void aChainOfSmallChangesDoesNotFoldItsEndsTogether() {
        Sameness near = (one, other) -> Math.abs(one.value() - other.value()) <= 1;
        FoldedRanking folded = FoldedRanking.of(ranking(1, 2, 3, 4), near);
        assertThat(folded.entries()).extracting(Entry::positions).containsExactly(List.of(0, 1), List.of(2, 3));
    }

    private static Ranking ranking(long... tiles) {
        List<Hit> hits = new ArrayList<>();
        for (long tile : tiles) {
            hits.add(new Hit(hits.size() + 1, new TileId(tile), hits.size(), 0.5));
        }
        return new Ranking(hits);
    }
}
