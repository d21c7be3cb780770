package org.hashscape.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.hashscape.model.BinaryCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTableTest {

    /** Short codes are enumerated, long ones compared bucket by bucket: both must be the plain filter. */
    @ParameterizedTest
    @ValueSource(ints = {3, 10, 16, 64, 70, 140})
    void findsTheRowsWithinTheRadius(int bits) {
        Random random = new Random(bits);
        for (int trial = 0; trial < 80; trial++) {
            int rows = random.nextInt(trial < 4 ? 3 : 900);
            CodeTable table = RandomCodes.table(bits, rows, 1 + random.nextInt(600), random);
            BinaryCode query = rows > 0 && random.nextInt(3) > 0
                    ? table.code(random.nextInt(rows))
                    : RandomCodes.code(bits, random);
            int excluded = random.nextInt(rows + 1) - 1;
            HashTable.Bucket found = new HashTable(table).lookUp(query, trial % 5, excluded);
            assertThat(found.rows()).isEqualTo(within(table, query, found.radius(), excluded));
            assertThat(found.buckets()).isEqualTo((int)
                    Arrays.stream(found.rows()).mapToObj(table::code).distinct().count());
            assertThat(found.radius()).isGreaterThanOrEqualTo(trial % 5);
            if (found.radius() > trial % 5) {
                assertThat(within(table, query, found.radius() - 1, excluded)).isEmpty();
                assertThat(found.rows()).isNotEmpty();
            }
        }
    }

    @Test
    void widensTheRadiusUntilABucketIsThere() {
        CodeTable table = new CodeTable(8, 3, new long[] {0b0000_0111, 0b0000_0111, 0b1111_1111});
        HashTable.Bucket found = new HashTable(table).lookUp(new BinaryCode(8, new long[1]), 0, -1);
        assertThat(found.radius()).isEqualTo(3);
        assertThat(found.rows()).containsExactly(0, 1);
        assertThat(found.buckets()).isEqualTo(1);
    }

    @Test
    void aBucketOfTheQueryAloneIsEmpty() {
        CodeTable table = new CodeTable(8, 2, new long[] {0, 1});
        HashTable.Bucket found = new HashTable(table).lookUp(table.code(0), 0, 0);
        assertThat(found.rows()).containsExactly(1);
        assertThat(found.radius()).isEqualTo(1);
    }

    @Test
    void aTableOfNothingButTheQueryFindsNothing() {
        CodeTable alone = new CodeTable(8, 1, new long[1]);
        assertThat(new HashTable(alone).lookUp(alone.code(0), 2, 0))
                .satisfies(found -> assertThat(found.rows()).isEmpty())
                .satisfies(found -> assertThat(found.radius()).isEqualTo(2));
        CodeTable empty = new CodeTable(8, 0, new long[0]);
        assertThat(new HashTable(empty).lookUp(alone.code(0), 2, -1).buckets()).isZero();
    }

    @Test
    void countsDistinctCodes() {
        Random random = new Random(1);
        CodeTable table = RandomCodes.table(100, 2000, 700, random);
        long distinct =
                IntStream.range(0, 2000).mapToObj(table::code).distinct().count();
        assertThat(new HashTable(table).buckets()).isEqualTo((int) distinct);
    }

    @Test
    void refusesNegativeRadii() {
        CodeTable table = new CodeTable(8, 1, new long[1]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HashTable(table).lookUp(table.code(0), -1, -1))
                .withMessageContaining("-1");
    }

    private static int[] within(CodeTable table, BinaryCode query, int radius, int excluded) {
        return IntStream.range(0, table.rows())
                .filter(row -> row != excluded && table.code(row).hammingDistance(query) <= radius)
                .toArray();
    }
}
