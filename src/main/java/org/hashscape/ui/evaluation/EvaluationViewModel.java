package org.hashscape.ui.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.hashscape.model.Progress;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.Background.Outcome;
import org.hashscape.ui.common.Notice;
import org.hashscape.workbench.Archive;
import org.hashscape.workbench.evaluation.EvaluationRequest;
import org.hashscape.workbench.evaluation.EvaluationRow;
import org.hashscape.workbench.evaluation.EvaluationSummary;
import org.hashscape.workbench.evaluation.PublishedFigure;
import org.hashscape.workbench.evaluation.PublishedFigures;
import org.hashscape.workbench.evaluation.StoredEvaluation;
import org.hashscape.workbench.evaluation.StoredEvaluations;
import org.hashscape.workbench.job.Job;
import org.hashscape.workbench.job.JobRunner.Lane;
import org.jspecify.annotations.Nullable;

/** Measures methods on the open archive, keeps the table in view, and opens, continues and deletes what was measured before. */
public final class EvaluationViewModel {

    /** Runs an evaluation. */
    @FunctionalInterface
    public interface Evaluator {
        /** @param each takes every row as soon as it is measured */
        List<EvaluationRow> run(
                Archive archive, EvaluationRequest request, Consumer<EvaluationRow> each, Progress progress)
                throws IOException;
    }

    /** Writes rows as a file; its ending chooses the format. */
    @FunctionalInterface
    public interface Exporter {
        void run(Archive archive, EvaluationRequest request, List<EvaluationRow> rows, Path to) throws IOException;
    }

    /**
     * What is shown.
     *
     * @param request what was asked; empty while nothing is shown
     * @param rows as measured
     * @param summaries the same over the seeds
     * @param published figures that may stand beside them
     */
    public record Shown(
            Optional<EvaluationRequest> request,
            List<EvaluationRow> rows,
            List<EvaluationSummary> summaries,
            List<PublishedFigure> published) {

        static final Shown NOTHING = new Shown(Optional.empty(), List.of(), List.of(), List.of());
    }

    private record Listed(List<StoredEvaluation> evaluations, int tiles) {}

    private final Background background;
    private final Evaluator evaluator;
    private final Exporter exporter;
    private final EvaluationForm form;
    private final ReadOnlyObjectWrapper<Optional<Archive>> archive = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<StoredEvaluation>> stored = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper trouble = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper plan = new ReadOnlyStringWrapper("");
    private int tiles;
    private @Nullable Job<?> running;

    public EvaluationViewModel(Background background, EvaluationForm form, Evaluator evaluator, Exporter exporter) {
        this.background = background;
        this.form = form;
        this.evaluator = evaluator;
        this.exporter = exporter;
        form.requestProperty().addListener(changed -> updatePlan());
        form.problemProperty().addListener(changed -> updatePlan());
        updatePlan();
    }

    /** Turns to another archive, or to none. */
    public void use(Optional<Archive> now) {
        if (now.equals(archive.get())) {
            return;
        }
        cancel();
        archive.set(now);
        stored.set(List.of());
        shown.set(Shown.NOTHING);
        tiles = 0;
        say("", false);
        refresh();
        updatePlan();
    }

    /** Reads the list of stored evaluations anew. */
    public void refresh() {
        read(
                "Reading the evaluations",
                open -> {
                    List<StoredEvaluation> list = new StoredEvaluations(open).list();
                    return new Listed(list, open.catalogue().size());
                },
                listed -> {
                    stored.set(listed.evaluations());
                    tiles = listed.tiles();
                    updatePlan();
                });
    }

    /** Measures what the form says. Does nothing while something is wrong with it or is being measured. */
    public void start() {
        form.requestProperty().get().ifPresent(this::start);
    }

    /** Goes on with an evaluation where it stopped. */
    public void resume(StoredEvaluation evaluation) {
        form.set(evaluation.request());
        start(evaluation.request());
    }

    private void start(EvaluationRequest request) {
        Archive open = archive.get().orElse(null);
        if (open == null || busy.get()) {
            return;
        }
        busy.set(true);
        fraction.set(-1);
        say("Measuring", false);
        running = background.run(
                Lane.LONG,
                "Evaluating " + open.name(),
                progress -> shown(open, request, evaluator.run(open, request, new Live(open, request), progress)),
                new Outcome<Shown>() {
                    @Override
                    public void done(Shown measured) {
                        ended("Measured " + measured.rows().size() + " runs.", false);
                        if (isOpen(open)) {
                            shown.set(measured);
                        }
                    }

                    @Override
                    public void failed(String sentence, Background where) {
                        ended(sentence, true);
                    }

                    @Override
                    public void cancelled() {
                        ended("Stopped. What was measured is kept; “Continue” goes on from there.", false);
                        showMeasured(request);
                    }
                });
    }

    /** Shows rows while they come, a few times a second at most. */
    private final class Live implements Consumer<EvaluationRow> {

        private static final long PAUSE_NANOS = 500_000_000L;

        private final Archive open;
        private final EvaluationRequest request;
        private final List<EvaluationRow> rows = new ArrayList<>();
        private long lastNanos = System.nanoTime();

        Live(Archive open, EvaluationRequest request) {
            this.open = open;
            this.request = request;
        }

        @Override
        public void accept(EvaluationRow row) {
            rows.add(row);
            if (System.nanoTime() - lastNanos < PAUSE_NANOS) {
                return;
            }
            lastNanos = System.nanoTime();
            Shown soFar;
            try {
                soFar = shown(open, request, rows);
            } catch (IOException unreadable) {
                return; // the evaluation itself will say so
            }
            background.screen().execute(() -> {
                if (busy.get() && isOpen(open)) {
                    shown.set(soFar);
                }
            });
        }
    }

    /** Shows what an evaluation measured before it stopped. */
    private void showMeasured(EvaluationRequest request) {
        read(
                "Reading an evaluation",
                open -> {
                    StoredEvaluations kept = new StoredEvaluations(open);
                    Optional<StoredEvaluation> same = kept.list().stream()
                            .filter(some -> some.request().equals(request))
                            .findFirst();
                    return shown(
                            open,
                            request,
                            same.isPresent() ? kept.rows(same.get().id()) : List.of());
                },
                measured -> {
                    if (!measured.rows().isEmpty()) {
                        shown.set(measured);
                    }
                });
    }

    private void ended(String words, boolean wrong) {
        running = null;
        busy.set(false);
        say(words, wrong);
        refresh();
    }

    /** Asks the running evaluation to stop. */
    public void cancel() {
        if (running != null) {
            running.cancel();
            say("Stopping", false);
        }
    }

    /** Looks how far it is; called a few times a second on the screen's thread. */
    public void poll() {
        Job<?> job = running;
        if (job != null && busy.get()) {
            fraction.set(job.state().fraction());
            if (!job.state().sentence().isBlank()) {
                message.set(job.state().sentence());
            }
        }
    }

    /** Shows the rows of a stored evaluation. */
    public void open(StoredEvaluation evaluation) {
        read(
                "Reading an evaluation",
                open -> shown(open, evaluation.request(), new StoredEvaluations(open).rows(evaluation.id())),
                rows -> {
                    form.set(evaluation.request());
                    shown.set(rows);
                    say(rows.rows().isEmpty() ? "Nothing has been measured of it yet." : "", false);
                });
    }

    /** Deletes a stored evaluation. */
    public void delete(StoredEvaluation evaluation) {
        read(
                "Deleting an evaluation",
                open -> {
                    new StoredEvaluations(open).delete(evaluation.id());
                    return true;
                },
                deleted -> {
                    say("Deleted.", false);
                    refresh();
                });
    }

    /** Writes what is shown to a file. */
    public void export(Path to) {
        Shown now = shown.get();
        now.request()
                .ifPresent(request -> read(
                        "Exporting to " + to.getFileName(),
                        open -> {
                            exporter.run(open, request, now.rows(), to);
                            return to;
                        },
                        saved -> say("Saved " + now.rows().size() + " rows in " + saved + ".", false)));
    }

    /** What is known of a chart's saving, for the bottom line. */
    public void tell(Notice notice) {
        say(notice.sentence(), notice.kind() == Notice.Kind.PROBLEM);
    }

    private static Shown shown(Archive open, EvaluationRequest request, List<EvaluationRow> rows) throws IOException {
        List<EvaluationSummary> summaries = EvaluationSummary.of(rows);
        Optional<String> dataSet = PublishedFigures.dataSetOf(open.catalogue());
        List<PublishedFigure> published = dataSet.isEmpty() || rows.isEmpty()
                ? List.of()
                : PublishedFigures.comparable(
                        dataSet.get(), rows.get(0).protocol(), rows.get(0).k());
        return new Shown(Optional.of(request), List.copyOf(rows), summaries, published);
    }

    /** A small piece of work on the open archive, whose failure goes to the bottom line. */
    private interface Reading<T> {
        T of(Archive open) throws IOException;
    }

    private <T> void read(String title, Reading<T> work, Consumer<T> then) {
        Archive open = archive.get().orElse(null);
        if (open == null) {
            return;
        }
        Outcome<T> outcome = new Outcome<>() {
            @Override
            public void done(T answer) {
                if (isOpen(open)) {
                    then.accept(answer);
                }
            }

            @Override
            public void failed(String sentence, Background where) {
                if (isOpen(open)) {
                    say(sentence, true);
                }
            }
        };
        try {
            background.run(Lane.READ, title, progress -> work.of(open), outcome);
        } catch (RejectedExecutionException ending) {
            say("Hashscape is closing.", false);
        }
    }

    private boolean isOpen(Archive some) {
        return archive.get().filter(now -> now == some).isPresent();
    }

    private void say(String words, boolean wrong) {
        message.set(words);
        trouble.set(wrong);
    }

    private void updatePlan() {
        Function<EvaluationRequest, String> inWords =
                request -> EvaluationCost.of(request, tiles).inWords();
        plan.set(
                archive.get().isEmpty()
                        ? "Open an archive first."
                        : form.requestProperty()
                                .get()
                                .map(inWords)
                                .orElse(form.problemProperty().get()));
    }

    public EvaluationForm form() {
        return form;
    }

    /** The archive that is measured. */
    public ReadOnlyObjectProperty<Optional<Archive>> archiveProperty() {
        return archive.getReadOnlyProperty();
    }

    /** Evaluations that the archive keeps, newest first. */
    public ReadOnlyObjectProperty<List<StoredEvaluation>> storedProperty() {
        return stored.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether an evaluation is running. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** 0..1, negative where it cannot be known. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** What happens or has happened. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Whether the message tells of something gone wrong. */
    public ReadOnlyBooleanProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** How much the form asks for, or what is wrong with it. */
    public ReadOnlyStringProperty planProperty() {
        return plan.getReadOnlyProperty();
    }
}
