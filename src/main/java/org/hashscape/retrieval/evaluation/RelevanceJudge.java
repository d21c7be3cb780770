package org.hashscape.retrieval.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
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
        return new Opinion(queryRow, relevant, shared);
    }

    /** What one query thinks of rows. */
    final class Opinion {

        private final int queryRow;
        private final boolean[] relevantGroups;
        private final int[] sharedOfGroups;

        private Opinion(int queryRow, boolean[] relevantGroups, int[] sharedOfGroups) {
            this.queryRow = queryRow;
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

        /** Labels that each of the first rows has. */
        int[] labelCounts(int[] rows, int first) {
            int[] counts = new int[Math.min(first, rows.length)];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = labelsOf(rows[i]).names().size();
            }
            return counts;
        }

        /** How many of the rows counted, but for the query, are relevant. */
        int countRelevant(GroupCounts rows) {
            int count = 0;
            for (int group = 0; group < relevantGroups.length; group++) {
                count += relevantGroups[group] ? rows.without(queryRow, group) : 0;
            }
            return count;
        }

        /** How many of the rows counted, but for the query, share 0, 1, ... labels with it. */
        int[] countGains(GroupCounts rows) {
            int[] counts = new int[Arrays.stream(sharedOfGroups).max().orElse(0) + 1];
            for (int group = 0; group < sharedOfGroups.length; group++) {
                counts[sharedOfGroups[group]] += rows.without(queryRow, group);
            }
            return counts;
        }
    }

    /** How many of some rows have each set of labels. */
    final class GroupCounts {

        private final int[] counts;
        private final boolean[] counted;

        private GroupCounts(int[] rows) {
            this.counts = new int[distinct.size()];
            this.counted = new boolean[groupOf.length];
            for (int row : rows) {
                counts[groupOf[row]]++;
                counted[row] = true;
            }
        }

        private int without(int row, int group) {
            return counts[group] - (counted[row] && groupOf[row] == group ? 1 : 0);
        }
    }

    GroupCounts count(int[] rows) {
        return new GroupCounts(rows);
    }
}
