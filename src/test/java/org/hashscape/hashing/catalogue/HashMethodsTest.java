package org.hashscape.hashing.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.HashTrainer;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.CancelledException;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashMethodsTest {

    private static final TrainingSet CLUSTERS = Clusters.of(6, 20, 24, 0.7, 5);

    /** Those that train in a blink; the deep ones have tests of their own. */
    static Stream<HashTrainer> trainers() {
        return HashMethods.all().stream().filter(trainer -> !trainer.method().startsWith("deep"));
    }

    static Stream<HashTrainer> seededTrainers() {
        return trainers().filter(trainer -> !trainer.method().equals("sign"));
    }

    @Test
    void knowsTheMethodsByTheirIds() {
        assertThat(HashMethods.all())
                .extracting(HashTrainer::method)
                .containsExactlyInAnyOrder("lsh", "klsh", "kslsh", "deep", "deep-early", "deep-mhcln", "itq", "sign");
        assertThat(HashMethods.byId("kslsh").supervised()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HashMethods.byId("md5"))
                .withMessageContaining("md5")
                .withMessageContaining("itq");
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void sameSetBitsAndSeedGiveTheSameBytes(HashTrainer trainer) {
        byte[] once = HashModelFormat.write(trainer.train(CLUSTERS, 20, 3, Progress.NONE));
        byte[] again = HashModelFormat.write(trainer.train(CLUSTERS, 20, 3, Progress.NONE));
        assertThat(again).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("seededTrainers")
    void anotherSeedGivesAnotherFunction(HashTrainer trainer) {
        assertThat(codes(trainer.train(CLUSTERS, 40, 1, Progress.NONE)))
                .isNotEqualTo(codes(trainer.train(CLUSTERS, 40, 2, Progress.NONE)));
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void trainedWrittenReadAndWrittenAgainIsTheSame(HashTrainer trainer) {
        for (int bits : new int[] {1, 7, 63, 64, 65, 130}) {
            HashFunction trained = trainer.train(CLUSTERS, bits, 9, Progress.NONE);
            byte[] bytes = HashModelFormat.write(trained);
            HashFunction read = HashModelFormat.read(bytes);
            assertThat(read.method()).isEqualTo(trainer.method());
            assertThat(read.bits()).isEqualTo(trainer.bitsFor(bits, 24)).isEqualTo(trained.bits());
            assertThat(read.dimension()).isEqualTo(24);
            assertThat(codes(read)).isEqualTo(codes(trained));
            assertThat(HashModelFormat.write(read)).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void givesAsManyAs1024Bits(HashTrainer trainer) {
        TrainingSet few = Clusters.of(4, 10, 8, 0.5, 2);
        HashFunction function = trainer.train(few, 1024, 1, Progress.NONE);
        assertThat(function.bits()).isEqualTo(trainer.bitsFor(1024, 8));
        assertThat(function.encode(few.descriptors().row(0)).bits()).isEqualTo(function.bits());
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void refusesDescriptorsOfAnotherLength(HashTrainer trainer) {
        HashFunction function = trainer.train(CLUSTERS, 16, 1, Progress.NONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> function.encode(new float[23]))
                .withMessageContaining("24")
                .withMessageContaining("23");
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void objectsToAnEmptySetBeforeItStarts(HashTrainer trainer) {
        TrainingSet empty = new TrainingSet(new DescriptorMatrix(0, 4, new float[0]), List.of());
        String objection = trainer.objectionTo(empty, 16).orElseThrow();
        assertThat(objection).containsPattern("at least \\d+ ").endsWith(".");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.train(empty, 16, 1, Progress.NONE))
                .withMessage(objection);
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void trainsOnAnArchiveOfSixtyTiles(HashTrainer trainer) {
        TrainingSet small = Clusters.of(3, 20, 10, 0.4, 8);
        assertThat(trainer.objectionTo(small, 32)).isEmpty();
        HashFunction function = trainer.train(small, 32, 1, Progress.NONE);
        assertThat(precisionAt5(function, small)).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void stopsWhereItIsCancelled(HashTrainer trainer) {
        Progress cancelled = new Progress() {
            @Override
            public void report(double fraction, String sentence) {}

            @Override
            public void checkCancelled() {
                throw new CancelledException();
            }
        };
        assertThatExceptionOfType(CancelledException.class).isThrownBy(() -> trainer.train(CLUSTERS, 16, 1, cancelled));
    }

    @ParameterizedTest
    @MethodSource("seededTrainers")
    void progressNeverGoesBack(HashTrainer trainer) {
        List<Double> fractions = new ArrayList<>();
        trainer.train(CLUSTERS, 40, 1, new Progress() {
            @Override
            public void report(double fraction, String sentence) {
                assertThat(sentence).isNotBlank();
                fractions.add(fraction);
            }

            @Override
            public void checkCancelled() {}
        });
        assertThat(fractions).isSorted().hasSizeGreaterThan(10).allMatch(fraction -> fraction >= 0 && fraction <= 1);
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void toleratesDescriptorsOfTinyAndHugeScale(HashTrainer trainer) {
        for (float scale : new float[] {1e-12f, 1e12f}) {
            float[] values = CLUSTERS.descriptors().values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] *= scale;
            }
            TrainingSet scaled = new TrainingSet(new DescriptorMatrix(CLUSTERS.size(), 24, values), CLUSTERS.labels());
            HashFunction function = trainer.train(scaled, 24, 1, Progress.NONE);
            assertThat(precisionAt5(function, scaled)).as(trainer.method()).isGreaterThan(0.33);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lsh", "klsh", "kslsh", "sign"})
    void equalDescriptorsGetEqualCodes(String method) {
        List<Labels> labels = IntStream.range(0, 40)
                .mapToObj(i -> Labels.of(i % 2 == 0 ? "a" : "b"))
                .toList();
        TrainingSet same = new TrainingSet(new DescriptorMatrix(40, 3, new float[120]), labels);
        HashFunction function = HashMethods.byId(method).train(same, 8, 1, Progress.NONE);
        assertThat(function.encode(new float[3])).isEqualTo(function.encode(new float[3]));
        assertThat(HashModelFormat.read(HashModelFormat.write(function)).encode(new float[3]))
                .isEqualTo(function.encode(new float[3]));
    }

    @Test
    void saysWhatIsWrongWithTheLabels() {
        HashTrainer kslsh = HashMethods.byId("kslsh");
        List<Labels> oneClass = Collections.nCopies(CLUSTERS.size(), Labels.of("water"));
        assertThat(kslsh.objectionTo(new TrainingSet(CLUSTERS.descriptors(), oneClass), 16)
                        .orElseThrow())
                .contains("second class");
        List<Labels> none = Collections.nCopies(CLUSTERS.size(), Labels.NONE);
        assertThat(kslsh.objectionTo(new TrainingSet(CLUSTERS.descriptors(), none), 16)
                        .orElseThrow())
                .contains("labelled images, but there are 0");
    }

    @Test
    void unlabelledTilesDoNotChangeWhatIsLearnedFromLabels() {
        TrainingSet labelled = Clusters.of(4, 15, 10, 0.4, 3);
        int rows = labelled.size();
        float[] values = Arrays.copyOf(labelled.descriptors().values(), 2 * rows * 10);
        Arrays.fill(values, rows * 10, values.length, 77f);
        List<Labels> labels = new ArrayList<>(labelled.labels());
        labels.addAll(Collections.nCopies(rows, Labels.NONE));
        TrainingSet mixed = new TrainingSet(new DescriptorMatrix(2 * rows, 10, values), labels);
        HashTrainer kslsh = HashMethods.byId("kslsh");
        assertThat(HashModelFormat.write(kslsh.train(mixed, 12, 4, Progress.NONE)))
                .isEqualTo(HashModelFormat.write(kslsh.train(labelled, 12, 4, Progress.NONE)));
    }

    @Test
    void learnsFromTilesWithSeveralLabels() {
        TrainingSet clusters = Clusters.of(6, 20, 16, 0.4, 4);
        List<Labels> labels = IntStream.range(0, clusters.size())
                .mapToObj(row -> Labels.of(row % 6 < 3 ? "land" : "sea", "class-" + row % 6))
                .toList();
        TrainingSet set = new TrainingSet(clusters.descriptors(), labels);
        HashFunction function = HashMethods.byId("kslsh").train(set, 16, 1, Progress.NONE);
        assertThat(precisionAt5(function, set)).isGreaterThan(0.95);
    }

    @Test
    void supervisionBeatsRotationAndRotationBeatsChance() {
        TrainingSet train = Clusters.of(10, 60, 40, 0.8, 21);
        double lsh = precisionOnUnseen("lsh", train);
        double itq = precisionOnUnseen("itq", train);
        double kslsh = precisionOnUnseen("kslsh", train);
        assertThat(itq).isGreaterThan(lsh + 0.03);
        assertThat(kslsh).isGreaterThan(itq + 0.03);
    }

    @ParameterizedTest
    @CsvSource({"lsh,c9b5c431", "klsh,259da19d", "kslsh,cc503f77", "itq,1b1b3fbb", "sign,1016b7f"})
    void wholeRankingOfAFixedSeedStaysAsItIs(String method, String pinned) {
        HashFunction function = HashMethods.byId(method).train(CLUSTERS, 24, 11, Progress.NONE);
        assertThat(Integer.toHexString(Arrays.hashCode(ranking(codes(function), 0))))
                .as("hash of the ranking %s", Arrays.toString(ranking(codes(function), 0)))
                .isEqualTo(pinned);
    }

    private static List<BinaryCode> codes(HashFunction function) {
        return codes(function, CLUSTERS.descriptors());
    }

    private static List<BinaryCode> codes(HashFunction function, DescriptorMatrix descriptors) {
        return IntStream.range(0, descriptors.rows())
                .mapToObj(row -> function.encode(descriptors.row(row)))
                .toList();
    }

    /** By definition: sorted by distance, ties by row, without the query. */
    private static int[] ranking(List<BinaryCode> codes, int query) {
        return IntStream.range(0, codes.size())
                .filter(row -> row != query)
                .boxed()
                .sorted(Comparator.comparingInt((Integer row) -> codes.get(row).hammingDistance(codes.get(query)))
                        .thenComparing(row -> row))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Odd rows train, even rows are searched. */
    private static double precisionOnUnseen(String method, TrainingSet all) {
        double sum = 0;
        for (long seed = 1; seed <= 3; seed++) {
            int[] seen = IntStream.range(0, all.size())
                    .filter(row -> row / 10 % 2 == 0)
                    .toArray();
            int[] unseen = IntStream.range(0, all.size())
                    .filter(row -> row / 10 % 2 == 1)
                    .toArray();
            HashFunction function = HashMethods.byId(method).train(select(all, seen), 16, seed, Progress.NONE);
            sum += precisionAt5(function, select(all, unseen)) / 3;
        }
        return sum;
    }

    private static TrainingSet select(TrainingSet set, int[] rows) {
        return new TrainingSet(
                set.descriptors().select(rows),
                Arrays.stream(rows).mapToObj(set.labels()::get).toList());
    }

    private static double precisionAt5(HashFunction function, TrainingSet set) {
        List<BinaryCode> codes = codes(function, set.descriptors());
        double found = 0;
        for (int query = 0; query < set.size(); query++) {
            int[] ranked = ranking(codes, query);
            for (int i = 0; i < 5; i++) {
                found += set.labels().get(ranked[i]).sharesAnyWith(set.labels().get(query)) ? 1 : 0;
            }
        }
        return found / 5 / set.size();
    }
}
