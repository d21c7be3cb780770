package org.hashscape.ui.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hashscape.workbench.SearchArchive;
import org.hashscape.workbench.evaluation.EvaluationRequest;

/**
 * How much an evaluation is going to do, roughly: runs, and minutes on two cores. Of the training times, those of
 * {@code deep} (9 to 15 s with a network in eight views) and {@code deep-mhcln} (35 to 39 s on a quiet machine, twice that
 * and more on a busy one) were measured on 1,260 tiles of UC Merced; {@code deep-early} is taken for {@code deep}, and
 * the others are estimates that only their sum was held against. Times grow with the number of tiles; describing tiles that have no descriptor yet comes on top.
 *
 * @param runs trainings with their scoring
 * @param seconds order of magnitude, descriptors given
 */
public record EvaluationCost(int runs, double seconds) {

    /** Seconds of one training at 32 bits. */
    private static final Map<String, Double> TRAINING = Map.of(
            "lsh",
            0.02,
            "klsh",
            0.3,
            "kslsh",
            6.0,
            "itq",
            0.6,
            "sign",
            0.05,
            "deep",
            13.0,
            "deep-early",
            13.0,
            "deep-mhcln",
            40.0);

    private static final double UNKNOWN_TRAINING = 10;
    private static final double TILES_MEASURED = 2100;
    private static final double SCORING = 0.5;

    /** @param tiles of the archive */
    public static EvaluationCost of(EvaluationRequest request, int tiles) {
        int perMethod = request.descriptors().size() * request.seeds().size();
        double size = Math.max(0.05, tiles / TILES_MEASURED);
        int runs = 0;
        double seconds = 0;
        for (String method : request.methods()) {
            boolean oneLength = SearchArchive.isExhaustive(method) || method.equals("sign");
            int count = perMethod * (oneLength ? 1 : request.bits().size());
            double training =
                    SearchArchive.isExhaustive(method) ? 0 : TRAINING.getOrDefault(method, UNKNOWN_TRAINING) * size;
            runs += count;
            seconds += count * (training + SCORING * size * size);
        }
        return new EvaluationCost(runs, seconds);
    }

    /** "36 runs, about 2 minutes". */
    public String inWords() {
        return String.format(Locale.ENGLISH, "%,d %s, %s", runs, runs == 1 ? "run" : "runs", time());
    }

    private String time() {
        for (Map.Entry<Integer, String> step : List.of(
                Map.entry(15, "some seconds"), Map.entry(75, "about a minute"), Map.entry(150, "about 2 minutes"))) {
            if (seconds < step.getKey()) {
                return step.getValue();
            }
        }
        if (seconds < 5400) {
            return String.format(Locale.ENGLISH, "about %.0f minutes", seconds / 60);
        }
        return String.format(Locale.ENGLISH, "about %.0f hours", Math.max(2, seconds / 3600));
    }
}
