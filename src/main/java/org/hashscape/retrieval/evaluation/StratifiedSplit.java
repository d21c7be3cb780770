package org.hashscape.retrieval.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.hashscape.model.Labels;

/**
 * A division of an archive's rows into training and test rows that keeps the share of every class.
 *
 * <p>The class of a row is its first label in alphabetical order (its only one where an archive has one label per
 * tile); rows without labels form a class of their own. Of a class of n rows, {@code round(share * n)} go to training,
 * drawn by the seed. Same labels, share and seed give the same split on every machine.
 *
 * @param trainRows ascending; kept, not copied
 * @param testRows ascending; kept, not copied
 */
public record StratifiedSplit(int[] trainRows, int[] testRows) {

    /** The share of training rows in protocols A and B. */
    public static final double SIXTY_FORTY = 0.6;

    /**
     * Splits rows by their labels.
     *
     * @param labels one entry per row
     * @param trainShare of every class, 0..1
     */
    public static StratifiedSplit of(List<Labels> labels, double trainShare, long seed) {
        if (!(trainShare >= 0 && trainShare <= 1)) {
            throw new IllegalArgumentException("The training share lies in 0..1, not " + trainShare);
        }
        Map<String, List<Integer>> classes = new TreeMap<>();
        for (int row = 0; row < labels.size(); row++) {
            Labels own = labels.get(row);
            String name = own.isEmpty() ? "" : own.names().first();
            classes.computeIfAbsent(name, first -> new ArrayList<>()).add(row);
        }
        Random random = SeededRandom.of(seed);
        List<Integer> train = new ArrayList<>();
        List<Integer> test = new ArrayList<>();
        for (List<Integer> rows : classes.values()) {
            int[] shuffled = sorted(rows);
            SeededRandom.shuffle(shuffled, random);
            int trained = (int) Math.round(trainShare * shuffled.length);
            for (int i = 0; i < shuffled.length; i++) {
                (i < trained ? train : test).add(shuffled[i]);
            }
        }
        return new StratifiedSplit(sorted(train), sorted(test));
    }

    private static int[] sorted(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StratifiedSplit split
                && Arrays.equals(trainRows, split.trainRows)
                && Arrays.equals(testRows, split.testRows);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(trainRows) + Arrays.hashCode(testRows);
    }

    @Override
    public String toString() {
        return trainRows.length + " training and " + testRows.length + " test rows";
    }
}
