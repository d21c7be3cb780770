package org.hashscape.model;

import java.util.regex.Pattern;

/** A word of a command that a user is told to run, so written that a shell takes it for one word. */
public final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:\\\\@%+=,~-]+");

    private ShellWord() {}

    /** The word as it is where no shell would take it amiss, else in quotes. */
    public static String of(Object word) {
        String text = String.valueOf(word);
        boolean option = text.startsWith("-");
        if (PLAIN.matcher(text).matches() && !option && !text.startsWith("~")) {
            return text;
        }
        String safe = option ? "./" + text : text;
        return text.contains("'") && !text.matches(".*[\"$`\\\\!].*")
                ? '"' + safe + '"'
                : "'" + safe.replace("'", "'\\''") + "'";
    }
}
