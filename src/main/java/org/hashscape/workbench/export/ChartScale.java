package org.hashscape.workbench.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where values lie on an axis, and which of them are labelled: 1, 2 or 5 times a power of ten, or powers of ten on a
 * logarithmic axis.
 */
record ChartScale(double low, double high, boolean logarithmic, double from, double to, List<Double> ticks) {

    /** Values are places. */
    static final ChartScale IDENTITY = new ChartScale(0, 1, false, 0, 1, List.of());

    private static final int WANTED = 6;

    /** An axis that shows all values, widened to whole ticks. */
    static ChartScale of(List<Double> values, boolean logarithmic, double from, double to) {
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(logarithmic ? 1 : 0);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(logarithmic ? 10 : 1);
        return logarithmic ? powers(low, high, from, to) : linear(low, high, from, to);
    }

    /** A linear axis a little wider than the given ticks. @param ticks at least two, ascending */
    static ChartScale withTicks(List<Double> ticks, double from, double to) {
        double low = ticks.get(0);
        double high = ticks.get(ticks.size() - 1);
        double margin = (high - low) / 20;
        return new ChartScale(low - margin, high + margin, false, from, to, List.copyOf(ticks));
    }

    private static ChartScale powers(double low, double high, double from, double to) {
        int first = (int) Math.floor(Math.log10(low) + 1e-9);
        int last = Math.max(first + 1, (int) Math.ceil(Math.log10(high) - 1e-9));
        List<Double> ticks = new ArrayList<>();
        for (int power = first; power <= last; power++) {
            ticks.add(Math.pow(10, power));
        }
        return new ChartScale(Math.pow(10, first), Math.pow(10, last), true, from, to, ticks);
    }

    private static ChartScale linear(double low, double high, double from, double to) {
        double span = high - low > 1e-9 ? high - low : Math.max(1e-3, Math.abs(high) / 10);
        double raw = span / WANTED;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step =
                raw / power <= 1 ? power : raw / power <= 2 ? 2 * power : raw / power <= 5 ? 5 * power : 10 * power;
        long first = (long) Math.floor(low / step + 1e-9);
        long last = Math.max(first + 1, (long) Math.ceil(high / step - 1e-9));
        List<Double> ticks = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            ticks.add(i * step);
        }
        return new ChartScale(first * step, last * step, false, from, to, ticks);
    }

    double place(double value) {
        double share = logarithmic
                ? (Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))
                : (value - low) / (high - low);
        return from + share * (to - from);
    }

    String label(double tick) {
        String text = String.format(Locale.ROOT, logarithmic && tick < 1 ? "%.6f" : "%.3f", tick);
        String short1 = text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
        return short1.isEmpty() || short1.equals("-") || short1.equals("-0") ? "0" : short1;
    }
}
