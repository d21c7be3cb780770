package org.hashscape.hashing.multicode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;
import org.hashscape.model.MultiCode;
import org.hashscape.model.Progress;
import org.junit.jupiter.api.Test;

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
        MultiCode all = function.encode(many);
        assertThat(all.primitives()).isGreaterThan(1);
        assertThat(function.encode(new float[][] {many[0]}).presence() & ~all.presence())
                .isZero();
        assertThat(function.zeros().primitives()).isEqualTo(function.primitives());
    }

    @Test
    void aTileWhoseRegionsAreInDoubtShowsNothing() {
        GaussianMixture undecided = new GaussianMixture(
                1, new double[] {Math.log(0.5), Math.log(0.5)}, new double[] {0, 0}, new double[] {1, 1});
        assertThat(MultiCodeFunction.primitiveMeans(undecided, new float[][] {{0.3f}}))
                .isDeepEqualTo(new float[2][0]);
        assertThat(trained(8).encode(new float[0][]).presence()).isZero();
    }

    @Test
    void sameSeedGivesTheSameBytesWhichComeBackAndAreCheckedForDamage() {
        MultiCodeFunction function = trained(12);
        byte[] bytes = MultiCodeFormat.write(function);
        assertThat(MultiCodeFormat.write(trained(12))).isEqualTo(bytes);
        MultiCodeFunction read = MultiCodeFormat.read(bytes);
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            float[][] tile = {region(i % KINDS, random), region(0, random)};
            assertThat(read.encode(tile)).isEqualTo(function.encode(tile));
        }
        for (int at : new int[] {0, 5, bytes.length / 2, bytes.length - 1}) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 4;
            assertThatIllegalArgumentException().isThrownBy(() -> MultiCodeFormat.read(damaged));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> MultiCodeFormat.read(new byte[3]));
    }

    @Test
    void saysWhatIsMissing() {
        RegionTrainingSet few = set(10, 1);
        assertThat(MultiCodeTrainer.multicode().objectionTo(few))
                .hasValueSatisfying(text -> assertThat(text).contains("16"));
        RegionTrainingSet unlabelled =
                new RegionTrainingSet(set(40, 1).regions(), set(40, 1).starts(), Collections.nCopies(40, Labels.NONE));
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
        return MultiCodeTrainer.multicode().train(set(80, 1), bits, 7, Progress.NONE);
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
        return new RegionTrainingSet(new DescriptorMatrix(rows.size(), DIMENSION, values), starts, labels);
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
