package org.hashscape.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hashscape.model.BinaryCode;
import org.hashscape.retrieval.BucketOccupancy.SizeClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketOccupancyTest {

    @Test
    void countsBucketsByTheirSize() {
        BucketOccupancy occupancy = BucketOccupancy.of(new CodeTable(4, 9, new long[] {1, 2, 2, 3, 3, 3, 3, 3, 0}));

        assertThat(occupancy.tiles()).isEqualTo(9);
        assertThat(occupancy.occupied()).isEqualTo(4);
        assertThat(occupancy.largest()).isEqualTo(5);
        assertThat(occupancy.share()).isEqualTo(0.25);
        assertThat(occupancy.classes())
                .containsExactly(
                        new SizeClass(1, 1, 2, 2),
                        new SizeClass(2, 2, 1, 2),
                        new SizeClass(3, 4, 0, 0),
                        new SizeClass(5, 8, 1, 5));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 64, 70})
    void agreesWithCountingInAMap(int bits) {
        Random random = new Random(bits);
        long[] words = new long[500 * BinaryCode.wordsFor(bits)];
        for (int at = 0; at < words.length; at++) {
            words[at] = random.nextInt(7);
        }
        CodeTable codes = new CodeTable(bits, 500, words);
        Map<BinaryCode, Integer> slow = new HashMap<>();
        for (int row = 0; row < 500; row++) {
            slow.merge(codes.code(row), 1, Integer::sum);
        }
        BucketOccupancy occupancy = BucketOccupancy.of(codes);
        assertThat(occupancy.occupied()).isEqualTo(slow.size());
        assertThat(occupancy.largest())
                .isEqualTo(slow.values().stream().mapToInt(size -> size).max().orElseThrow());
        for (SizeClass each : occupancy.classes()) {
            List<Integer> sizes = slow.values().stream()
                    .filter(size -> size >= each.least() && size <= each.most())
                    .toList();
            assertThat(each.buckets()).isEqualTo(sizes.size());
            assertThat(each.tiles())
                    .isEqualTo(sizes.stream().mapToInt(size -> size).sum());
        }
    }

    @Test
    void anEmptyTableHasNoBuckets() {
        BucketOccupancy occupancy = BucketOccupancy.of(new CodeTable(32, 0, new long[0]));
        assertThat(occupancy.occupied()).isZero();
        assertThat(occupancy.classes()).isEmpty();
        assertThat(occupancy.share()).isZero();
    }
}
