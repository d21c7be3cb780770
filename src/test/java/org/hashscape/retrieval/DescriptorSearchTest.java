package org.hashscape.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.hashscape.model.DescriptorMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DescriptorSearchTest {

    @ParameterizedTest
    @EnumSource(DescriptorDistance.class)
    void findsWhatSortingEverythingFinds(DescriptorDistance distance) {
        Random random = new Random(1);
        for (int trial = 0; trial < 60; trial++) {
            int rows = random.nextInt(trial < 5 ? 3 : 200);
            DescriptorMatrix matrix = withDuplicates(rows, 1 + random.nextInt(9), random);
            float[] query =
                    rows > 0 && random.nextBoolean() ? matrix.row(random.nextInt(rows)) : new float[matrix.dimension()];
            int excluded = random.nextInt(rows + 2) - 1;
            int k = 1 + random.nextInt(rows + 10);
            int[] candidates =
                    IntStream.range(0, rows).filter(row -> row != excluded).toArray();
            int[] expected = byDefinition(matrix, distance, query, candidates, k);
            Neighbours found = new ExhaustiveSearch(matrix, distance).search(query, k, excluded);
            assertThat(found.rows()).isEqualTo(expected);
            assertThat(found.candidates()).isEqualTo(candidates.length);
            Neighbours reranked = Reranking.rank(matrix, distance, query, backwards(candidates), k);
            assertThat(reranked.rows()).isEqualTo(expected);
            assertThat(reranked.distances()).isEqualTo(found.distances()).isSorted();
        }
    }

    @Test
    void cosineTakesZeroVectorsAsSaid() {
        float[] zero = {0, 0};
        float[] some = {3, 4};
        float[] opposite = {-6, -8};
        assertThat(DescriptorDistance.COSINE.between(zero, 0, zero, 0, 2)).isZero();
        assertThat(DescriptorDistance.COSINE.between(zero, 0, some, 0, 2)).isEqualTo(1);
        assertThat(DescriptorDistance.COSINE.between(some, 0, some, 0, 2)).isZero();
        assertThat(DescriptorDistance.COSINE.between(some, 0, opposite, 0, 2)).isEqualTo(2);
        assertThat(DescriptorDistance.COSINE.between(some, 0, new float[] {4, -3}, 0, 2))
                .isEqualTo(1);
        assertThat(DescriptorDistance.EUCLIDEAN.between(some, 0, opposite, 0, 2))
                .isEqualTo(15);
    }

    @Test
    void cosineStaysWithinItsRange() {
        Random random = new Random(9);
        for (int trial = 0; trial < 2000; trial++) {
            float[] a = new float[7];
            for (int i = 0; i < 7; i++) {
                a[i] = (float) random.nextGaussian() * (trial % 2 == 0 ? 1e-15f : 1e15f);
            }
            double distance = DescriptorDistance.COSINE.between(a, 0, a, 0, 7);
            assertThat(distance).isBetween(0.0, 1e-12);
            assertThat(DescriptorDistance.COSINE.similarity(distance)).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void readsRunsInTheMiddleOfArrays() {
        float[] values = {9, 9, 1, 2, 2, 9};
        assertThat(DescriptorDistance.EUCLIDEAN.between(values, 2, new float[] {1, 0, 0, 0}, 1, 3))
                .isEqualTo(3);
    }

    @Test
    void refusesQueriesOfAnotherLength() {
        DescriptorMatrix matrix = new DescriptorMatrix(1, 3, new float[3]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExhaustiveSearch(matrix, DescriptorDistance.COSINE).search(new float[2], 1, -1))
                .withMessageContaining("2 floats")
                .withMessageContaining("3");
    }

    private static int[] byDefinition(
            DescriptorMatrix matrix, DescriptorDistance distance, float[] query, int[] candidates, int k) {
        return Arrays.stream(candidates)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> distance.between(
                                query, 0, matrix.values(), row * matrix.dimension(), matrix.dimension()))
                        .thenComparing(row -> row))
                .limit(k)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static DescriptorMatrix withDuplicates(int rows, int dimension, Random random) {
        float[] values = new float[rows * dimension];
        for (int row = 0; row < rows; row++) {
            int source = row > 0 && random.nextInt(3) == 0 ? random.nextInt(row) : -1;
            for (int i = 0; i < dimension; i++) {
                values[row * dimension + i] =
                        source < 0 ? (float) random.nextGaussian() : values[source * dimension + i];
            }
        }
        return new DescriptorMatrix(rows, dimension, values);
    }

    private static int[] backwards(int[] rows) {
        return IntStream.range(0, rows.length)
                .map(i -> rows[rows.length - 1 - i])
                .toArray();
    }
}
