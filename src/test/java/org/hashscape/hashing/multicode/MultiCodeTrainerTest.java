package org.hashscape.hashing.multicode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.hashscape.model.CodeReading;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;
import org.hashscape.model.MultiCode;
import org.hashscape.model.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultiCodeTrainerTest {

    private static final int KINDS = 4;
    private static final int DIMENSION = 6;

    @Test
    void theMixtureFindsWhatIsThere() {
        Random random = new Random(1);
        float[] values = new float[KINDS * 100 * DIMENSION];
        for (int row = 0; row < KINDS * 100; row++) {
            System.arraycopy(region(row % KINDS, random), 0, values, row * DIMENSION, DIMENSION);
        }
        DescriptorMatrix rows = new DescriptorMatrix(KINDS * 100, DIMENSION, values);
        GaussianMixture mixture = GaussianMixture.fit(rows, KINDS, 5, Progress.NONE);
        int[] componentOf = new int[KINDS];
        for (int kind = 0; kind < KINDS; kind++) {
            componentOf[kind] = best(mixture.posteriors(values, kind * DIMENSION));
        }
        assertThat(componentOf).doesNotHaveDuplicates();
        for (int row = 0; row < rows.rows(); row++) {
            double[] posteriors = mixture.posteriors(values, row * DIMENSION);
            assertThat(Arrays.stream(posteriors).sum()).isCloseTo(1, within(1e-9));
            assertThat(best(posteriors)).isEqualTo(componentOf[row % KINDS]);
        }
    }

    @Test
    void equalRegionsBreakNothing() {
        DescriptorMatrix same = new DescriptorMatrix(40, 3, new float[120]);
        GaussianMixture mixture = GaussianMixture.fit(same, 5, 1, Progress.NONE);
        assertThat(Arrays.stream(mixture.posteriors(new float[3], 0)).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aTileHasACodeForEachPrimitiveThatItShows() {
        MultiCodeFunction function = trained(8);
        Random random = new Random(9);
        float[][] many = new float[3 * KINDS][];
        for (int i = 0; i < many.length; i++) {
            many[i] = region(i % KINDS, random);
        }
        MultiCode all = function.encode(many, alike(many.length));
        assertThat(all.primitives()).isGreaterThan(1);
        assertThat(function.encode(new float[][] {many[0]}, alike(1)).presence() & ~all.presence())
                .isZero();
        assertThat(function.zeros().primitives()).isEqualTo(function.primitives());
    }

    @Test
    void aTileWhoseRegionsAreInDoubtShowsNothing() {
        GaussianMixture undecided = new GaussianMixture(
                1, new double[] {Math.log(0.5), Math.log(0.5)}, new double[] {0, 0}, new double[] {1, 1});
        assertThat(PrimitiveMeans.of(undecided, new float[][] {{0.3f}}, alike(1), true)
                        .means())
                .isDeepEqualTo(new float[2][0]);
        assertThat(trained(8).encode(new float[0][], new int[0]).presence()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"multicode", "multicode-symmetric", "multicode-itq", "multicode-kslsh"})
    void sameSeedGivesTheSameBytesWhichComeBackAndAreCheckedForDamage(String method) {
        MultiCodeFunction function = trained(method, 12);
        byte[] bytes = MultiCodeFormat.write(function);
        assertThat(MultiCodeFormat.write(trained(method, 12))).isEqualTo(bytes);
        MultiCodeFunction read = MultiCodeFormat.read(bytes);
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            float[][] tile = {region(i % KINDS, random), region(0, random)};
            assertThat(read.encode(tile, alike(2))).isEqualTo(function.encode(tile, alike(2)));
        }
        for (int at : new int[] {0, 5, bytes.length / 2, bytes.length - 1}) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 4;
            assertThatIllegalArgumentException().isThrownBy(() -> MultiCodeFormat.read(damaged));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> MultiCodeFormat.read(new byte[3]));
    }

    @Test
    void modelsOfTheFirstVersionAreReadWhereTheirMethodIsTheSameAndElseRefusedWithAdvice() {
        MultiCodeFunction function = trained(8);
        byte[] old = firstVersion(MultiCodeFormat.write(function), 4);
        float[][] tile = {region(0, new Random(1))};
        assertThat(MultiCodeFormat.read(old).encode(tile, alike(1))).isEqualTo(function.encode(tile, alike(1)));
        MultiCodeFunction supervised = trained("multicode-kslsh", 8);
        CodeReading reading = supervised.reading().orElseThrow();
        int tail = 4
                + 4
                + 4 * (DIMENSION + supervised.mixture().dimension() * DIMENSION)
                + 4
                + 4 * (reading.offsets().length + reading.steps().length)
                + 8;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultiCodeFormat.read(firstVersion(MultiCodeFormat.write(supervised), tail)))
                .withMessageContaining("earlier version")
                .withMessageContaining("--force");
    }

    /** Bytes as version 1 had them: without what follows the hash functions. */
    private static byte[] firstVersion(byte[] bytes, int tail) {
        byte[] old = Arrays.copyOf(bytes, bytes.length - tail);
        ByteBuffer.wrap(old).putInt(4, 1);
        CRC32C crc = new CRC32C();
        crc.update(old, 0, old.length - 4);
        ByteBuffer.wrap(old).putInt(old.length - 4, (int) crc.getValue());
        return old;
    }

    @Test
    void codesReadAsVectorsNearWhatTheyWereMadeOf() {
        MultiCodeFunction function = trained("multicode-symmetric", 32);
        CodeReading reading = function.reading().orElseThrow();
        Random random = new Random(5);
        double same = 0;
        double other = 0;
        int compared = 0;
        for (int i = 0; i < 200; i++) {
            MultiCode one = function.encode(new float[][] {region(i % KINDS, random)}, alike(1));
            MultiCode alike = function.encode(new float[][] {region(i % KINDS, random)}, alike(1));
            MultiCode unlike = function.encode(new float[][] {region((i + 1) % KINDS, random)}, alike(1));
            if (one.presence() != 0 && alike.presence() != 0 && unlike.presence() != 0) {
                same += reading.apart(one, alike);
                other += reading.apart(one, unlike);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(20);
        assertThat(same).isLessThan(other / 4);
    }

    @Test
    void theScaleKeepsWhatTellsTilesApartAndShrinksWhatVariesWithinThem() {
        Random random = new Random(8);
        float[] values = new float[2 * 400];
        int[] starts = new int[101];
        for (int row = 0; row < 400; row++) {
            int tile = row / 4;
            starts[tile + 1] = row + 1;
            values[2 * row] = (float) ((tile % 2 == 0 ? 1 : -1) + 0.1 * random.nextGaussian());
            values[2 * row + 1] = (float) (10 * random.nextGaussian());
        }
        RegionScale scale = RegionScale.learn(new RegionTrainingSet(
                new DescriptorMatrix(400, 2, values), alike(400), starts, Collections.nCopies(100, Labels.NONE)));
        float[] kind = scale.apply(new float[] {1, 0});
        float[] noise = scale.apply(new float[] {0, 10});
        assertThat(scale.components()).isEqualTo(2);
        assertThat(Math.hypot(noise[0], noise[1])).isLessThan(3);
        assertThat(Math.hypot(kind[0], kind[1]) / Math.hypot(noise[0], noise[1]))
                .isGreaterThan(2.5 / 10);
    }

    @Test
    void biggerRegionsWeighMoreWhereCodesAreRead() {
        GaussianMixture one = new GaussianMixture(1, new double[] {0}, new double[] {0}, new double[] {100});
        PrimitiveMeans byArea = PrimitiveMeans.of(one, new float[][] {{1}, {5}}, new int[] {30, 10}, true);
        assertThat(byArea.means()[0]).containsExactly(2);
        assertThat(byArea.shares()).containsExactly(1);
        assertThat(PrimitiveMeans.of(one, new float[][] {{1}, {5}}, new int[] {30, 10}, false)
                        .means()[0])
                .containsExactly(3);
    }

    @Test
    void saysWhatIsMissing() {
        RegionTrainingSet few = set(10, 1);
        assertThat(MultiCodeTrainer.multicode().objectionTo(few))
                .hasValueSatisfying(text -> assertThat(text).contains("16"));
        RegionTrainingSet unlabelled = new RegionTrainingSet(
                set(40, 1).regions(), set(40, 1).sizes(), set(40, 1).starts(), Collections.nCopies(40, Labels.NONE));
        assertThat(MultiCodeTrainer.supervised().objectionTo(unlabelled)).isPresent();
        assertThat(MultiCodeTrainer.multicode().objectionTo(unlabelled)).isEmpty();
    }

    @Test
    void supervisedCodesAreTrainedToo() {
        MultiCodeFunction function = MultiCodeTrainer.supervised().train(set(60, 2), 8, 1, Progress.NONE);
        assertThat(function.method()).isEqualTo("multicode-kslsh");
        assertThat(MultiCodeFormat.read(MultiCodeFormat.write(function)).bits()).isEqualTo(8);
    }

    private static MultiCodeFunction trained(int bits) {
        return trained("multicode", bits);
    }

    private static MultiCodeFunction trained(String method, int bits) {
        return trainer(method).train(set(80, 1), bits, 7, Progress.NONE);
    }

    private static MultiCodeTrainer trainer(String method) {
        return switch (method) {
            case "multicode" -> MultiCodeTrainer.multicode();
            case "multicode-symmetric" -> MultiCodeTrainer.symmetric();
            case "multicode-itq" -> MultiCodeTrainer.itq();
            default -> MultiCodeTrainer.supervised();
        };
    }

    /** Regions of one size. */
    private static int[] alike(int regions) {
        int[] sizes = new int[regions];
        Arrays.fill(sizes, 10);
        return sizes;
    }

    /** Tiles of two or three regions, most of the kind that the tile's label says. */
    private static RegionTrainingSet set(int tiles, long seed) {
        Random random = new Random(seed);
        List<float[]> rows = new ArrayList<>();
        int[] starts = new int[tiles + 1];
        List<Labels> labels = new ArrayList<>();
        for (int tile = 0; tile < tiles; tile++) {
            labels.add(Labels.of("kind" + tile % KINDS));
            for (int i = 0; i < 2 + random.nextInt(2); i++) {
                rows.add(region(i == 0 ? tile % KINDS : random.nextInt(KINDS), random));
            }
            starts[tile + 1] = rows.size();
        }
        float[] values = new float[rows.size() * DIMENSION];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row), 0, values, row * DIMENSION, DIMENSION);
        }
        return new RegionTrainingSet(
                new DescriptorMatrix(rows.size(), DIMENSION, values), alike(rows.size()), starts, labels);
    }

    private static float[] region(int kind, Random random) {
        float[] region = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            region[i] = (float) (0.4 * random.nextGaussian() + (i == kind ? 6 : 0));
        }
        return region;
    }

    private static int best(double[] posteriors) {
        int best = 0;
        for (int j = 1; j < posteriors.length; j++) {
            best = posteriors[j] > posteriors[best] ? j : best;
        }
        return best;
    }
}
