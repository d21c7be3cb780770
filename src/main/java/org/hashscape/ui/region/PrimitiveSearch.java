package org.hashscape.ui.region;

import java.io.IOException;
import java.util.Optional;
import org.hashscape.model.Progress;
import org.hashscape.ui.query.SearchViewModel.Searcher;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.QueryRequest;

/** Answers one question by one primitive of its tile alone while that is chosen, and every other question as ever. */
final class PrimitiveSearch implements Searcher {

    /** Searches by one primitive; blocks. */
    @FunctionalInterface
    interface ByPrimitive {
        QueryAnswer answer(QueryRequest request, int primitive, Progress progress) throws IOException;
    }

    private record Choice(QueryRequest request, int primitive) {}

    private final Searcher all;
    private final ByPrimitive byPrimitive;
    private volatile Optional<Choice> choice = Optional.empty();

    PrimitiveSearch(Searcher all, ByPrimitive byPrimitive) {
        this.all = all;
        this.byPrimitive = byPrimitive;
    }

    void choose(QueryRequest request, int primitive) {
        choice = Optional.of(new Choice(request, primitive));
    }

    void chooseAll() {
        choice = Optional.empty();
    }

    /** The primitive that a question is answered by now. */
    Optional<Integer> chosen(QueryRequest request) {
        return choice.filter(some -> some.request().equals(request)).map(Choice::primitive);
    }

    @Override
    public boolean isReady(QueryRequest request) {
        return all.isReady(request);
    }

    @Override
    public QueryAnswer answer(QueryRequest request, Progress progress) throws IOException {
        Optional<Integer> primitive = chosen(request);
        return primitive.isPresent()
                ? byPrimitive.answer(request, primitive.get(), progress)
                : all.answer(request, progress);
    }
}
