package org.hashscape.ui.train;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.hashscape.model.MethodSpec;
import org.hashscape.model.Progress;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.Background.Outcome;
import org.hashscape.ui.common.JobWatch;
import org.hashscape.workbench.SearchArchive.Choice;
import org.hashscape.workbench.TrainMethod.Cost;
import org.hashscape.workbench.TrainMethod.Report;
import org.hashscape.workbench.job.JobRunner.Lane;

/** One training at a time: what it would cost, how it goes, and the model it made. */
public final class TrainViewModel {

    /** What trains; blocks. */
    public interface Trainer {

        Cost cost(MethodSpec spec) throws IOException;

        /** Replaces a model of the same spec. */
        Report train(MethodSpec spec, Progress progress) throws IOException;
    }

    /** Takes a trained model into use. */
    @FunctionalInterface
    public interface Use {
        void use(String method, String descriptor, int bits, long seed);
    }

    private static final Set<String> BY_STEPS = Set.of("deep", "deep-mhcln");
    private static final Set<String> NOTHING_TO_TRAIN = Set.of("exhaustive", "exhaustive-euclidean");

    private final Background background;
    private final Trainer trainer;
    private final Use use;
    private final List<Choice> methods;
    private final List<Choice> descriptors;
    private final StringProperty method = new SimpleStringProperty();
    private final StringProperty descriptor = new SimpleStringProperty();
    private final IntegerProperty bits = new SimpleIntegerProperty();
    private final ObjectProperty<Long> seed = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper cost = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<MethodSpec>> trained = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final JobWatch watch = new JobWatch();

    /** @param start what is chosen at first */
    public TrainViewModel(
            Background background,
            Trainer trainer,
            Use use,
            List<Choice> methods,
            List<Choice> descriptors,
            MethodSpec start) {
        this.background = background;
        this.trainer = trainer;
        this.use = use;
        this.methods = methods.stream()
                .filter(choice -> !NOTHING_TO_TRAIN.contains(choice.id()))
                .toList();
        this.descriptors = List.copyOf(descriptors);
        boolean known = this.methods.stream().anyMatch(choice -> choice.id().equals(start.method()));
        method.set(known ? start.method() : this.methods.get(0).id());
        descriptor.set(start.descriptor());
        bits.set(start.bits());
        seed.set(start.seed());
        List.of(method, descriptor, bits, seed).forEach(property -> property.addListener(changed -> estimate()));
        estimate();
    }

    public List<Choice> methods() {
        return methods;
    }

    public List<Choice> descriptors() {
        return descriptors;
    }

    public StringProperty methodProperty() {
        return method;
    }

    public StringProperty descriptorProperty() {
        return descriptor;
    }

    public IntegerProperty bitsProperty() {
        return bits;
    }

    public ObjectProperty<Long> seedProperty() {
        return seed;
    }

    /** What the training would have to do, in words. */
    public ReadOnlyStringProperty costProperty() {
        return cost.getReadOnlyProperty();
    }

    /** The model that the last training made. */
    public ReadOnlyObjectProperty<Optional<MethodSpec>> trainedProperty() {
        return trained.getReadOnlyProperty();
    }

    public JobWatch watch() {
        return watch;
    }

    private MethodSpec spec() {
        return new MethodSpec(method.get(), descriptor.get(), bits.get(), seed.get(), MethodSpec.Split.ALL);
    }

    private void estimate() {
        MethodSpec asked = spec();
        background.runLatest(
                "training cost",
                Lane.READ,
                "Looking what is there",
                progress -> trainer.cost(asked),
                new Outcome<Cost>() {
                    @Override
                    public void done(Cost found) {
                        cost.set(sentence(asked, found));
                    }

                    @Override
                    public void failed(String sentence, Background where) {
                        cost.set(sentence);
                    }
                });
    }

    private static String sentence(MethodSpec spec, Cost cost) {
        String tiles = String.format(Locale.ENGLISH, "%,d tiles, %,d with labels. ", cost.tiles(), cost.labelled());
        String describe = cost.undescribed().isEmpty()
                ? "All are described. "
                : "First describes " + parts(cost.undescribed()) + ": once, and most of the work. ";
        String steps = BY_STEPS.contains(spec.method()) ? "Trains hash layers step by step. " : "";
        return tiles
                + describe
                + steps
                + (cost.trained() ? "Replaces the model there is." : "There is no such model yet.");
    }

    private static String parts(Map<String, Integer> undescribed) {
        return undescribed.entrySet().stream()
                .map(each -> String.format(Locale.ENGLISH, "%,d by %s", each.getValue(), each.getKey()))
                .collect(Collectors.joining(" and "));
    }

    /** Trains what is chosen, unless a training is going on. */
    public void start() {
        if (watch.busyProperty().get()) {
            return;
        }
        MethodSpec asked = spec();
        trained.set(Optional.empty());
        watch.follow(background.run(
                Lane.LONG,
                "Training " + asked.method() + ", " + asked.bits() + " bits",
                progress -> trainer.train(asked, progress),
                new Outcome<Report>() {
                    @Override
                    public void done(Report report) {
                        trained.set(Optional.of(asked));
                        watch.ended(outcome(report), false);
                        estimate();
                    }

                    @Override
                    public void failed(String sentence, Background where) {
                        watch.ended(sentence, true);
                        estimate();
                    }

                    @Override
                    public void cancelled() {
                        watch.ended("Training stopped. No model was stored; descriptors made so far stay.", false);
                        estimate();
                    }
                }));
    }

    private static String outcome(Report report) {
        return String.format(
                Locale.ENGLISH,
                "Trained on %,d tiles and encoded %,d in %,d bits, %.1f s.",
                report.trainedTiles(),
                report.encodedTiles(),
                report.bits(),
                report.elapsed().toMillis() / 1000.0);
    }

    /** Searches by the trained model from now on. */
    public void useTrained() {
        trained.get().ifPresent(spec -> use.use(spec.method(), spec.descriptor(), spec.bits(), spec.seed()));
    }
}
