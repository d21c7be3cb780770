package org.hashscape.workbench;

import java.util.List;

/** What measurements over several rounds share. */
final class BenchRounds {

    private BenchRounds() {}

    /** The middle one; of an even number, the larger of the two. */
    static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
