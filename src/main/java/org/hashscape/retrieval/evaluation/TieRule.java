package org.hashscape.retrieval.evaluation;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * In which order results at the same distance come.
 *
 * <p>Searches order them by row. Data sets in class folders have their rows sorted by class, so that of tiles at one
 * distance those of the class that sorts first come first, whatever was asked: one stray of an early class stands before
 * twenty right ones with the same code, or behind them. Codes of few bits have many such ties, and on UC Merced the
 * rule is worth several thousandths of AP. A random order favours nobody and is what a code alone can promise.
 */
public enum TieRule {
    /** One random order of the tiles for all queries, drawn from the run's seed. */
    RANDOM("random", "a random order of the tiles"),
    /** Ascending row, that is by tile id. */
    TILE_ID("tile-id", "tile id");

    private final String id;
    private final String words;

    TieRule(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /** Name on the command line. */
    public String id() {
        return id;
    }

    /** Name for a reader. */
    public String inWords() {
        return words;
    }

    /** @throws IllegalArgumentException where there is no such rule; the message names those that exist */
    public static TieRule byId(String id) {
        return Arrays.stream(values())
                .filter(rule -> rule.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no rule for ties '" + id + "'. Known: "
                        + Arrays.stream(values()).map(TieRule::id).collect(Collectors.joining(", "))));
    }

    /** The rows in the order in which they win ties. */
    int[] order(int[] ascending, long seed) {
        int[] order = ascending.clone();
        if (this == RANDOM) {
            SeededRandom.shuffle(order, SeededRandom.of(seed));
        }
        return order;
    }
}
