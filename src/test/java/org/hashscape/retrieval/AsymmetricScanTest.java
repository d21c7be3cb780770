package org.hashscape.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.hashscape.model.BinaryCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsymmetricScanTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 16, 63, 64, 65, 200, 1024})
    void findsWhatSortingByTheDefinitionFinds(int bits) {
        Random random = new Random(bits);
        for (int trial = 0; trial < 40; trial++) {
            int rows = random.nextInt(300);
            CodeTable table = RandomCodes.table(bits, rows, 1 + random.nextInt(60), random);
            float[] query = query(bits, random);
            int excluded = random.nextInt(rows + 2) - 1;
            int k = 1 + random.nextInt(rows + 20);
            Neighbours found = new AsymmetricScan(table).search(query, k, excluded);
            int[] expected = IntStream.range(0, rows)
                    .filter(row -> row != excluded)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer row) -> distance(query, table.code(row))))
                    .limit(k)
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertThat(found.rows()).isEqualTo(expected);
            for (int i = 0; i < expected.length; i++) {
                assertThat(found.distances()[i]).isEqualTo(distance(query, table.code(expected[i])));
            }
        }
    }

    @Test
    void isHammingDistanceForAQueryThatIsSureOfEveryBit() {
        Random random = new Random(2);
        CodeTable table = RandomCodes.table(48, 500, 90, random);
        BinaryCode code = table.code(7);
        float[] query = new float[48];
        for (int bit = 0; bit < 48; bit++) {
            query[bit] = code.bit(bit) ? 1 : -1;
        }
        Neighbours asymmetric = new AsymmetricScan(table).search(query, 100, 7);
        Neighbours hamming = new HammingScan(table).search(code, 100, 7);
        assertThat(asymmetric.rows()).isEqualTo(hamming.rows());
        assertThat(asymmetric.distances()).isEqualTo(hamming.distances());
    }

    @Test
    void refusesQueriesThatCannotBe() {
        CodeTable table = RandomCodes.table(16, 5, 5, new Random(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AsymmetricScan(table).search(new float[15], 1, -1))
                .withMessageContaining("15 values");
        for (float wrong : new float[] {1.01f, Float.NaN, Float.NEGATIVE_INFINITY}) {
            float[] query = new float[16];
            query[3] = wrong;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new AsymmetricScan(table).search(query, 1, -1))
                    .withMessageContaining("bit 3");
        }
    }

    /** |u| of the bits that differ, each rounded to 1/65,536. */
    private static double distance(float[] query, BinaryCode code) {
        double sum = 0;
        for (int bit = 0; bit < query.length; bit++) {
            if (code.bit(bit) != query[bit] > 0) {
                sum += Math.round(Math.abs(query[bit]) * 65536.0) / 65536.0;
            }
        }
        return sum;
    }

    private static float[] query(int bits, Random random) {
        float[] query = new float[bits];
        for (int bit = 0; bit < bits; bit++) {
            query[bit] = (random.nextInt(9) - 4) / 4f * (random.nextInt(4) == 0 ? random.nextFloat() : 1);
        }
        return query;
    }
}
