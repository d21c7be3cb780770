package org.hashscape.hashing.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashscape.hashing.HashFunction;
import org.hashscape.hashing.HashTrainer;
import org.hashscape.hashing.TileViews;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.hashing.catalogue.HashModelFormat;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.CancelledException;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;
import org.hashscape.model.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeepTrainersTest {

    private static final TrainingSet CLUSTERS = clusters(6, 20, 24, 0.7, 5);

    /** Kilobytes. */
    private static final long MOST_GROWN = 100_000;

    /** Steps of a training whose layers are looked at, not whether they have learned. */
    private static final int FEW = 40;

    /** As few with which validation takes place. */
    private static final int FEW_VALIDATED = 100;

    static Stream<HashTrainer> trainers() {
        return Stream.of(new DeepTrainer(120), new DeepTrainer(120, true), new MhclnTrainer(120));
    }

    static Stream<HashTrainer> shortTrainers() {
        return Stream.of(new DeepTrainer(FEW), new DeepTrainer(FEW_VALIDATED, true), new MhclnTrainer(FEW));
    }

    @ParameterizedTest
    @MethodSource("shortTrainers")
    void sameSeedGivesTheSameBytesOnOneAndOnTwoThreads(HashTrainer trainer) {
        TrainingSet wide = clusters(7, 30, 700, 1.5, 2);
        byte[] first = sameOnOneAndOnTwoThreads(trainer, wide);
        assertThat(HashModelFormat.write(trainer.train(wide, 20, 4, Progress.NONE)))
                .isNotEqualTo(first);
    }

    @Test
    void viewsTrainToTheSameBytesOnOneAndOnTwoThreads() {
        TrainingSet turned = turned(clusters(7, 30, 700, 1.5, 2), 4, 1);
        DeepTrainer trainer = new DeepTrainer(FEW);
        byte[] first = sameOnOneAndOnTwoThreads(trainer, turned);
        TrainingSet still = new TrainingSet(turned.descriptors(), turned.labels());
        assertThat(HashModelFormat.write(trainer.train(still, 20, 3, Progress.NONE)))
                .as("without views")
                .isNotEqualTo(first);
    }

    /** The bytes that the layers have each time. */
    private static byte[] sameOnOneAndOnTwoThreads(HashTrainer trainer, TrainingSet set) {
        byte[] first = HashModelFormat.write(trainer.train(set, 20, 3, Progress.NONE));
        for (String threads : List.of("1", "2")) {
            System.setProperty("hashscape.tensorflow.threads", threads);
            try {
                assertThat(HashModelFormat.write(trainer.train(set, 20, 3, Progress.NONE)))
                        .as("%s threads", threads)
                        .isEqualTo(first);
            } finally {
                System.clearProperty("hashscape.tensorflow.threads");
            }
        }
        return first;
    }

    @Test
    void layersTrainedOnSingleViewsEncodeTheMean() {
        TrainingSet all = turned(clusters(8, 60, 40, 0.4, 21), 8, 0.5);
        TrainingSet seen = half(all, 0);
        HashFunction function = new DeepTrainer(400).train(seen, 16, 1, Progress.NONE);
        assertThat(precisionAt5(function, half(all, 1))).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @MethodSource("shortTrainers")
    void signsOfTheRealCodeAreTheBits(HashTrainer trainer) {
        HashFunction function = trainer.train(CLUSTERS, 24, 1, Progress.NONE);
        assertThat(trainer.realValued()).isTrue();
        for (int row = 0; row < CLUSTERS.size(); row++) {
            float[] descriptor = CLUSTERS.descriptors().row(row);
            BinaryCode code = function.encode(descriptor);
            float[] real = function.realCode(descriptor).orElseThrow();
            for (int bit = 0; bit < 24; bit++) {
                assertThat(real[bit] > 0).isEqualTo(code.bit(bit));
                assertThat(real[bit]).isBetween(-1f, 1f);
            }
        }
    }

    @Test
    void anEasySetEndsEarly() {
        List<Double> validated = new ArrayList<>();
        TrainingSet easy = clusters(3, 60, 12, 0.1, 3);
        HashFunction function = new DeepTrainer(2_000, true).train(easy, 8, 1, new Progress() {
            @Override
            public void report(double fraction, String sentence) {}

            @Override
            public void measure(String series, double x, double y) {
                if (series.equals("validation AP")) {
                    validated.add(x);
                }
            }

            @Override
            public void checkCancelled() {}
        });
        assertThat(validated).startsWith(100.0, 200.0).hasSizeBetween(5, 12);
        assertThat(precisionAt5(function, easy)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void drawsTheCurveOfItsLoss(HashTrainer trainer) {
        List<Double> steps = new ArrayList<>();
        trainer.train(CLUSTERS, 16, 1, new Progress() {
            @Override
            public void report(double fraction, String sentence) {}

            @Override
            public void measure(String series, double x, double y) {
                assertThat(y).isFinite();
                if (series.equals("loss")) {
                    steps.add(x);
                } else {
                    assertThat(series).isEqualTo("validation AP");
                    assertThat(trainer.method()).isEqualTo("deep-early");
                    assertThat(y).isBetween(0.0, 1.0);
                }
            }

            @Override
            public void checkCancelled() {}
        });
        assertThat(steps).containsExactly(20.0, 40.0, 60.0, 80.0, 100.0, 120.0);
    }

    @ParameterizedTest
    @MethodSource("shortTrainers")
    void codesAreTheSameAfterReading(HashTrainer trainer) {
        for (int bits : new int[] {1, 64, 65}) {
            HashFunction trained = trainer.train(CLUSTERS, bits, 9, Progress.NONE);
            byte[] bytes = HashModelFormat.write(trained);
            HashFunction read = HashModelFormat.read(bytes);
            assertThat(read.bits()).isEqualTo(bits);
            assertThat(read.dimension()).isEqualTo(24);
            assertThat(codes(read, CLUSTERS)).isEqualTo(codes(trained, CLUSTERS));
            assertThat(HashModelFormat.write(read)).isEqualTo(bytes);
        }
    }

    @Test
    void pairsSeparateClassesThatWereNotSeen() {
        TrainingSet all = clusters(10, 60, 40, 0.5, 21);
        HashFunction function = new DeepTrainer(400).train(half(all, 0), 16, 1, Progress.NONE);
        assertThat(precisionAt5(function, half(all, 1))).isGreaterThan(0.8);
    }

    @Test
    void tripletsLearn() {
        TrainingSet all = clusters(4, 60, 40, 0.5, 21);
        HashFunction function = new MhclnTrainer(300).train(half(all, 0), 16, 1, Progress.NONE);
        assertThat(precisionAt5(function, half(all, 1))).isGreaterThan(0.7);
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void learnsFromTilesWithSeveralLabels(HashTrainer trainer) {
        TrainingSet clusters = clusters(6, 20, 16, 0.4, 4);
        List<Labels> labels = IntStream.range(0, clusters.size())
                .mapToObj(row -> Labels.of(row % 6 < 3 ? "land" : "sea", "class-" + row % 6))
                .toList();
        TrainingSet set = new TrainingSet(clusters.descriptors(), labels);
        assertThat(trainer.objectionTo(set, 16)).isEmpty();
        assertThat(precisionAt5(trainer.train(set, 16, 1, Progress.NONE), set)).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @MethodSource("shortTrainers")
    void toleratesTinyHugeAndConstantColumns(HashTrainer trainer) {
        for (float scale : new float[] {1e-12f, 1e12f}) {
            float[] values = CLUSTERS.descriptors().values().clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = i % 24 == 23 ? scale : values[i] * scale;
            }
            TrainingSet scaled = new TrainingSet(new DescriptorMatrix(CLUSTERS.size(), 24, values), CLUSTERS.labels());
            assertThat(precisionAt5(trainer.train(scaled, 24, 1, Progress.NONE), scaled))
                    .as("%s x %s", trainer.method(), scale)
                    .isGreaterThan(0.33);
        }
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void saysWhatIsWrongWithTheLabelsBeforeItStarts(HashTrainer trainer) {
        TrainingSet empty = new TrainingSet(new DescriptorMatrix(0, 4, new float[0]), List.of());
        assertThat(trainer.objectionTo(empty, 8).orElseThrow()).contains("at least 4 labelled images");
        assertThatIllegalArgumentException().isThrownBy(() -> trainer.train(empty, 8, 1, Progress.NONE));
        List<Labels> one = Collections.nCopies(CLUSTERS.size(), Labels.of("water"));
        assertThat(trainer.objectionTo(new TrainingSet(CLUSTERS.descriptors(), one), 8)
                        .orElseThrow())
                .contains("second class");
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void tellsItsLossAndStopsWithinAStep(HashTrainer trainer) {
        List<Double> fractions = new ArrayList<>();
        int[] checks = new int[1];
        assertThatExceptionOfType(CancelledException.class)
                .isThrownBy(() -> trainer.train(CLUSTERS, 16, 1, new Progress() {
                    @Override
                    public void report(double fraction, String sentence) {
                        assertThat(sentence)
                                .containsPattern("step \\d+ of 120, loss -?\\d+\\.\\d{4}, about \\d+ s left");
                        fractions.add(fraction);
                    }

                    @Override
                    public void checkCancelled() {
                        if (++checks[0] == 70) {
                            throw new CancelledException();
                        }
                    }
                }));
        assertThat(checks[0]).isEqualTo(70);
        assertThat(fractions).hasSize(3).isSorted();
    }

    @Test
    void unlabelledTilesDoNotMatterForTheBatches() {
        PairBatches batches = new PairBatches(new LabelledRows(withUnlabelled()), new BitSet(), new Random(1));
        for (int i = 0; i < 50; i++) {
            int[] rows = batches.draw();
            assertThat(rows).hasSize(126);
            assertThat(Arrays.stream(rows).max().orElseThrow()).isLessThan(CLUSTERS.size());
            float[] like = new float[126 * 126];
            float[] unlike = new float[126 * 126];
            batches.weigh(rows, like, unlike);
            assertThat(sum(like)).isBetween(0.999, 1.001);
            assertThat(sum(unlike)).isBetween(0.999, 1.001);
        }
    }

    @Test
    void refusesDescriptorsThatAreNoNumbersInsteadOfKeepingABrokenModel() {
        float[] values = CLUSTERS.descriptors().values().clone();
        Arrays.fill(values, Float.NaN);
        TrainingSet broken = new TrainingSet(new DescriptorMatrix(CLUSTERS.size(), 24, values), CLUSTERS.labels());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeepTrainer(40).train(broken, 8, 1, Progress.NONE))
                .withMessageContaining("astray");
    }

    @Test
    void refusesHostileParameters() {
        byte[] model = HashModelFormat.write(new DeepTrainer(1).train(clusters(2, 4, 3, 0.1, 1), 4, 1, Progress.NONE));
        Random random = new Random(4);
        int[] hostile = {Integer.MIN_VALUE, -1, 0, 1 << 14, 1 << 20, Integer.MAX_VALUE, 0x7fc00000};
        for (int trial = 0; trial < 300; trial++) {
            byte[] changed = model.clone();
            ByteBuffer.wrap(changed).putInt(random.nextInt(60), hostile[random.nextInt(hostile.length)]);
            java.util.zip.CRC32C checksum = new java.util.zip.CRC32C();
            checksum.update(changed, 0, changed.length - 4);
            ByteBuffer.wrap(changed).putInt(changed.length - 4, (int) checksum.getValue());
            try {
                assertThat(HashModelFormat.read(changed).bits()).isPositive();
            } catch (IllegalArgumentException expected) {
                assertThat(expected.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void memoryStaysFlatOverThousandsOfSteps() throws Exception {
        TrainingSet set = clusters(2, 10, 8, 0.5, 1);
        new DeepTrainer(200).train(set, 8, 1, Progress.NONE);
        // Other tests' garbage may make Java's heap grow during one of the trainings; a leak makes memory grow in each.
        long grown = Long.MAX_VALUE;
        for (int training = 0; training < 3 && grown >= MOST_GROWN; training++) {
            long before = residentKilobytes();
            new DeepTrainer(1_500).train(set, 8, 1, Progress.NONE);
            grown = residentKilobytes() - before;
        }
        assertThat(grown)
                .as("kB grown over 1,500 steps; one unclosed batch a step would be 195,000")
                .isLessThan(MOST_GROWN);
    }

    /** Prints the process's memory on the way: {@code mvn -Plong test -Dtest=DeepTrainersTest}. */
    @Tag("long")
    @Test
    void memoryStaysFlatOverTenThousandSteps() {
        TrainingSet set = turned(clusters(21, 60, 1280, 1.5, 1), 8, 1);
        Map<Integer, Long> megabytes = new TreeMap<>();
        new DeepTrainer(10_000).train(set, 32, 1, new Progress() {
            @Override
            public void report(double fraction, String sentence) {}

            @Override
            public void measure(String series, double x, double y) {
                if (x % 1000 == 0) {
                    try {
                        megabytes.put((int) x, residentKilobytes() / 1024);
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                }
            }

            @Override
            public void checkCancelled() {}
        });
        System.out.println("Resident memory in MB by step: " + megabytes);
        long half = megabytes.getOrDefault(5000, 0L);
        assertThat(megabytes.getOrDefault(10_000, 0L) - half)
                .as("MB grown over the last 5,000 steps")
                .isLessThan(50);
    }

    /** 0 where the system does not say. */
    private static long residentKilobytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                : 0;
    }

    private static double sum(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum();
    }

    private static TrainingSet withUnlabelled() {
        int rows = CLUSTERS.size();
        List<Labels> labels = new ArrayList<>(CLUSTERS.labels());
        labels.addAll(Collections.nCopies(rows, Labels.NONE));
        float[] values = Arrays.copyOf(CLUSTERS.descriptors().values(), 2 * rows * 24);
        return new TrainingSet(new DescriptorMatrix(2 * rows, 24, values), labels);
    }

    private static TrainingSet half(TrainingSet all, int which) {
        int[] rows = IntStream.range(0, all.size())
                .filter(row -> row / 10 % 2 == which)
                .toArray();
        return all.select(rows);
    }

    /** The same set, of which every tile looks a little different in each orientation. */
    private static TrainingSet turned(TrainingSet set, int count, double spread) {
        int dimension = set.descriptors().dimension();
        Random random = new Random(8);
        float[][] views = new float[set.size()][count * dimension];
        for (int row = 0; row < set.size(); row++) {
            for (int i = 0; i < dimension; i++) {
                double sum = 0;
                for (int view = 0; view < count; view++) {
                    double noise = view + 1 < count ? spread * random.nextGaussian() : -sum;
                    sum += noise;
                    views[row][view * dimension + i] =
                            (float) (set.descriptors().at(row, i) + noise);
                }
            }
        }
        return new TrainingSet(set.descriptors(), set.labels(), Optional.of(new TileViews() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public void copy(int row, int view, float[] to) {
                System.arraycopy(views[row], view * dimension, to, 0, dimension);
            }
        }));
    }

    private static List<BinaryCode> codes(HashFunction function, TrainingSet set) {
        return IntStream.range(0, set.size())
                .mapToObj(row -> function.encode(set.descriptors().row(row)))
                .toList();
    }

    private static double precisionAt5(HashFunction function, TrainingSet set) {
        List<BinaryCode> codes = codes(function, set);
        double found = 0;
        for (int query = 0; query < set.size(); query++) {
            int asked = query;
            int[] ranked = IntStream.range(0, set.size())
                    .filter(row -> row != asked)
                    .boxed()
                    .sorted((a, b) -> Integer.compare(
                            codes.get(a).hammingDistance(codes.get(asked)),
                            codes.get(b).hammingDistance(codes.get(asked))))
                    .limit(5)
                    .mapToInt(Integer::intValue)
                    .toArray();
            for (int row : ranked) {
                found += set.labels().get(row).sharesAnyWith(set.labels().get(query)) ? 1 : 0;
            }
        }
        return found / 5 / set.size();
    }

    /** Labelled Gaussian clusters whose centres lie apart in a quarter of the dimensions. */
    private static TrainingSet clusters(int classes, int perClass, int dimension, double spread, long seed) {
        Random random = new Random(seed);
        float[][] centres = new float[classes][dimension];
        for (float[] centre : centres) {
            for (int i = 0; i < Math.max(2, dimension / 4); i++) {
                centre[i] = (float) random.nextGaussian();
            }
        }
        float[] values = new float[classes * perClass * dimension];
        List<Labels> labels = new ArrayList<>();
        for (int row = 0; row < classes * perClass; row++) {
            labels.add(Labels.of("class-" + row % classes));
            for (int i = 0; i < dimension; i++) {
                values[row * dimension + i] = (float) (centres[row % classes][i] + spread * random.nextGaussian());
            }
        }
        return new TrainingSet(new DescriptorMatrix(labels.size(), dimension, values), labels);
    }
}
