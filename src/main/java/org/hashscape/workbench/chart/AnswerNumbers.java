package org.hashscape.workbench.chart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hashscape.workbench.QueryAnswer;

/**
 * What there is to draw of one answer.
 *
 * @param precision precision at 1, 2, ..., k; empty where labels do not tell relevance
 * @param floor precision that a random ranking would reach, 0..1
 * @param histogram tiles at each Hamming distance 0..bits; empty for search on floats
 * @param farthestResult greatest Hamming distance of a result, negative where there is none
 * @param steps in the order they ran
 */
public record AnswerNumbers(
        List<Double> precision, double floor, List<Integer> histogram, int farthestResult, List<StepTime> steps) {

    /** One step of a query and how long it took. */
    public record StepTime(String step, double millis) {}

    public static AnswerNumbers of(QueryAnswer answer) {
        return new AnswerNumbers(
                answer.judged() ? precision(answer) : List.of(),
                answer.archiveSize() == 0 ? 0 : (double) answer.relevantInArchive() / answer.archiveSize(),
                answer.distanceHistogram(),
                answer.hammingDistances().stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(-1),
                answer.stepTimes().entrySet().stream()
                        .map(entry -> new StepTime(entry.getKey(), millis(entry.getValue())))
                        .toList());
    }

    private static List<Double> precision(QueryAnswer answer) {
        List<Double> atEach = new ArrayList<>();
        int relevant = 0;
        for (int position = 0; position < answer.tiles().size(); position++) {
            relevant += answer.relevantAt(position) ? 1 : 0;
            atEach.add((double) relevant / (position + 1));
        }
        return List.copyOf(atEach);
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
