package org.hashscape.ui.comparison;

import org.hashscape.ui.query.MethodBarViewModel;
import org.hashscape.ui.query.Parameters;
import org.hashscape.ui.query.SearchViewModel;
import org.hashscape.ui.query.SearchViewModel.Phase;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.comparison.Comparison.Column;
import org.hashscape.workbench.settings.Settings.ColumnChoice;

/** One method of a comparison: its choice, and where its question stands. */
public final class ComparisonColumn {

    private final MethodBarViewModel bar;
    private final SearchViewModel search;

    ComparisonColumn(MethodBarViewModel bar, SearchViewModel search) {
        this.bar = bar;
        this.search = search;
    }

    /** Method, descriptor and bits; the rest of it does not apply. */
    public MethodBarViewModel bar() {
        return bar;
    }

    public SearchViewModel search() {
        return search;
    }

    ColumnChoice choice() {
        Parameters chosen = bar.parametersProperty().get();
        return new ColumnChoice(chosen.method(), chosen.descriptor(), chosen.bits());
    }

    void ask(QueryRequest base) {
        Parameters chosen = bar.parametersProperty().get();
        search.ask(new QueryRequest(
                base.source(),
                chosen.method(),
                chosen.descriptor(),
                chosen.bits(),
                base.seed(),
                base.k(),
                new Lookup.FullRanking(),
                false,
                base.feedback(),
                base.filter()));
    }

    /** Whether it has an answer, a reason for having none, or longer work to wait for. */
    boolean isSettled() {
        Phase phase = search.phaseProperty().get();
        return !(phase instanceof Phase.Searching) && !(phase instanceof Phase.Idle);
    }

    /** What stands in the column; it must be settled. */
    Column shown() {
        Phase phase = search.phaseProperty().get();
        if (phase instanceof Phase.Answered answered) {
            return Column.answered(answered.answer());
        }
        if (phase instanceof Phase.Failed failed) {
            return Column.failed(failed.request(), failed.sentence());
        }
        if (phase instanceof Phase.Preparing preparing) {
            return Column.failed(preparing.request(), preparing.what() + ".");
        }
        if (phase instanceof Phase.Cancelled cancelled) {
            return Column.failed(cancelled.request(), "Stopped. This method has no answer yet.");
        }
        throw new IllegalStateException("The column is not settled");
    }
}
