package org.hashscape.retrieval.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OperatingPointTest {

    @Test
    void theFrontIsWhatNothingDominates() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            List<OperatingPoint> points = new ArrayList<>();
            int count = random.nextInt(40);
            for (int point = 0; point < count; point++) { // few values, so that many are equal
                points.add(new OperatingPoint(random.nextInt(8), random.nextInt(8) / 8.0));
            }
            List<Integer> slow = IntStream.range(0, count)
                    .filter(at -> points.stream().noneMatch(other -> other.dominates(points.get(at))))
                    .boxed()
                    .toList();
            List<Integer> front = OperatingPoint.paretoFront(points);
            assertThat(front).containsExactlyInAnyOrderElementsOf(slow);
            assertThat(front.stream().map(at -> points.get(at).cost()).toList()).isSorted();
        }
    }

    @Test
    void nothingHasNoFrontAndOnePointIsItsOwn() {
        assertThat(OperatingPoint.paretoFront(List.of())).isEmpty();
        assertThat(OperatingPoint.paretoFront(List.of(new OperatingPoint(3, 0.2))))
                .containsExactly(0);
    }

    @Test
    void aPointIsMadeOfNumbers() {
        assertThatThrownBy(() -> new OperatingPoint(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OperatingPoint(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OperatingPoint(-1, 1)).hasMessageContaining("-1");
    }
}
