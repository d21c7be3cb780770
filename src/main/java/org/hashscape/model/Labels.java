package org.hashscape.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The labels of one tile: none, one (a class) or several (a multi-label archive), in alphabetical order.
 *
 * @param names unmodifiable; no blank name
 */
public record Labels(SortedSet<String> names) {

    /** No label: such a tile takes part in searches but says nothing about relevance. */
    public static final Labels NONE = new Labels(new TreeSet<>());

    public Labels {
        for (String name : names) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("A label must not be blank");
            }
        }
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    public static Labels of(String... names) {
        return new Labels(new TreeSet<>(List.of(names)));
    }

    public static Labels of(Collection<String> names) {
        return new Labels(new TreeSet<>(names));
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** Whether both carry at least one label in common. */
    public boolean sharesAnyWith(Labels other) {
        for (String name : names) {
            if (other.names.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** The labels as one line, "forest, smoke"; empty where there is none. */
    @Override
    public String toString() {
        return String.join(", ", names);
    }
}
