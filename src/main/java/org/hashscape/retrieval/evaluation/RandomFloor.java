package org.hashscape.retrieval.evaluation;

import java.util.EnumMap;
import java.util.Map;
import org.hashscape.model.Progress;

/**
 * What a ranking that knows nothing scores: printed beside every result, as some metrics (lenient AP above all) are
 * generous to chance. By simulation, since the lenient average precision has no short formula.
 */
public final class RandomFloor {

    private RandomFloor() {}

    /**
     * Mean of every metric over random rankings.
     *
     * @param repeats random rankings per query, at least 1; 5 are good for two digits with some hundred queries
     */
    public static Map<Metric, Double> of(ProtocolRun run, int repeats, long seed, int parallelism, Progress progress) {
        if (repeats < 1) {
            throw new IllegalArgumentException("At least 1 repeat is needed, not " + repeats);
        }
        Map<Metric, Double> means = new EnumMap<>(Metric.class);
        for (int repeat = 0; repeat < repeats; repeat++) {
            QueryRanking chance = run.byChance(SeededRandom.mixed(seed) + repeat);
            ProtocolResult result = run.score(
                    chance, parallelism, progress.part((double) repeat / repeats, (double) (repeat + 1) / repeats));
            for (Metric metric : Metric.values()) {
                means.merge(metric, result.mean(metric) / repeats, Double::sum);
            }
        }
        return means;
    }
}
