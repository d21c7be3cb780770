package org.hashscape.hashing.deep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.model.BinaryCode;
import org.hashscape.model.DescriptorMatrix;
import org.hashscape.model.Labels;
import org.junit.jupiter.api.Test;

/** What accompanies a training: its schedule, and the rows held out to watch it. */
class TrainingCourseTest {

    @Test
    void aScheduleThatKeepsGettingBetterRunsToItsEnd() {
        Schedule schedule = new Schedule(2000);
        assertThat(schedule.done(1)).isZero();
        assertThat(schedule.done(1001)).isEqualTo(0.5);
        for (int step = 100; step <= 2000; step += 100) {
            schedule.validated(step, step / 2000.0);
        }
        assertThat(schedule.last()).isEqualTo(2000);
    }

    @Test
    void aScheduleThatStandsStillRunsThroughItsRestInATenthOfTheSteps() {
        Schedule schedule = new Schedule(2000);
        for (int step = 100; step <= 400; step += 100) {
            schedule.validated(step, 0.9);
        }
        assertThat(schedule.last()).as("too early to judge").isEqualTo(2000);
        schedule.validated(500, 0.9);
        assertThat(schedule.last()).isEqualTo(700);
        double before = 499.0 / 2000;
        for (int step = 501; step <= 700; step++) {
            assertThat(schedule.done(step)).isGreaterThan(before).isLessThan(1);
            before = schedule.done(step);
        }
        assertThat(before).isGreaterThan(0.99);
        schedule.validated(600, 0.1);
        assertThat(schedule.last()).as("turns once").isEqualTo(700);
    }

    @Test
    void aShortScheduleEnds() {
        Schedule schedule = new Schedule(1);
        assertThat(schedule.done(1)).isZero();
        schedule.validated(1, 0.5);
        assertThat(schedule.last()).isEqualTo(1);
    }

    @Test
    void oneRowInTwentyOfEveryClassIsHeldOut() {
        LabelledRows rows = rows(60, "a", "b", "c");
        Validation validation = Validation.of(rows, new Random(1));
        assertThat(validation.heldOut().cardinality()).isEqualTo(9);
        for (int label = 0; label < 3; label++) {
            int first = 60 * label;
            assertThat(validation.heldOut().get(first, first + 60).cardinality())
                    .isEqualTo(3);
        }
        PairBatches batches = new PairBatches(rows, validation.heldOut(), new Random(1));
        for (int i = 0; i < 30; i++) {
            assertThat(Arrays.stream(batches.draw()).filter(validation.heldOut()::get))
                    .isEmpty();
        }
    }

    @Test
    void smallClassesHoldNothingOutAndLargeOnesNoMoreThanIsNeeded() {
        assertThat(Validation.of(rows(19, "a", "b"), new Random(1)).isEmpty()).isTrue();
        Validation large = Validation.of(rows(4000, "a", "b"), new Random(1));
        assertThat(large.heldOut().cardinality()).isEqualTo(Validation.MOST_HELD);
        assertThat(large.rows()).hasSize(Validation.MOST_HELD + Validation.MOST_SEARCHED);
    }

    @Test
    void perfectCodesScoreOneAndEqualCodesAboutTheShareOfTheClass() {
        LabelledRows rows = rows(100, "a", "b", "c", "d");
        Validation validation = Validation.of(rows, new Random(2));
        int[] asked = validation.rows();
        BinaryCode[] perfect = Arrays.stream(asked)
                .mapToObj(row -> new BinaryCode(4, new long[] {1L << row / 100}))
                .toArray(BinaryCode[]::new);
        assertThat(validation.averagePrecision(perfect)).isEqualTo(1);
        BinaryCode[] equal = new BinaryCode[asked.length];
        Arrays.fill(equal, new BinaryCode(4, new long[] {5}));
        assertThat(validation.averagePrecision(equal)).isBetween(0.2, 0.32);
    }

    private static LabelledRows rows(int perClass, String... classes) {
        List<Labels> labels = new ArrayList<>();
        for (String name : classes) {
            labels.addAll(Collections.nCopies(perClass, Labels.of(name)));
        }
        int count = labels.size();
        float[] values = new float[count];
        IntStream.range(0, count).forEach(i -> values[i] = i);
        return new LabelledRows(new TrainingSet(new DescriptorMatrix(count, 1, values), labels));
    }
}
