package org.hashscape.workbench.chart;

/**
 * One point of a curve.
 *
 * @param low lower end of the interval that y lies in; y itself where there is none
 * @param high upper end
 * @param tip what is said where the pointer rests on it
 */
public record ChartPoint(double x, double y, double low, double high, String tip) {

    public ChartPoint {
        if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException("A point needs numbers, not (" + x + ", " + y + ")");
        }
    }

    /** A point without an interval. */
    public ChartPoint(double x, double y, String tip) {
        this(x, y, y, y, tip);
    }
}
