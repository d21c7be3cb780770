package org.hashscape.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What makes documented commands short enough for a test: values of options, never the options themselves. */
final class SmallValues {

    /**
     * @param command its words, with {@code deep} behind them where it trains deeply; the first that fits counts
     * @param atMost takes the place of a placeholder and of greater numbers, each of a list
     * @param added the option is added with this value where the documentation leaves it at its default
     */
    private record Limit(String command, String option, String atMost, boolean added) {}

    private static final List<Limit> LIMITS = List.of(
            new Limit("bench archive", "--tiles", "200", true),
            new Limit("bench archive", "--scenes", "1", true),
            new Limit("bench backbone", "--tiles", "4", true),
            new Limit("bench backbone", "--rounds", "1", true),
            new Limit("bench hamming", "--codes", "2000", true),
            new Limit("bench hamming", "--sizes", "2000", false),
            new Limit("bench hamming", "--rounds", "1", true),
            new Limit("bench import", "--rounds", "1", true),
            // A deep training takes thousands of steps, however few the tiles.
            new Limit("evaluate deep", "--seeds", "1", true),
            new Limit("evaluate deep", "--bits", "8", true),
            new Limit("evaluate", "--seeds", "2", true),
            new Limit("evaluate", "-k", "5", true),
            new Limit("evaluate", "--queries", "10", false),
            new Limit("backbone train", "--scenes", "1", true),
            new Limit("backbone train", "--views", "20", true),
            new Limit("backbone train", "--steps", "2", true),
            new Limit("backbone train", "--size", "48", true),
            new Limit("backbone train", "--trained-at", "32", false),
            new Limit("backbone train", "--width", "0.1", true),
            new Limit("backbone train", "--features", "8", true),
            new Limit("backbone train", "--batch", "8", true));

    private SmallValues() {}

    /** What is to be said instead of a documented value; empty where there is no limit. */
    static Optional<String> of(String command, String option, String documented) {
        return limits(command)
                .filter(limit -> limit.option().equals(option))
                .findFirst()
                .map(limit -> limited(documented, limit.atMost()));
    }

    /** Options to be added, each with its value, beside those that are given. */
    static List<String> added(String command, List<String> given) {
        List<String> added = new ArrayList<>();
        limits(command)
                .filter(limit -> limit.added() && !given.contains(limit.option()) && !added.contains(limit.option()))
                .forEach(limit -> added.addAll(List.of(limit.option(), limit.atMost())));
        return added;
    }

    private static Stream<Limit> limits(String command) {
        return LIMITS.stream()
                .filter(limit ->
                        limit.command().equals(command) || limit.command().equals(command.replaceFirst(" deep$", "")));
    }

    private static String limited(String documented, String atMost) {
        return Arrays.stream(documented.replaceFirst(",\\.\\.$", "").split(","))
                .map(value ->
                        isNumber(value) && Double.parseDouble(value) <= Double.parseDouble(atMost) ? value : atMost)
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static boolean isNumber(String value) {
        return value.matches("[0-9]+(\\.[0-9]+)?");
    }
}
