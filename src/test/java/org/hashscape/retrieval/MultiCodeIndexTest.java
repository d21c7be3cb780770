package org.hashscape.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hashscape.model.CodeReading;
import org.hashscape.model.MultiCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultiCodeIndexTest {

    private static final int PRIMITIVES = 17;

    @ParameterizedTest
    @CsvSource({"published, 3", "published, 8", "published, 32", "matched, 3", "matched, 8", "matched, 37"})
    void answersAsTheDefinitionDoesTiesIncluded(String kind, int bits) {
        Random random = new Random(bits);
        List<MultiCode> codes = codes(bits, 700, random);
        MultiCodeDistance distance = distance(kind, bits, random);
        MultiCodeIndex index = new MultiCodeIndex(codes, distance);
        for (int query = 0; query < 60; query++) {
            MultiCode asked = query % 3 == 0 ? code(bits, presence(random), random) : codes.get(query);
            int excluded = query % 3 == 0 ? -1 : query;
            for (int k : new int[] {1, 20, 1000}) {
                Neighbours found = index.search(asked, k, excluded);
                assertThat(found.rows()).isEqualTo(slowly(asked, codes, distance, k, excluded));
                for (int i = 0; i < found.size(); i++) {
                    assertThat(found.distances()[i]).isEqualTo(distance.between(asked, codes.get(found.rows()[i])));
                }
            }
            double[] all = index.distances(asked);
            assertThat(all[query]).isEqualTo(distance.between(asked, codes.get(query)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"published", "matched"})
    void noTileOfAGroupIsNearerThanTheGroupsBound(String kind) {
        Random random = new Random(11);
        MultiCodeDistance distance = distance(kind, 8, random);
        for (int i = 0; i < 60; i++) {
            int presence = presence(random);
            List<MultiCode> tiles = IntStream.range(0, MatchedDistance.LEAST_BOXED)
                    .mapToObj(each -> code(8, presence, random))
                    .toList();
            CodeGroup group = new MultiCodeIndex(tiles, distance).onlyGroup();
            MultiCode query = code(8, presence(random), random);
            double least = distance.ask(query).leastIn(group);
            assertThat(tiles).allMatch(tile -> least <= distance.between(query, tile));
        }
    }

    @Test
    void theMatchedDistanceIsSymmetricAndItsPartsAddUp() {
        Random random = new Random(4);
        MatchedDistance distance = (MatchedDistance) distance("matched", 8, random);
        for (int i = 0; i < 200; i++) {
            MultiCode a = code(8, presence(random), random);
            MultiCode b = code(8, presence(random), random);
            double there = distance.between(a, b);
            assertThat(distance.between(b, a)).isEqualTo(there);
            assertThat(there).isBetween(0.0, 1.0);
            assertThat(distance.between(a, a)).isZero();
            double sum = distance.parts(a, b).values().stream()
                    .mapToDouble(part -> part)
                    .sum();
            if (a.presence() != 0 && b.presence() != 0) {
                double unit = distance.reading().unit();
                assertThat(1 - unit / (unit + sum)).isCloseTo(there, within(1e-12));
            } else {
                assertThat(sum).isCloseTo(there, within(1e-12));
            }
        }
    }

    @Test
    void aPrimitiveThatIsNotThereIsMatchedWithTheNearestThatIs() {
        // one bit, one dimension; primitives read as 0, 10 and 100, and a set bit adds 1 instead of taking 1
        CodeReading reading = new CodeReading(1, 1, new int[] {0, 10, 100}, new int[] {1, 1, 1}, 100);
        MatchedDistance distance = new MatchedDistance(reading);
        MultiCode query = new MultiCode(1, 0b001, new byte[] {1}); // 1
        MultiCode near = new MultiCode(1, 0b010, new byte[] {1}); // 11
        MultiCode far = new MultiCode(1, 0b100, new byte[] {0}); // 99
        assertThat(distance.between(query, near)).isEqualTo(1 - 100 / (100 + 200.0));
        assertThat(distance.between(query, far)).isEqualTo(1 - 100 / (100 + 2 * 98.0 * 98));
        // the tile's first primitive, of level 3, weighs 49, and its last, of level 0, weighs 1
        MultiCode both = new MultiCode(1, 0b101, 3, new byte[] {1, 0});
        assertThat(distance.between(query, both)).isEqualTo(1 - 100 / (100 + 98.0 * 98 / 50));
        assertThat(distance.bitsCompared(query)).isEqualTo(3);
    }

    @Test
    void thePublishedDistanceAsksForTheQuerysPrimitivesOnly() {
        MultiCode zeros = new MultiCode(8, 0b111, new byte[] {0, 0b11, 0});
        MultiCode query = new MultiCode(8, 0b011, new byte[] {0b1, 0b1});
        MultiCode tile = new MultiCode(8, 0b101, new byte[] {0b111, 0b1111});
        // primitive 0: 2 bits; primitive 1 is absent from the tile, so the zero vector's code counts: 1 bit; 2 is free
        assertThat(new PublishedDistance(zeros).between(query, tile)).isEqualTo(3);
    }

    @Test
    void looksAtFewTilesWhereGroupsCannotHoldTheAnswer() {
        Random random = new Random(5);
        List<MultiCode> codes = codes(32, 20_000, random);
        MultiCodeIndex index = new MultiCodeIndex(codes, distance("matched", 32, random));
        int looked = IntStream.range(0, 50)
                .map(row -> index.search(codes.get(row), 20, row).candidates())
                .sum();
        assertThat(looked / 50).isLessThan(15_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"published", "matched"})
    void isFasterThanTheDefinitionOnAHundredThousandTiles(String kind) {
        Random random = new Random(6);
        List<MultiCode> codes = codes(32, 100_000, random);
        MultiCodeDistance distance = distance(kind, 32, random);
        MultiCodeIndex index = new MultiCodeIndex(codes, distance);
        double[] fast = new double[60];
        double[] slow = new double[3];
        for (int i = 0; i < fast.length; i++) {
            long start = System.nanoTime();
            index.search(codes.get(i), 20, i);
            fast[i] = (System.nanoTime() - start) / 1e6;
        }
        for (int i = 0; i < slow.length; i++) {
            long start = System.nanoTime();
            for (MultiCode code : codes) {
                distance.between(codes.get(i + 1), code);
            }
            slow[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(fast);
        Arrays.sort(slow);
        System.out.printf(
                "100,000 tiles, 32 bits, %s: median %.2f ms, by definition %.1f ms, %.1f bytes a tile%n",
                kind, fast[30], slow[1], index.bytes() / 1e5);
        assertThat(fast[30]).isLessThan(slow[1]);
    }

    @Test
    void searchesByOnePrimitive() {
        Random random = new Random(7);
        List<MultiCode> codes = codes(8, 500, random);
        MultiCodeIndex index = new MultiCodeIndex(codes, distance("matched", 8, random));
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
            MultiCode query, List<MultiCode> codes, MultiCodeDistance distance, int k, int excluded) {
        double[] distances = codes.stream()
                .mapToDouble(code -> distance.between(query, code))
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

    /** Primitives as far from each other as they are wide, as those of real archives are. */
    private static MultiCodeDistance distance(String kind, int bits, Random random) {
        if (kind.equals("published")) {
            return new PublishedDistance(code(bits, (1 << PRIMITIVES) - 1, random));
        }
        int d = 16;
        int[] offsets = random.ints(PRIMITIVES * d, -3000, 3000).toArray();
        int[] steps = random.ints(PRIMITIVES * bits * d, -2000 / bits, 2000 / bits + 1)
                .toArray();
        return new MatchedDistance(new CodeReading(bits, d, offsets, steps, 20_000_000));
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
        long levels = 0;
        for (int rest = presence; rest != 0; rest &= rest - 1) {
            levels |= (long) random.nextInt(MultiCode.LEVELS) << 2 * Integer.numberOfTrailingZeros(rest);
        }
        return new MultiCode(bits, presence, levels, codes);
    }
}
