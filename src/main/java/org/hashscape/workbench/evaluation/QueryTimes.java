package org.hashscape.workbench.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;

/** Milliseconds of single queries on one thread, after a round that is not measured. */
final class QueryTimes {

    private static final int TIMED = 200;

    private final Map<String, double[]> steps = new LinkedHashMap<>();
    private double[] wholes = {0};

    /** Times a look-up alone. @param rows that ask; {@value #TIMED} of them, evenly chosen, are timed */
    static QueryTimes of(int[] rows, IntConsumer lookUp) {
        return of(rows, row -> row, (same, row) -> lookUp.accept(row), false);
    }

    /** Times hashing and look-up. */
    static <C> QueryTimes of(int[] rows, IntFunction<C> hash, ObjIntConsumer<C> lookUp) {
        return of(rows, hash, lookUp, true);
    }

    private static <C> QueryTimes of(int[] rows, IntFunction<C> hash, ObjIntConsumer<C> lookUp, boolean hashes) {
        int count = Math.min(TIMED, rows.length);
        double[] hashing = new double[count];
        double[] lookingUp = new double[count];
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < count; i++) {
                int row = rows[(int) ((long) i * rows.length / count)];
                long start = System.nanoTime();
                C code = hash.apply(row);
                long hashed = System.nanoTime();
                lookUp.accept(code, row);
                hashing[i] = (hashed - start) / 1e6;
                lookingUp[i] = (System.nanoTime() - hashed) / 1e6;
            }
        }
        QueryTimes times = new QueryTimes();
        times.wholes = new double[count];
        for (int i = 0; i < count; i++) {
            times.wholes[i] = hashing[i] + lookingUp[i];
        }
        Arrays.sort(times.wholes);
        if (hashes) {
            times.add("hash", hashing);
        }
        times.add("look up", lookingUp);
        return times;
    }

    private void add(String step, double[] milliseconds) {
        Arrays.sort(milliseconds);
        steps.put(step, milliseconds);
    }

    double median() {
        return median(wholes);
    }

    double p95() {
        return p95(wholes);
    }

    /** Medians by step, after those of steps that were timed before. */
    Map<String, Double> medians(List<Double> describing) {
        return summary(describing, QueryTimes::median);
    }

    Map<String, Double> p95s(List<Double> describing) {
        return summary(describing, QueryTimes::p95);
    }

    private interface Summary {
        double of(double[] ascending);
    }

    private Map<String, Double> summary(List<Double> describing, Summary summary) {
        Map<String, Double> values = new LinkedHashMap<>();
        if (!describing.isEmpty()) {
            values.put(
                    "describe",
                    summary.of(describing.stream()
                            .mapToDouble(Double::doubleValue)
                            .sorted()
                            .toArray()));
        }
        steps.forEach((step, milliseconds) -> values.put(step, summary.of(milliseconds)));
        return values;
    }

    private static double median(double[] ascending) {
        return ascending[ascending.length / 2];
    }

    private static double p95(double[] ascending) {
        return ascending[Math.min(ascending.length - 1, (int) Math.ceil(0.95 * ascending.length) - 1)];
    }
}
