package org.hashscape.workbench;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** The first of many names, in a sentence. */
final class SomeNames {

    private static final int NAMED = 3;

    private SomeNames() {}

    /** "a.png, b.png, c.png and 4 more". */
    static String of(Collection<String> names) {
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        int more = names.size() - NAMED;
        return more <= 0 ? first : String.format(Locale.ENGLISH, "%s and %,d more", first, more);
    }
}
