package org.hashscape.workbench.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.hashscape.retrieval.evaluation.ConfidenceInterval;
import org.hashscape.retrieval.evaluation.Metric;

/**
 * What one method reached on one descriptor at one bit count, over the seeds.
 *
 * @param rows one per seed, at least one
 */
public record EvaluationSummary(List<EvaluationRow> rows) {

    public EvaluationSummary {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("A summary needs a row");
        }
    }

    /** Summaries in the order in which their first rows come. */
    public static List<EvaluationSummary> of(List<EvaluationRow> rows) {
        Map<List<Object>, List<EvaluationRow>> groups = new LinkedHashMap<>();
        for (EvaluationRow row : rows) {
            List<Object> key =
                    List.of(row.method(), row.descriptor(), row.bits(), row.protocol(), row.k(), row.relevance());
            groups.computeIfAbsent(key, first -> new ArrayList<>()).add(row);
        }
        return groups.values().stream().map(EvaluationSummary::new).toList();
    }

    public String method() {
        return first().method();
    }

    public String descriptor() {
        return first().descriptor();
    }

    /** 0 for search on floats. */
    public int bits() {
        return first().bits();
    }

    /** Bits in words: "float" for search on floats. */
    public String bitsText() {
        return bits() == 0 ? "float" : Integer.toString(bits());
    }

    /** The row of the first seed. */
    public EvaluationRow first() {
        return rows.get(0);
    }

    /** Mean over the seeds with its 95 % interval; with one seed, the interval over its queries. */
    public ConfidenceInterval score(Metric metric) {
        if (rows.size() < 2) {
            return Optional.ofNullable(first().scores().get(metric))
                    .orElse(new ConfidenceInterval(Double.NaN, Double.NaN, Double.NaN));
        }
        return ConfidenceInterval.overSeeds(
                rows.stream().mapToDouble(row -> row.mean(metric)).toArray());
    }

    /** The same; empty where the metric was not measured. */
    public Optional<ConfidenceInterval> measured(Metric metric) {
        return Optional.of(score(metric)).filter(score -> Double.isFinite(score.mean()));
    }

    /** What a random ranking scores, mean over the seeds; NaN where it is not known. */
    public double floor(Metric metric) {
        return mean(row -> row.randomFloor().getOrDefault(metric, Double.NaN));
    }

    public double trainSeconds() {
        return mean(EvaluationRow::trainSeconds);
    }

    /** Mean over the seeds of the median query. */
    public double queryMs() {
        return mean(EvaluationRow::queryMsMedian);
    }

    public int bytesPerTile() {
        return first().bytesPerTile();
    }

    public int k() {
        return first().k();
    }

    public String protocol() {
        return first().protocol();
    }

    /** Whether it is search on descriptors, with no code. */
    public boolean onFloats() {
        return bits() == 0;
    }

    /** What a reader must know of its rows: {@link #notes(List)}. */
    public List<String> notes() {
        return notes(rows);
    }

    /** What rows have to say, each once, with the seeds that say so where not all do. */
    public static List<String> notes(List<EvaluationRow> rows) {
        Map<String, List<Long>> seeds = new LinkedHashMap<>();
        for (EvaluationRow row : rows) {
            for (String note : row.notes()) {
                List<Long> of = seeds.computeIfAbsent(note, first -> new ArrayList<>());
                if (!of.contains(row.seed())) {
                    of.add(row.seed());
                }
            }
        }
        long all = rows.stream().map(EvaluationRow::seed).distinct().count();
        List<String> notes = new ArrayList<>();
        seeds.forEach((note, of) -> notes.add(
                of.size() == all
                        ? note
                        : "seed " + of.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ": " + note));
        return notes;
    }

    /** "kslsh, sift-words, 32 bits". */
    public String name() {
        return method() + ", " + descriptor() + (onFloats() ? ", float" : ", " + bits() + " bits");
    }

    /** Mean over the seeds of any figure of a row. */
    public double mean(ToDoubleFunction<EvaluationRow> figure) {
        return rows.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    /** Whether any row rests on a leak. */
    public boolean leaky() {
        return rows.stream().anyMatch(EvaluationRow::leaky);
    }

    /** Curves over the seeds. */
    public Curves curves() {
        return new Curves(
                means(rows.stream().map(row -> row.curves().precisionAt()).toList()),
                means(rows.stream().map(row -> row.curves().precisionAtRecall()).toList()));
    }

    private static List<Double> means(List<List<Double>> curves) {
        int length = curves.stream().mapToInt(List::size).min().orElse(0);
        List<Double> means = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int place = i;
            means.add(curves.stream()
                    .mapToDouble(curve -> curve.get(place))
                    .average()
                    .orElse(Double.NaN));
        }
        return means;
    }
}
