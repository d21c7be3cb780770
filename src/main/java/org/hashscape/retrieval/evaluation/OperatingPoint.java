package org.hashscape.retrieval.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a way of searching costs and what it finds.
 *
 * @param cost time of a query or bytes of a tile: smaller is better; at least 0
 * @param quality precision or the like: larger is better
 */
public record OperatingPoint(double cost, double quality) {

    public OperatingPoint {
        if (!(cost >= 0) || Double.isNaN(quality)) {
            throw new IllegalArgumentException(
                    "An operating point needs a cost of at least 0 and a quality, not " + cost + " and " + quality);
        }
    }

    /** Whether it is at least as good in both and better in one. */
    public boolean dominates(OperatingPoint other) {
        return cost <= other.cost && quality >= other.quality && (cost < other.cost || quality > other.quality);
    }

    /**
     * Places of the points that no other one dominates, by ascending cost; of equal points, all. One pass over the
     * points by cost: each cheaper-or-equal group keeps its best where that beats all before it.
     */
    public static List<Integer> paretoFront(List<OperatingPoint> points) {
        List<Integer> byCost = IntStream.range(0, points.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(at -> points.get(at).cost())
                        .thenComparing(Comparator.<Integer>comparingDouble(
                                        at -> points.get(at).quality())
                                .reversed())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<Integer> front = new ArrayList<>();
        for (int at : byCost) {
            boolean better = front.isEmpty()
                    || points.get(at).quality()
                            > points.get(front.get(front.size() - 1)).quality();
            if (better || points.get(at).equals(points.get(front.get(front.size() - 1)))) {
                front.add(at);
            }
        }
        return front;
    }
}
