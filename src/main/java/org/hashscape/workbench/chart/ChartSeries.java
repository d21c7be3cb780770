package org.hashscape.workbench.chart;

import java.util.Comparator;
import java.util.List;

/**
 * One curve or set of points.
 *
 * @param name in the legend
 * @param place which colour and shape, from 0
 * @param look how it is drawn
 * @param points ascending in x
 */
public record ChartSeries(String name, int place, Look look, List<ChartPoint> points) {

    /** How a series is drawn. */
    public enum Look {
        /** Points joined by a line. */
        CURVE,
        /** A line alone. */
        LINE,
        /** Points alone. */
        POINTS,
        /** Faint hollow points: what others have published. */
        REFERENCE,
        /** A thin dashed line alone: a bound. */
        BOUND,
        /** A curve of its own colour, dashed, its points ringed in the colour that warns: its figures rest on a leak. */
        WARNING,
        /** The same without points. */
        WARNING_LINE,
        /** The same without a line. */
        WARNING_POINTS,
        /** A dashed line with large hollow points around those of other series: what stands out. */
        FRONT
    }

    public ChartSeries {
        points = points.stream()
                .sorted(Comparator.comparingDouble(ChartPoint::x))
                .toList();
    }

    boolean hasLine() {
        return switch (look) {
            case POINTS, REFERENCE, WARNING_POINTS -> false;
            default -> true;
        };
    }

    boolean hasPoints() {
        return switch (look) {
            case LINE, BOUND, WARNING_LINE -> false;
            default -> true;
        };
    }

    boolean warns() {
        return look == Look.WARNING || look == Look.WARNING_LINE || look == Look.WARNING_POINTS;
    }
}
