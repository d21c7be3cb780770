package org.hashscape.feature.backbone.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hashscape.feature.backbone.FinishedGraph;
import org.hashscape.model.CancelledException;
import org.hashscape.model.Progress;
import org.hashscape.tensorflow.TensorFlowRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One training from first weights to a finished network. The learning rate rises over the first steps and then falls
 * along half a cosine (Loshchilov &amp; Hutter 2017) to nothing at the end of the budget, steps or minutes, whichever
 * ends first. With steps alone, the same views and recipe give the same network on the same kind of processor.
 *
 * <p>Every two minutes, and where it is cancelled, everything goes to the checkpoint; the next run of the same training
 * goes on from there.
 */
public final class BackboneTraining {

    private static final Logger LOG = LoggerFactory.getLogger(BackboneTraining.class);
    private static final double PEAK_RATE = 2e-3;
    private static final double PEAK_RATE_OF_A_SECOND = 1e-3;
    private static final int EXAMPLES = 4;
    private static final int RISING_STEPS = 100;
    private static final double CHECKPOINT_SECONDS = 120;
    private static final int CURVE_STEPS = 20;

    private final TrainingViews views;
    private final Recipe recipe;
    private final Path checkpoint;
    private final Optional<FinishedGraph> start;
    private final String owner;

    /** @param checkpoint file that need not exist yet */
    public BackboneTraining(TrainingViews views, Recipe recipe, Path checkpoint) {
        this(views, recipe, checkpoint, Optional.empty());
    }

    /**
     * @param checkpoint file that need not exist yet
     * @param start a finished network of this recipe's size whose weights to begin with, at half the learning rate
     */
    public BackboneTraining(TrainingViews views, Recipe recipe, Path checkpoint, Optional<FinishedGraph> start) {
        this.start = start;
        this.views = views;
        this.recipe = recipe;
        this.checkpoint = checkpoint;
        this.owner = "size " + recipe.size() + ", width " + recipe.width() + ", features " + recipe.dimension()
                + ", batch " + recipe.batch() + ", seed " + recipe.seed() + ", " + views.size() + " views, "
                + views.classes() + " classes, " + views.targets() + " targets"
                + (recipe.trainedAt() == recipe.size() ? "" : ", trained at " + recipe.trainedAt())
                + start.map(graph -> ", from " + graph.digest()).orElse("");
    }

    /** The network of the last checkpoint, without further training. @throws IOException where there is none */
    public TrainedNet finishNow() throws IOException {
        FloatFile found = FloatFile.read(checkpoint, owner)
                .orElseThrow(() -> new IOException("There is no checkpoint of this training in " + checkpoint));
        return new TrainedNet(recipe, found.arrays(), found.step());
    }

    /** @throws IllegalArgumentException where the loss is not a number any more */
    public TrainedNet run(Progress progress) throws IOException {
        TensorFlowRuntime.start();
        Optional<FloatFile> before = FloatFile.read(checkpoint, owner);
        ExecutorService drawing = Executors.newSingleThreadExecutor();
        try (Student student =
                new Student(recipe.netInTraining(), recipe.batch(), views.classes(), views.targets(), recipe.seed())) {
            before.map(FloatFile::arrays)
                    .or(() -> start.map(graph -> started(student, graph)))
                    .ifPresent(student::restore);
            Run run = new Run(student, drawing, before.map(FloatFile::step).orElse(0));
            run.secondsBefore = before.map(FloatFile::seconds).orElse(0.0);
            return run.toTheEnd(progress);
        } finally {
            drawing.shutdownNow();
        }
    }

    /** A first state with the weights of a finished network. */
    private Map<String, float[]> started(Student student, FinishedGraph from) {
        Batches batches = new Batches(views, recipe.batch(), recipe.seed());
        List<Supplier<Batch>> examples = IntStream.range(0, EXAMPLES)
                .mapToObj(i -> (Supplier<Batch>) () -> batches.draw(-i))
                .toList();
        Map<String, float[]> state = student.state();
        state.putAll(StartingLayers.of(from.graph(), recipe.netInTraining(), recipe.batch(), examples));
        return state;
    }

    private final class Run {

        private final Student student;
        private final ExecutorService drawing;
        private final Batches batches = new Batches(views, recipe.batch(), recipe.seed());
        private final long began = System.nanoTime();
        private double secondsBefore;
        private double secondsSaved;
        private int step;
        private double distillation;
        private double classes;

        Run(Student student, ExecutorService drawing, int step) {
            this.student = student;
            this.drawing = drawing;
            this.step = step;
        }

        private double seconds() {
            return secondsBefore + (System.nanoTime() - began) / 1e9;
        }

        /** Share of the budget that is used up. */
        private double used() {
            double ofTime = recipe.minutes() > 0 ? seconds() / 60 / recipe.minutes() : 0;
            return Math.min(1, Math.max((double) step / recipe.steps(), ofTime));
        }

        TrainedNet toTheEnd(Progress progress) throws IOException {
            secondsSaved = seconds();
            Future<Batch> next = drawing.submit(() -> batches.draw(step + 1));
            for (double used = used(); used < 1; used = used()) {
                try {
                    progress.checkCancelled();
                    Batch batch = next.get();
                    int following = step + 2;
                    next = drawing.submit(() -> batches.draw(following));
                    double peak = start.isPresent() ? PEAK_RATE_OF_A_SECOND : PEAK_RATE;
                    double rate = peak * Math.min(1, (step + 1.0) / RISING_STEPS) * (1 + Math.cos(Math.PI * used)) / 2;
                    note(student.step(batch, rate), progress);
                } catch (CancelledException cancelled) {
                    save();
                    throw cancelled;
                } catch (InterruptedException interrupted) {
                    save();
                    Thread.currentThread().interrupt();
                    throw new CancelledException();
                } catch (ExecutionException failure) {
                    throw new IllegalStateException("A batch cannot be made", failure.getCause());
                }
                if (seconds() - secondsSaved > CHECKPOINT_SECONDS) {
                    save();
                }
            }
            save();
            return new TrainedNet(recipe, student.state(), step);
        }

        private void note(Student.Losses losses, Progress progress) {
            step++;
            if (!Float.isFinite(losses.distillation() + losses.classes())) {
                throw new IllegalArgumentException("The training went astray: its loss is no number at step " + step
                        + ". Begin anew with another seed; the last checkpoint is kept.");
            }
            distillation += losses.distillation() / CURVE_STEPS;
            classes += losses.classes() / CURVE_STEPS;
            if (step % CURVE_STEPS == 0) {
                progress.measure("distance from the teachers", step, distillation);
                progress.measure("loss of the classes", step, classes);
                progress.report(
                        used(),
                        String.format(
                                Locale.ENGLISH,
                                "Training step %,d of at most %,d, distance from the teachers %.4f, classes %.4f, %.0f s",
                                step,
                                recipe.steps(),
                                distillation,
                                classes,
                                seconds()));
                distillation = 0;
                classes = 0;
            }
        }

        private void save() throws IOException {
            LOG.info("Checkpoint of a training at step {}, {} s", step, Math.round(seconds()));
            new FloatFile(owner, step, seconds(), student.state()).write(checkpoint);
            secondsSaved = seconds();
        }
    }
}
