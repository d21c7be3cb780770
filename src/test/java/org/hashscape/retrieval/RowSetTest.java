package org.hashscape.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.CodeReading;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.MultiCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every search among some rows must be the search of an archive that holds only those, with their numbers. */
class RowSetTest {

    private static final double[] SHARES = {0, 0.01, 0.2, 0.5, 0.97, 1};

    @Test
    void countsAndStepsThroughWhatIsThere() {
        RowSet rows = RowSet.of(3, 70, 5);
        assertThat(rows.countBelow(100)).isEqualTo(3);
        assertThat(rows.countBelow(70)).isEqualTo(2);
        assertThat(rows.countBelow(0)).isZero();
        assertThat(rows.next(0, 100)).isEqualTo(3);
        assertThat(rows.next(6, 100)).isEqualTo(70);
        assertThat(rows.next(6, 50)).isEqualTo(50);
        assertThat(rows.next(71, 100)).isEqualTo(100);
        assertThat(rows.contains(5) && !rows.contains(4) && !rows.isAll()).isTrue();
        assertThat(RowSet.all().countBelow(9)).isEqualTo(9);
        assertThat(RowSet.all().next(9, 9)).isEqualTo(9);
        assertThat(RowSet.all().contains(Integer.MAX_VALUE)).isTrue();
        assertThat(rows.countBelow(100, 70)).isEqualTo(2);
        assertThat(rows.countBelow(100, 71)).isEqualTo(3);
    }

    @Test
    void doesNotChangeWithWhatItWasMadeFrom() {
        BitSet rows = new BitSet();
        RowSet set = RowSet.of(rows);
        rows.set(2);
        assertThat(set.contains(2)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 64, 100, 200})
    void holdsForScans(int bits) {
        Random random = new Random(bits);
        for (double share : SHARES) {
            CodeTable table = RandomCodes.table(bits, 400, 150, random);
            int[] rows = some(400, share, random);
            BinaryCode query = table.code(random.nextInt(400));
            int excluded = random.nextInt(401) - 1;
            HammingScan few = new HammingScan(table.select(rows));
            HammingScan scan = new HammingScan(table);
            same(scan.search(query, 30, RowSet.of(rows), excluded), few.search(query, 30, at(excluded, rows)), rows);
            assertThat(scan.distanceHistogram(query, RowSet.of(rows), excluded))
                    .isEqualTo(few.distanceHistogram(query, at(excluded, rows)));
            float[] real = new float[bits];
            for (int bit = 0; bit < bits; bit++) {
                real[bit] = random.nextFloat() * 2 - 1;
            }
            same(
                    new AsymmetricScan(table).search(real, 30, RowSet.of(rows), excluded),
                    new AsymmetricScan(table.select(rows)).search(real, 30, at(excluded, rows)),
                    rows);
        }
    }

    @Test
    void holdsForDescriptors() {
        Random random = new Random(1);
        float[] values = new float[300 * 8];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(3);
        }
        DescriptorMatrix matrix = new DescriptorMatrix(300, 8, values);
        for (double share : SHARES) {
            for (DescriptorDistance distance : DescriptorDistance.values()) {
                int[] rows = some(300, share, random);
                float[] query = matrix.row(random.nextInt(300));
                int excluded = random.nextInt(301) - 1;
                same(
                        new ExhaustiveSearch(matrix, distance).search(query, 20, RowSet.of(rows), excluded),
                        new ExhaustiveSearch(matrix.select(rows), distance).search(query, 20, at(excluded, rows)),
                        rows);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 10, 40})
    void holdsForBuckets(int bits) {
        Random random = new Random(bits);
        for (int trial = 0; trial < 40; trial++) {
            CodeTable table = RandomCodes.table(bits, 300, 100, random);
            int[] rows = some(300, SHARES[trial % SHARES.length], random);
            BinaryCode query = table.code(random.nextInt(300));
            int excluded = random.nextInt(301) - 1;
            HashTable.Bucket found = new HashTable(table).lookUp(query, trial % 4, RowSet.of(rows), excluded);
            HashTable.Bucket expected = new HashTable(table.select(rows)).lookUp(query, trial % 4, at(excluded, rows));
            assertThat(found.rows())
                    .isEqualTo(
                            Arrays.stream(expected.rows()).map(at -> rows[at]).toArray());
            assertThat(found.radius()).isEqualTo(expected.radius());
            assertThat(found.buckets()).isEqualTo(expected.buckets());
        }
    }

    @Test
    void holdsForMultiCodes() {
        Random random = new Random(3);
        List<MultiCode> codes = new ArrayList<>();
        for (int row = 0; row < 300; row++) {
            codes.add(multiCode(random.nextInt(16), random));
        }
        Random other = new Random(5);
        List<MultiCodeDistance> distances = List.of(
                new PublishedDistance(multiCode(15, other)),
                new MatchedDistance(new CodeReading(
                        8,
                        3,
                        other.ints(12, -900, 900).toArray(),
                        other.ints(96, -90, 90).toArray(),
                        500_000)));
        for (double share : SHARES) {
            for (MultiCodeDistance distance : distances) {
                MultiCodeIndex index = new MultiCodeIndex(codes, distance);
                int[] rows = some(300, share, random);
                MultiCode query = codes.get(random.nextInt(300));
                int excluded = random.nextInt(301) - 1;
                MultiCodeIndex few = new MultiCodeIndex(
                        Arrays.stream(rows).mapToObj(codes::get).toList(), distance);
                same(
                        index.search(query, 20, RowSet.of(rows), excluded),
                        few.search(query, 20, at(excluded, rows)),
                        rows);
                if (query.shows(2)) {
                    same(
                            index.searchShowing(query, 2, 20, RowSet.of(rows), excluded),
                            few.searchShowing(query, 2, 20, at(excluded, rows)),
                            rows);
                }
            }
        }
    }

    private static MultiCode multiCode(int presence, Random random) {
        byte[] codes = new byte[MultiCode.bytesPerCode(8) * Integer.bitCount(presence)];
        random.nextBytes(codes);
        return new MultiCode(8, presence, codes);
    }

    private static int[] some(int size, double share, Random random) {
        return IntStream.range(0, size)
                .filter(row -> random.nextDouble() < share)
                .toArray();
    }

    /** Where a row is among some; -1 where it is not. */
    private static int at(int row, int[] rows) {
        return Math.max(-1, Arrays.binarySearch(rows, row));
    }

    private static void same(Neighbours found, Neighbours expected, int[] rows) {
        assertThat(found.distances()).isEqualTo(expected.distances());
        assertThat(found.rows())
                .isEqualTo(Arrays.stream(expected.rows()).map(at -> rows[at]).toArray());
        assertThat(found.candidates()).isLessThanOrEqualTo(rows.length);
    }
}
