package org.hashscape.ui.query;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hashscape.model.Progress;
import org.hashscape.model.TileId;
import org.hashscape.ui.common.Background;
import org.hashscape.ui.common.Background.Outcome;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QuerySource;
import org.hashscape.workbench.job.Job;
import org.hashscape.workbench.job.JobRunner.Lane;
import org.jspecify.annotations.Nullable;

/**
 * Asks in the background; only the newest question gets to the screen.
 *
 * <p>A question that can be answered at once goes to the query lane and cancels the one before it. Where the model is
 * still missing, it is made in the long lane, and stays in the making while the user clicks other tiles: when it is
 * there, the newest question is asked of it. Choosing another method that is not ready either gives the first one up.
 */
public final class SearchViewModel {

    /** What is searched, off the screen's thread. */
    public interface Searcher {

        /** Whether {@link #answer} answers at once. */
        boolean isReady(QueryRequest request);

        QueryAnswer answer(QueryRequest request, Progress progress) throws IOException;
    }

    /** Reads what the screen will draw first, so that an answer appears whole. */
    @FunctionalInterface
    public interface Preload {
        void load(List<TileId> tiles, Progress progress);
    }

    /** Where a question stands. */
    public sealed interface Phase {

        /** Nothing has been asked. */
        record Idle() implements Phase {}

        /** On its way; the former answer still shows. */
        record Searching(QueryRequest request) implements Phase {}

        /** Descriptors, model or codes are being made first. */
        record Preparing(QueryRequest request, String what) implements Phase {}

        record Answered(QueryAnswer answer) implements Phase {}

        record Failed(QueryRequest request, String sentence) implements Phase {}

        /** The user stopped the preparation. */
        record Cancelled(QueryRequest request) implements Phase {}
    }

    /** As many thumbnails as fill a large screen. */
    private static final int FIRST_DRAWN = 60;

    private final Background background;
    private final String kind;
    private final Function<QueryRequest, String> name;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(new Phase.Idle());
    private @Nullable Searcher searcher;
    private Preload preload = (tiles, progress) -> {};
    private @Nullable QueryRequest newest;
    private long questions;
    private @Nullable Job<QueryAnswer> preparation;
    private @Nullable QueryRequest prepared;

    /** @param name how a question's method reads: "KSLSH on SIFT words, 32 bits" */
    public SearchViewModel(Background background, Function<QueryRequest, String> name) {
        this(background, "query", name);
    }

    /** @param kind tells those who ask at the same time apart: each cancels questions of its own kind only */
    public SearchViewModel(Background background, String kind, Function<QueryRequest, String> name) {
        this.background = background;
        this.kind = kind;
        this.name = name;
    }

    /** Asks another archive from now on; forgets everything about the former one. */
    public void search(@Nullable Searcher archive, Preload firstDrawn) {
        stopPreparation();
        searcher = archive;
        preload = firstDrawn;
        newest = null;
        questions++;
        phase.set(new Phase.Idle());
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** The newest question, answered or not. */
    public Optional<QueryRequest> newest() {
        return Optional.ofNullable(newest);
    }

    public void ask(QueryRequest request) {
        Searcher asked = searcher;
        if (asked == null) {
            return;
        }
        newest = request;
        long question = ++questions;
        if (preparation != null && sameModel(prepared, request)) {
            phase.set(new Phase.Preparing(request, title(request)));
            return;
        }
        phase.set(new Phase.Searching(request));
        Preload drawnFirst = preload;
        background.runLatest(
                kind,
                Lane.QUERY,
                "Searching",
                progress -> asked.isReady(request)
                        ? Optional.of(answer(asked, drawnFirst, request, progress))
                        : Optional.<QueryAnswer>empty(),
                new Outcome<Optional<QueryAnswer>>() {
                    @Override
                    public void done(Optional<QueryAnswer> answer) {
                        if (question == questions) {
                            answer.ifPresentOrElse(SearchViewModel.this::show, () -> prepare(asked, request, question));
                        }
                    }

                    @Override
                    public void failed(String sentence, Background where) {
                        if (question == questions) {
                            phase.set(new Phase.Failed(request, about(request, sentence)));
                        }
                    }

                    @Override
                    public void cancelled() {
                        if (question == questions) {
                            phase.set(new Phase.Cancelled(request));
                        }
                    }
                });
    }

    /** Asks the newest question again, as after a cancel or a failure. */
    public void again() {
        newest().ifPresent(this::ask);
    }

    private static QueryAnswer answer(Searcher asked, Preload drawnFirst, QueryRequest request, Progress progress)
            throws IOException {
        QueryAnswer answer = asked.answer(request, progress);
        List<TileId> tiles = answer.ranking().tiles();
        drawnFirst.load(tiles.subList(0, Math.min(FIRST_DRAWN, tiles.size())), progress);
        return answer;
    }

    private void prepare(Searcher asked, QueryRequest request, long question) {
        stopPreparation();
        phase.set(new Phase.Preparing(request, title(request)));
        Preload drawnFirst = preload;
        prepared = request;
        preparation = background.run(
                Lane.LONG,
                title(request),
                progress -> answer(asked, drawnFirst, request, progress),
                new Outcome<QueryAnswer>() {
                    @Override
                    public void done(QueryAnswer answer) {
                        end();
                        if (question == questions) {
                            show(answer);
                        } else if (waitsForIt()) {
                            again();
                        }
                    }

                    @Override
                    public void failed(String sentence, Background where) {
                        end();
                        if (waitsForIt()) {
                            phase.set(new Phase.Failed(request, about(request, sentence)));
                        }
                    }

                    @Override
                    public void cancelled() {
                        end();
                        if (waitsForIt()) {
                            phase.set(new Phase.Cancelled(Objects.requireNonNull(newest)));
                        }
                    }

                    private void end() {
                        if (request.equals(prepared)) {
                            preparation = null;
                            prepared = null;
                        }
                    }

                    private boolean waitsForIt() {
                        return searcher == asked
                                && sameModel(request, newest)
                                && phase.get() instanceof Phase.Preparing;
                    }
                });
    }

    private void stopPreparation() {
        if (preparation != null) {
            preparation.cancel();
            preparation = null;
            prepared = null;
        }
    }

    private void show(QueryAnswer answer) {
        phase.set(new Phase.Answered(answer));
    }

    private static boolean sameModel(@Nullable QueryRequest one, @Nullable QueryRequest other) {
        return one != null
                && other != null
                && one.method().equals(other.method())
                && one.descriptor().equals(other.descriptor())
                && one.bits() == other.bits()
                && one.seed() == other.seed();
    }

    /** What went wrong, with the file it went wrong with. */
    private static String about(QueryRequest request, String sentence) {
        if (request.source() instanceof QuerySource.ImageFile image) {
            String name = String.valueOf(image.file().getFileName());
            return sentence.contains(name) ? sentence : name + ": " + sentence;
        }
        return sentence;
    }

    private String title(QueryRequest request) {
        return "Preparing " + name.apply(request);
    }
}
