package org.hashscape.hashing.deep;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hashscape.hashing.TrainingSet;
import org.hashscape.model.Labels;

/** The labelled rows of a training set by class; a row with several labels belongs to several classes. */
final class LabelledRows {

    private final TrainingSet set;
    private final List<int[]> classes = new ArrayList<>();
    private final List<BitSet> labelsOf = new ArrayList<>();

    LabelledRows(TrainingSet set) {
        this.set = set;
        Map<String, List<Integer>> byName = new TreeMap<>();
        for (int row = 0; row < set.size(); row++) {
            for (String name : set.labels().get(row).names()) {
                byName.computeIfAbsent(name, any -> new ArrayList<>()).add(row);
            }
            labelsOf.add(new BitSet());
        }
        byName.values().forEach(rows -> {
            rows.forEach(row -> labelsOf.get(row).set(classes.size()));
            classes.add(rows.stream().mapToInt(Integer::intValue).toArray());
        });
    }

    /** Why hash layers cannot be trained on the set; empty where they can. */
    static Optional<String> objectionTo(TrainingSet set) {
        long labelled =
                set.labels().stream().filter(labels -> !labels.isEmpty()).count();
        if (labelled < 4) {
            return Optional.of("Deep hashing needs at least 4 labelled images, but there are " + labelled
                    + "; import with class folders or a manifest.");
        }
        LabelledRows rows = new LabelledRows(set);
        if (rows.pairable().size() < 2) {
            return Optional.of("Deep hashing needs at least 2 classes of 2 or more images, each with images that do"
                    + " not belong to the other; add a second class or more images of it.");
        }
        return Optional.empty();
    }

    /** Classes with two or more rows that are not the class of every labelled row. */
    List<int[]> pairable() {
        long labelled = labelsOf.stream().filter(labels -> !labels.isEmpty()).count();
        return classes.stream()
                .filter(rows -> rows.length >= 2 && rows.length < labelled)
                .toList();
    }

    List<Labels> labels() {
        return set.labels();
    }

    boolean share(int a, int b) {
        return labelsOf.get(a).intersects(labelsOf.get(b));
    }

    /** Common labels over all labels of two labelled rows, 0..1: 1 where both have the same, 0 where none in common. */
    float overlap(int a, int b) {
        BitSet common = (BitSet) labelsOf.get(a).clone();
        common.and(labelsOf.get(b));
        int shared = common.cardinality();
        return (float) shared / (labelsOf.get(a).cardinality() + labelsOf.get(b).cardinality() - shared);
    }
}
