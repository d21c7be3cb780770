package org.hashscape.workbench.comparison;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.hashscape.model.Hit;
import org.hashscape.model.TileId;
import org.hashscape.retrieval.evaluation.RankingMetrics;
import org.hashscape.workbench.QueryAnswer;
import org.hashscape.workbench.QueryRequest;

/**
 * Answers of several methods to the same question, each a column. Ranks are linked: row r holds what every method ranks
 * at r + 1. Relevance is sharing a label with the query, as in the answers.
 */
public final class Comparison {

    /** As many columns as a person can look at. */
    public static final int FEWEST = 2;

    public static final int MOST = 4;

    /**
     * One method.
     *
     * @param answer empty where it has none
     * @param problem why there is no answer; empty where there is one
     */
    public record Column(QueryRequest request, Optional<QueryAnswer> answer, String problem) {

        public static Column answered(QueryAnswer answer) {
            return new Column(answer.request(), Optional.of(answer), "");
        }

        public static Column failed(QueryRequest request, String why) {
            return new Column(request, Optional.empty(), why);
        }

        /** Precision among the first k; empty without an answer, or where the query has no labels. */
        public OptionalDouble precision() {
            return judged().map(some ->
                            OptionalDouble.of(some.precisionAt(some.request().k())))
                    .orElse(OptionalDouble.empty());
        }

        /**
         * Standard average precision at k ({@link RankingMetrics#averagePrecisionStandardAt}); empty also where no other tile of
         * the archive is relevant.
         */
        public OptionalDouble averagePrecision() {
            return judged().filter(some -> some.relevantInArchive() > 0)
                    .map(some -> OptionalDouble.of(RankingMetrics.averagePrecisionStandardAt(
                            relevant(some), some.request().k(), some.relevantInArchive())))
                    .orElse(OptionalDouble.empty());
        }

        private Optional<QueryAnswer> judged() {
            return answer.filter(QueryAnswer::judged);
        }

        private static boolean[] relevant(QueryAnswer answer) {
            boolean[] relevant = new boolean[answer.tiles().size()];
            for (int position = 0; position < relevant.length; position++) {
                relevant[position] = answer.relevantAt(position);
            }
            return relevant;
        }
    }

    private final List<Column> columns;
    private final int k;
    private final List<Map<TileId, Integer>> ranks;

    /** @throws IllegalArgumentException where the columns do not ask about the same thing for the same k */
    public Comparison(List<Column> columns) {
        this.columns = List.copyOf(columns);
        this.k = columns.isEmpty() ? 0 : columns.get(0).request().k();
        for (Column column : columns) {
            if (column.request().k() != k
                    || !column.request()
                            .source()
                            .equals(columns.get(0).request().source())
                    || !column.request()
                            .filter()
                            .equals(columns.get(0).request().filter())
                    || !column.request()
                            .feedback()
                            .equals(columns.get(0).request().feedback())) {
                throw new IllegalArgumentException("The columns of a comparison ask the same question");
            }
        }
        this.ranks = this.columns.stream().map(Comparison::ranksOf).toList();
    }

    /** Left to right. */
    public List<Column> columns() {
        return columns;
    }

    /** How many results each column was asked for. */
    public int k() {
        return k;
    }

    /** Ranks that at least one column fills. */
    public int rows() {
        return ranks.stream().mapToInt(Map::size).max().orElse(0);
    }

    /** The rank, from 1, of a tile in a column; empty where it is not among the first k. */
    public OptionalInt rankIn(int column, TileId tile) {
        Integer rank = ranks.get(column).get(tile);
        return rank == null ? OptionalInt.empty() : OptionalInt.of(rank);
    }

    /** How many columns have the tile among their first k. */
    public int columnsWith(TileId tile) {
        return (int) ranks.stream().filter(column -> column.containsKey(tile)).count();
    }

    /**
     * Agreement at k: tiles that both columns have among their first k, divided by k, or by the archive's size where
     * that is smaller. Order does not count. Empty where one of them has no answer.
     */
    public OptionalDouble agreement(int one, int other) {
        Optional<QueryAnswer> answer = columns.get(one).answer();
        if (answer.isEmpty() || columns.get(other).answer().isEmpty()) {
            return OptionalDouble.empty();
        }
        Set<TileId> common = new HashSet<>(ranks.get(one).keySet());
        common.retainAll(ranks.get(other).keySet());
        int possible = Math.min(k, answer.get().archiveSize());
        return possible == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) common.size() / possible);
    }

    private static Map<TileId, Integer> ranksOf(Column column) {
        Map<TileId, Integer> ranks = new HashMap<>();
        column.answer().ifPresent(answer -> {
            for (Hit hit : answer.ranking().hits()) {
                ranks.put(hit.tile(), hit.rank());
            }
        });
        return ranks;
    }
}
