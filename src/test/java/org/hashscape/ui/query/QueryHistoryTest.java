package org.hashscape.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.hashscape.model.TileId;
import org.hashscape.workbench.QueryRequest;
import org.hashscape.workbench.QueryRequest.Lookup;
import org.hashscape.workbench.QuerySource;
import org.junit.jupiter.api.Test;

class QueryHistoryTest {

    private final QueryHistory history = new QueryHistory();

    @Test
    void goesBackAndForwardThroughFormerQueries() {
        history.push(query(1));
        history.push(query(2));
        history.push(query(3));

        assertThat(history.back()).contains(query(2));
        assertThat(history.back()).contains(query(1));
        assertThat(history.back()).isEmpty();
        assertThat(history.forward()).contains(query(2));
    }

    @Test
    void aNewQueryCutsOffWhatLayAhead() {
        history.push(query(1));
        history.push(query(2));
        history.back();
        history.push(query(3));

        assertThat(history.forward()).isEmpty();
        assertThat(history.back()).contains(query(1));
    }

    @Test
    void keepsAnImmediateRepetitionOnce() {
        history.push(query(1));
        history.push(query(1));

        assertThat(history.canGoBackProperty().get()).isFalse();
    }

    @Test
    void tellsWhetherThereIsAWay() {
        assertThat(history.canGoBackProperty().get()).isFalse();
        history.push(query(1));
        history.push(query(2));
        assertThat(history.canGoBackProperty().get()).isTrue();
        assertThat(history.canGoForwardProperty().get()).isFalse();
        history.back();
        assertThat(history.canGoBackProperty().get()).isFalse();
        assertThat(history.canGoForwardProperty().get()).isTrue();
        history.clear();
        assertThat(history.canGoForwardProperty().get()).isFalse();
    }

    private static QueryRequest query(long tile) {
        return new QueryRequest(
                new QuerySource.ArchiveTile(new TileId(tile)),
                "lsh",
                "colour-texture",
                32,
                1,
                20,
                new Lookup.FullRanking(),
                false);
    }
}
