package org.hashscape.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hashscape.model.MultiCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MultiCodeIndexTest {

    private static final int PRIMITIVES = 17;

    @ParameterizedTest
    @CsvSource({"PUBLISHED, 3", "PUBLISHED, 8", "PUBLISHED, 32", "SYMMETRIC, 3", "SYMMETRIC, 8", "SYMMETRIC, 37"})
    void answersAsTheDefinitionDoesTiesIncluded(MultiCodeDistance distance, int bits) {
        Random random = new Random(bits);
        List<MultiCode> codes = codes(bits, 700, random);
        MultiCode zeros = code(bits, (1 << PRIMITIVES) - 1, random);
        MultiCodeIndex index = new MultiCodeIndex(codes, zeros);
        for (int query = 0; query < 60; query++) {
            MultiCode asked = query % 3 == 0 ? code(bits, presence(random), random) : codes.get(query);
            int excluded = query % 3 == 0 ? -1 : query;
            for (int k : new int[] {1, 20, 1000}) {
                Neighbours found = index.search(asked, distance, k, excluded);
                assertThat(found.rows()).isEqualTo(slowly(asked, codes, zeros, distance, k, excluded));
                for (int i = 0; i < found.size(); i++) {
                    assertThat(found.distances()[i])
                            .isEqualTo(distance.between(asked, codes.get(found.rows()[i]), zeros));
                }
            }
            double[] all = index.distances(asked, distance);
            assertThat(all[query]).isEqualTo(distance.between(asked, codes.get(query), zeros));
        }
    }

    @Test
    void theSymmetricDistanceIsSymmetricAndItsPartsAddUp() {
        Random random = new Random(4);
        MultiCode zeros = code(8, (1 << PRIMITIVES) - 1, random);
        for (int i = 0; i < 200; i++) {
            MultiCode a = code(8, presence(random), random);
            MultiCode b = code(8, presence(random), random);
            double there = MultiCodeDistance.SYMMETRIC.between(a, b, zeros);
            assertThat(MultiCodeDistance.SYMMETRIC.between(b, a, zeros)).isEqualTo(there);
            assertThat(there).isBetween(0.0, 1.0);
            assertThat(MultiCodeDistance.SYMMETRIC.between(a, a, zeros)).isZero();
            for (MultiCodeDistance distance : MultiCodeDistance.values()) {
                double sum = distance.parts(a, b, zeros).values().stream()
                        .mapToDouble(part -> part)
                        .sum();
                int either = Integer.bitCount(a.presence() | b.presence());
                double scale = distance == MultiCodeDistance.SYMMETRIC && either > 0 ? 8.0 * either : 1;
                assertThat(sum / scale).isCloseTo(distance.between(a, b, zeros), within(1e-12));
            }
        }
    }

    @Test
    void thePublishedDistanceAsksForTheQuerysPrimitivesOnly() {
        MultiCode zeros = new MultiCode(8, 0b111, new byte[] {0, 0b11, 0});
        MultiCode query = new MultiCode(8, 0b011, new byte[] {0b1, 0b1});
        MultiCode tile = new MultiCode(8, 0b101, new byte[] {0b111, 0b1111});
        // primitive 0: 2 bits; primitive 1 is absent from the tile, so the zero vector's code counts: 1 bit; 2 is free
        assertThat(MultiCodeDistance.PUBLISHED.between(query, tile, zeros)).isEqualTo(3);
    }

    @Test
    void looksAtFewTilesWhereGroupsCannotHoldTheAnswer() {
        Random random = new Random(5);
        List<MultiCode> codes = codes(32, 20_000, random);
        MultiCodeIndex index = new MultiCodeIndex(codes, code(32, (1 << PRIMITIVES) - 1, random));
        int looked = IntStream.range(0, 100)
                .map(row -> index.search(codes.get(row), MultiCodeDistance.SYMMETRIC, 20, row)
                        .candidates())
                .sum();
        assertThat(looked / 100).isLessThan(10_000);
        assertThat(index.bytes() / (double) codes.size()).isLessThan(4 + 4 * 4.5 + 15);
    }

    @ParameterizedTest
    @EnumSource(MultiCodeDistance.class)
    void isFasterThanTheDefinitionOnAHundredThousandTiles(MultiCodeDistance distance) {
        Random random = new Random(6);
        List<MultiCode> codes = codes(32, 100_000, random);
        MultiCode zeros = code(32, (1 << PRIMITIVES) - 1, random);
        MultiCodeIndex index = new MultiCodeIndex(codes, zeros);
        double[] fast = new double[60];
        double[] slow = new double[5];
        for (int i = 0; i < fast.length; i++) {
            long start = System.nanoTime();
            index.search(codes.get(i), distance, 20, i);
            fast[i] = (System.nanoTime() - start) / 1e6;
        }
        for (int i = 0; i < slow.length; i++) {
            long start = System.nanoTime();
            slowly(codes.get(i), codes, zeros, distance, 20, i);
            slow[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(fast);
        Arrays.sort(slow);
        System.out.printf(
                "100,000 tiles, 32 bits, %s: median %.2f ms, by definition %.1f ms, %.1f bytes a tile%n",
                distance, fast[30], slow[2], index.bytes() / 1e5);
        assertThat(fast[30]).isLessThan(slow[2]);
    }

    @Test
    void searchesByOnePrimitive() {
        Random random = new Random(7);
        List<MultiCode> codes = codes(8, 500, random);
        MultiCodeIndex index = new MultiCodeIndex(codes, code(8, (1 << PRIMITIVES) - 1, random));
        int asked = IntStream.range(0, codes.size())
                .filter(row -> codes.get(row).presence() != 0)
                .findFirst()
                .orElseThrow();
        MultiCode query = codes.get(asked);
        int primitive = Integer.numberOfTrailingZeros(query.presence());
        Neighbours found = index.searchShowing(query, primitive, 1000, asked);
        long showing = codes.stream().filter(code -> code.shows(primitive)).count();
        assertThat(found.size()).isEqualTo((int) showing - 1);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.distances()[i])
                    .isEqualTo(MultiCodeDistance.apart(query, codes.get(found.rows()[i]), primitive));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index.searchShowing(new MultiCode(8, 0, new byte[0]), primitive, 5, -1));
    }

    private static int[] slowly(
            MultiCode query, List<MultiCode> codes, MultiCode zeros, MultiCodeDistance distance, int k, int excluded) {
        double[] distances = codes.stream()
                .mapToDouble(code -> distance.between(query, code, zeros))
                .toArray();
        return IntStream.range(0, codes.size())
                .filter(row -> row != excluded)
                .boxed()
                .sorted((a, b) -> distances[a] != distances[b]
                        ? Double.compare(distances[a], distances[b])
                        : Integer.compare(a, b))
                .limit(k)
                .mapToInt(row -> row)
                .toArray();
    }

    private static List<MultiCode> codes(int bits, int rows, Random random) {
        List<MultiCode> codes = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            codes.add(code(bits, presence(random), random));
        }
        return codes;
    }

    /** None to a handful of primitives, the low ones more often. */
    private static int presence(Random random) {
        int presence = 0;
        int wanted = random.nextInt(7);
        for (int i = 0; i < wanted; i++) {
            presence |= 1 << (int) (PRIMITIVES * random.nextDouble() * random.nextDouble());
        }
        return presence;
    }

    private static MultiCode code(int bits, int presence, Random random) {
        int bytes = MultiCode.bytesPerCode(bits);
        byte[] codes = new byte[bytes * Integer.bitCount(presence)];
        random.nextBytes(codes);
        for (int i = bytes - 1; i < codes.length && bits % 8 != 0; i += bytes) {
            codes[i] &= (byte) ((1 << bits % 8) - 1);
        }
        return new MultiCode(bits, presence, codes);
    }
}
