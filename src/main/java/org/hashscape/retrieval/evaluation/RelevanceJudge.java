package org.hashscape.retrieval.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hashscape.model.Labels;

/**
 * Says of every row what it is worth to a query. Rows with the very same labels are judged once per query, as archives
 * have far fewer label sets than tiles. Immutable; safe to call from several threads at once.
 */
final class RelevanceJudge {

    private final RelevanceRule rule;
    private final List<Labels> distinct = new ArrayList<>();
    private final int[] groupOf;

    RelevanceJudge(List<Labels> labels, RelevanceRule rule) {
        this.rule = rule;
        this.groupOf = new int[labels.size()];
        Map<Labels, Integer> numbers = new HashMap<>();
        for (int row = 0; row < groupOf.length; row++) {
            Integer number = numbers.putIfAbsent(labels.get(row), distinct.size());
            groupOf[row] = number == null ? distinct.size() : number;
            if (number == null) {
                distinct.add(labels.get(row));
            }
        }
    }

    Labels labelsOf(int row) {
        return distinct.get(groupOf[row]);
    }

    /** Opinion about all rows from the standpoint of one query. */
    Opinion on(int queryRow) {
        Labels query = labelsOf(queryRow);
        boolean[] relevant = new boolean[distinct.size()];
        int[] shared = new int[distinct.size()];
        for (int group = 0; group < relevant.length; group++) {
            relevant[group] = rule.isRelevant(query, distinct.get(group));
            shared[group] = RelevanceRule.sharedLabels(query, distinct.get(group));
        }
        return new Opinion(relevant, shared);
    }

    /** What one query thinks of rows. */
    final class Opinion {

        private final boolean[] relevantGroups;
        private final int[] sharedOfGroups;

        private Opinion(boolean[] relevantGroups, int[] sharedOfGroups) {
            this.relevantGroups = relevantGroups;
            this.sharedOfGroups = sharedOfGroups;
        }

        boolean[] relevant(int[] rows) {
            boolean[] relevant = new boolean[rows.length];
            for (int i = 0; i < rows.length; i++) {
                relevant[i] = relevantGroups[groupOf[rows[i]]];
            }
            return relevant;
        }

        /** Labels shared with the query. */
        int[] gains(int[] rows) {
            int[] gains = new int[rows.length];
            for (int i = 0; i < rows.length; i++) {
                gains[i] = sharedOfGroups[groupOf[rows[i]]];
            }
            return gains;
        }

        /** Labels that each row has. */
        int[] labelCounts(int[] rows) {
            int[] counts = new int[rows.length];
            for (int i = 0; i < rows.length; i++) {
                counts[i] = labelsOf(rows[i]).names().size();
            }
            return counts;
        }

        int countRelevant(int[] rows, int exceptRow) {
            int count = 0;
            for (int row : rows) {
                if (row != exceptRow && relevantGroups[groupOf[row]]) {
                    count++;
                }
            }
            return count;
        }
    }
}
