package org.hashscape.workbench.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hashscape.model.Progress;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.SearchArchive;
import org.hashscape.workbench.comparison.Comparison.Column;

/** Asks several methods the same question, one after the other. */
public final class CompareMethods {

    private final SearchArchive search;

    public CompareMethods(SearchArchive search) {
        this.search = search;
    }

    /**
     * Answers every column; makes missing descriptors, models and codes first. A column that cannot be answered says
     * why, and the others are answered all the same.
     *
     * @param requests two to four, about the same source with the same k
     */
    public Comparison run(List<QueryRequest> requests, Progress progress) {
        if (requests.size() < Comparison.FEWEST || requests.size() > Comparison.MOST) {
            throw new IllegalArgumentException("Two to four methods can be compared, not " + requests.size());
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            progress.checkCancelled();
            Progress part = progress.part((double) i / requests.size(), (i + 1.0) / requests.size());
            columns.add(column(requests.get(i), part));
        }
        return new Comparison(columns);
    }

    private Column column(QueryRequest request, Progress progress) {
        try {
            return Column.answered(search.answer(request, progress));
        } catch (IOException | IllegalArgumentException failure) {
            return Column.failed(request, String.valueOf(failure.getMessage()));
        }
    }
}
