package org.hashscape.ui.comparison;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hashscape.model.Hit;
import org.hashscape.model.Mark.Verdict;
import org.hashscape.model.Tile;
import org.hashscape.ui.common.TileText;
import org.hashscape.ui.results.ResultsViewModel.Relevance;

/** One place of a comparison, a rank in a column; empty where the column has nothing at that rank. */
record Place(int column, int rank, Optional<Shown> shown) {

    /**
     * The result there.
     *
     * @param ranks its rank in every column, empty where it is not among the results
     */
    record Shown(
            Hit hit,
            Tile tile,
            String distance,
            Relevance relevance,
            Optional<Verdict> mark,
            List<OptionalInt> ranks) {}

    /** "B, rank 3, forest, 3 of 32 bits; A: rank 5; C: not among the results". */
    String spoken() {
        String where = ColumnMark.of(column) + ", rank " + rank;
        return shown.map(some -> where + ", " + TileText.labels(some.tile().labels()) + ", " + some.distance()
                        + switch (some.relevance()) {
                            case RELEVANT -> ", shares a label with the query";
                            case IRRELEVANT -> ", shares no label with the query";
                            case UNKNOWN -> "";
                        }
                        + some.mark()
                                .map(said -> said == Verdict.RIGHT ? ", marked right" : ", marked wrong")
                                .orElse("")
                        + elsewhere(some))
                .orElse(where + ", nothing");
    }

    /** Whether another column has it too. */
    boolean isShared() {
        return shown.filter(some ->
                        some.ranks().stream().filter(OptionalInt::isPresent).count() > 1)
                .isPresent();
    }

    private String elsewhere(Shown some) {
        StringBuilder text = new StringBuilder();
        for (int other = 0; other < some.ranks().size(); other++) {
            if (other != column) {
                OptionalInt there = some.ranks().get(other);
                text.append("; ").append(ColumnMark.of(other)).append(": ");
                text.append(there.isPresent() ? "rank " + there.getAsInt() : "not among the results");
            }
        }
        return text.toString();
    }
}
