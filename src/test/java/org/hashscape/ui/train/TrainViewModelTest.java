package org.hashscape.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.hashscape.model.MethodSpec;
import org.hashscape.model.Progress;
import org.hashscape.ui.common.Background;
import org.hashscape.workbench.SearchArchive.Choice;
import org.hashscape.workbench.TrainMethod.Cost;
import org.hashscape.workbench.TrainMethod.Report;
import org.hashscape.workbench.job.Job;
import org.hashscape.workbench.job.JobRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Without a toolkit: the test's own thread plays the screen, and a fake trains. */
class TrainViewModelTest {

    private final JobRunner jobs = new JobRunner();
    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    private final List<String> used = new ArrayList<>();
    private final FakeTrainer trainer = new FakeTrainer();
    private final TrainViewModel model = new TrainViewModel(
            new Background(jobs, screen::add, notice -> {}),
            trainer,
            (method, descriptor, bits, seed) -> used.add(method + " " + descriptor + " " + bits + " " + seed),
            List.of(new Choice("exhaustive", "Exhaustive"), new Choice("lsh", "LSH"), new Choice("deep", "Deep")),
            List.of(new Choice("googlenet", "GoogLeNet")),
            new MethodSpec("exhaustive", "googlenet", 32, 1, MethodSpec.Split.ALL));

    @AfterEach
    void close() {
        trainer.gate.countDown();
        jobs.close();
    }

    @Test
    void offersOnlyWhatCanBeTrainedAndSaysWhatItCosts() throws Exception {
        assertThat(model.methods()).extracting(Choice::id).containsExactly("lsh", "deep");
        assertThat(model.methodProperty().get()).isEqualTo("lsh");
        runScreenUntil(() -> model.costProperty().get().contains("900 by googlenet"));
        assertThat(model.costProperty().get()).contains("2,100 tiles").contains("There is no such model yet");
        model.methodProperty().set("deep");
        runScreenUntil(() -> model.costProperty().get().contains("Replaces"));
    }

    @Test
    void showsTheCurvesWhileItTrainsAndTakesTheModelIntoUse() throws Exception {
        model.methodProperty().set("deep");
        model.seedProperty().set(7L);
        model.start();
        runScreenUntil(() -> {
            model.watch().refresh();
            return model.watch().curvesProperty().get().size() == 2;
        });
        assertThat(model.watch().busyProperty().get()).isTrue();
        assertThat(model.watch().curvesProperty().get().get("loss")).contains(new Job.Point(1, 0.5));
        assertThat(model.watch().sentenceProperty().get()).isEqualTo("step 2 of 4, about 9 s left");
        model.useTrained();
        assertThat(used).as("there is none yet").isEmpty();

        trainer.gate.countDown();
        runScreenUntil(() -> model.trainedProperty().get().isPresent());
        assertThat(model.watch().busyProperty().get()).isFalse();
        assertThat(model.watch().sentenceProperty().get())
                .isEqualTo("Trained on 1,260 tiles and encoded 2,100 in 32 bits, 12.3 s.");
        model.useTrained();
        assertThat(used).containsExactly("deep googlenet 32 7");
    }

    @Test
    void aCancelledTrainingLeavesNothingToUse() throws Exception {
        model.start();
        runScreenUntil(() -> trainer.running);
        model.watch().cancel();
        runScreenUntil(() -> !model.watch().busyProperty().get());
        assertThat(model.watch().sentenceProperty().get()).contains("No model was stored");
        assertThat(model.trainedProperty().get()).isEmpty();
    }

    @Test
    void aFailureIsSaidInItsOwnWords() throws Exception {
        trainer.objection = "Deep: at least two classes are needed";
        model.start();
        runScreenUntil(() -> model.watch().problemProperty().get());
        assertThat(model.watch().sentenceProperty().get()).isEqualTo("Deep: at least two classes are needed");
    }

    private void runScreenUntil(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Runnable next = screen.poll(10, TimeUnit.MILLISECONDS);
            if (next != null) {
                next.run();
            }
        }
    }

    /** Draws two curves, then waits at the gate, asking whether it is cancelled. */
    private static final class FakeTrainer implements TrainViewModel.Trainer {

        private final CountDownLatch gate = new CountDownLatch(1);
        private volatile boolean running;
        private volatile String objection = "";

        @Override
        public Cost cost(MethodSpec spec) {
            return new Cost(2100, 2100, Map.of("googlenet", 900), spec.method().equals("deep"));
        }

        @Override
        public Report train(MethodSpec spec, Progress progress) throws IOException {
            if (!objection.isEmpty()) {
                throw new IllegalArgumentException(objection);
            }
            progress.report(0.5, "step 2 of 4, about 9 s left");
            progress.measure("loss", 1, 0.5);
            progress.measure("loss", 2, 0.25);
            progress.measure("validation AP", 2, 0.8);
            running = true;
            try {
                while (!gate.await(5, TimeUnit.MILLISECONDS)) {
                    progress.checkCancelled();
                }
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
            return new Report(spec, spec.bits(), 1260, 2100, Duration.ofMillis(12_300));
        }
    }
}
