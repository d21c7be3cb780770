package org.hashscape.hashing.kernel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hashscape.model.Labels;

/**
 * A sample of the labelled rows in which every class has its share. The class of a row is its first label in
 * alphabetical order. Each class is shuffled, its i-th row gets the place (i + u) / size with one u in 0..1 drawn per
 * class (the first row gets place 0, so that no class is missed), and the rows with the smallest places are taken.
 */
final class LabelledSample {

    private LabelledSample() {}

    /** At most {@code most} rows with labels, ascending; all of them where there are no more. */
    static int[] rows(List<Labels> labels, int most, Random random) {
        int[] labelled = IntStream.range(0, labels.size())
                .filter(row -> !labels.get(row).isEmpty())
                .toArray();
        if (labelled.length <= most) {
            return labelled;
        }
        Map<String, int[]> classes = classes(labels, labelled);
        double[] place = new double[labels.size()];
        for (int[] rows : classes.values()) {
            shuffle(rows, random);
            double offset = random.nextDouble();
            for (int i = 1; i < rows.length; i++) {
                place[rows[i]] = (i + offset) / rows.length;
            }
        }
        return Arrays.stream(labelled)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(row -> place[row]).thenComparing(row -> row))
                .limit(most)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private static Map<String, int[]> classes(List<Labels> labels, int[] labelled) {
        Map<String, IntStream.Builder> builders = new TreeMap<>();
        for (int row : labelled) {
            builders.computeIfAbsent(labels.get(row).names().first(), name -> IntStream.builder())
                    .add(row);
        }
        Map<String, int[]> classes = new TreeMap<>();
        builders.forEach((name, rows) -> classes.put(name, rows.build().toArray()));
        return classes;
    }

    private static void shuffle(int[] rows, Random random) {
        for (int i = rows.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = rows[i];
            rows[i] = rows[other];
            rows[other] = kept;
        }
    }
}
