package org.hashscape.workbench.filter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hashscape.model.Tile;

/**
 * What a tile must be like. All conditions hold together; one that is empty lets every tile through.
 *
 * @param all labels that it must carry, each of them
 * @param any labels of which it must carry at least one
 * @param none labels that it must not carry
 * @param from first day of acquisition; tiles without a date do not pass once a day is given
 * @param to last day of acquisition
 * @param region where it must lie, at least in part; tiles without a place do not pass
 * @param text what its key or its labels must contain, whatever the case
 */
public record TileFilter(
        SortedSet<String> all,
        SortedSet<String> any,
        SortedSet<String> none,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Region> region,
        String text) {

    /** Lets every tile through. */
    public static final TileFilter NONE = new TileFilter(
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "");

    /** The conditions, in the order they are shown in. */
    public enum Kind {
        ALL,
        ANY,
        NONE,
        DATE,
        REGION,
        TEXT
    }

    /**
     * One condition, as it is shown and taken away.
     *
     * @param label of {@link Kind#ALL} and {@link Kind#NONE}, which are shown one by one; empty for others
     * @param words for people
     */
    public record Part(Kind kind, String label, String words) {}

    public TileFilter {
        all = Collections.unmodifiableSortedSet(new TreeSet<>(all));
        any = Collections.unmodifiableSortedSet(new TreeSet<>(any));
        none = Collections.unmodifiableSortedSet(new TreeSet<>(none));
        text = text.strip();
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw new IllegalArgumentException("The first day, " + from.get() + ", is after the last one, " + to.get());
        }
    }

    /** Whether it lets every tile through. */
    public boolean isNone() {
        return equals(NONE);
    }

    /** Whether one tile passes: the definition of the filter. */
    public boolean passes(Tile tile) {
        return passesLabels(tile.labels().names())
                && passesDate(tile.acquired())
                && (region.isEmpty()
                        || tile.footprint().filter(region.get()::touches).isPresent())
                && (text.isEmpty() || mentions(tile));
    }

    public boolean passesLabels(SortedSet<String> names) {
        return names.containsAll(all)
                && (any.isEmpty() || any.stream().anyMatch(names::contains))
                && none.stream().noneMatch(names::contains);
    }

    private boolean passesDate(Optional<LocalDate> acquired) {
        if (from.isEmpty() && to.isEmpty()) {
            return true;
        }
        return acquired.filter(day -> from.isEmpty() || !day.isBefore(from.get()))
                .filter(day -> to.isEmpty() || !day.isAfter(to.get()))
                .isPresent();
    }

    private boolean mentions(Tile tile) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return tile.key().toLowerCase(Locale.ROOT).contains(wanted)
                || tile.labels().toString().toLowerCase(Locale.ROOT).contains(wanted);
    }

    public TileFilter withAll(Collection<String> labels) {
        return new TileFilter(new TreeSet<>(labels), any, none, from, to, region, text);
    }

    public TileFilter withAny(Collection<String> labels) {
        return new TileFilter(all, new TreeSet<>(labels), none, from, to, region, text);
    }

    public TileFilter withNone(Collection<String> labels) {
        return new TileFilter(all, any, new TreeSet<>(labels), from, to, region, text);
    }

    public TileFilter between(Optional<LocalDate> first, Optional<LocalDate> last) {
        return new TileFilter(all, any, none, first, last, region, text);
    }

    public TileFilter in(Optional<Region> place) {
        return new TileFilter(all, any, none, from, to, place, text);
    }

    public TileFilter mentioning(String words) {
        return new TileFilter(all, any, none, from, to, region, words);
    }

    /** Its conditions; none where every tile passes. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        all.forEach(label -> parts.add(new Part(Kind.ALL, label, label)));
        if (!any.isEmpty()) {
            parts.add(new Part(Kind.ANY, "", String.join(" or ", any)));
        }
        none.forEach(label -> parts.add(new Part(Kind.NONE, label, "not " + label)));
        if (from.isPresent() || to.isPresent()) {
            parts.add(new Part(Kind.DATE, "", days()));
        }
        region.ifPresent(place -> parts.add(new Part(Kind.REGION, "", "in " + place)));
        if (!text.isEmpty()) {
            parts.add(new Part(Kind.TEXT, "", "\u201c" + text + "\u201d"));
        }
        return List.copyOf(parts);
    }

    private String days() {
        if (from.isEmpty()) {
            return "until " + to.map(Object::toString).orElse("");
        }
        return to.map(last -> last.equals(from.get()) ? "on " + last : from.get() + " to " + last)
                .orElse("from " + from.get() + " on");
    }

    /** Without one of its conditions. */
    public TileFilter without(Part part) {
        return switch (part.kind()) {
            case ALL ->
                withAll(all.stream()
                        .filter(label -> !label.equals(part.label()))
                        .toList());
            case ANY -> withAny(List.of());
            case NONE ->
                withNone(none.stream()
                        .filter(label -> !label.equals(part.label()))
                        .toList());
            case DATE -> between(Optional.empty(), Optional.empty());
            case REGION -> in(Optional.empty());
            case TEXT -> mentioning("");
        };
    }

    /** Its conditions in one line, "forest; not cloud; 2021-06-01 to 2021-08-31"; empty where every tile passes. */
    public String words() {
        return parts().stream().map(Part::words).collect(Collectors.joining("; "));
    }
}
