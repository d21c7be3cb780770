package org.hashscape.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A command as it stands in a page, without the remark behind it.
 *
 * @param program {@code hashscape}, {@code mvn}, or the path of a script
 * @param arguments its further lines joined; with brackets and alternatives where it is a synopsis
 */
record DocumentedCommand(Path page, Place place, String program, String arguments) {

    private static final Pattern SPECIFIC = Pattern.compile("[A-Z<]|\\.\\w");

    /** Where it stands. */
    enum Place {
        /** On lines of its own. */
        LISTING,
        /** Inside a sentence, as it is to be typed. */
        SENTENCE,
        /** Inside a sentence, without the program's name. */
        FRAGMENT
    }

    boolean isHashscape() {
        return program.equals("hashscape");
    }

    List<String> words() {
        return arguments.isBlank() ? List.of() : List.of(arguments.strip().split("\\s+"));
    }

    /** An archive alone, or nothing: the window. */
    boolean opensTheWindow() {
        return words().isEmpty() || words().size() == 1 && words().get(0).endsWith(".hsa");
    }

    /** A sentence that speaks of a command without all that is to be typed: {@code hashscape check}, {@code train --force}. */
    boolean onlyMentioned() {
        return switch (place) {
            case LISTING -> false;
            case SENTENCE ->
                isHashscape()
                        && (arguments.contains("…")
                                || words().stream()
                                        .noneMatch(
                                                word -> SPECIFIC.matcher(word).find()));
            case FRAGMENT -> words().stream().noneMatch(word -> word.endsWith(".hsa"));
        };
    }

    /** One of the lines that say what a command takes: its archive is any archive. */
    boolean isSynopsis() {
        return arguments.matches("(?s).*([\\[|]| A\\.hsa|\\b[A-Z]{2,}\\b).*");
    }

    @Override
    public String toString() {
        return page + ": " + program + " " + arguments;
    }
}
