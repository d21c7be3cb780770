package org.hashscape.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A command as it stands in a page, without the remark behind it.
 *
 * @param listed it stands on lines of its own, not inside a sentence
 * @param program {@code hashscape}, {@code mvn}, or the path of a script
 * @param arguments its further lines joined; with brackets and alternatives where it is a synopsis
 */
record DocumentedCommand(Path page, boolean listed, String program, String arguments) {

    private static final Pattern SPECIFIC = Pattern.compile("[A-Z]|\\.\\w|^-|<");

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

    /** A sentence that speaks of a command without saying what to type: {@code hashscape check}, or {@code train --force}. */
    boolean onlyMentioned() {
        return !listed
                && isHashscape()
                && (arguments.contains("…")
                        || words().stream()
                                .filter(word -> !word.startsWith("--"))
                                .noneMatch(word -> SPECIFIC.matcher(word).find()));
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
