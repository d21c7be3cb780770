package org.hashscape.ui.chart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hashscape.ui.common.Background;
import org.hashscape.workbench.QueryAnswer;

/** The numbers behind the charts. */
public final class ChartsViewModel {

    /** One step of a query and how long it took. */
    public record StepTime(String step, double millis) {}

    /**
     * What there is to draw of one answer.
     *
     * @param precision precision at 1, 2, ..., k; empty where labels do not tell relevance
     * @param floor precision that a random ranking would reach, 0..1
     * @param histogram tiles at each Hamming distance 0..bits; empty for search on floats
     * @param farthestResult greatest Hamming distance of a result, negative where there is none
     * @param steps in the order they ran
     */
    public record Numbers(
            List<Double> precision, double floor, List<Integer> histogram, int farthestResult, List<StepTime> steps) {}

    private final ReadOnlyObjectWrapper<Optional<Numbers>> numbers = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final CodesViewModel codes;

    public ChartsViewModel(Background background) {
        this.codes = new CodesViewModel(background);
    }

    /** The codes behind the answers. */
    public CodesViewModel codes() {
        return codes;
    }

    public void show(QueryAnswer answer) {
        numbers.set(Optional.of(new Numbers(
                answer.judged() ? precision(answer) : List.of(),
                answer.archiveSize() == 0 ? 0 : (double) answer.relevantInArchive() / answer.archiveSize(),
                answer.distanceHistogram(),
                answer.hammingDistances().stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(-1),
                answer.stepTimes().entrySet().stream()
                        .map(entry -> new StepTime(entry.getKey(), millis(entry.getValue())))
                        .toList())));
    }

    public void clear() {
        numbers.set(Optional.empty());
    }

    public ReadOnlyObjectProperty<Optional<Numbers>> numbersProperty() {
        return numbers.getReadOnlyProperty();
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
