package org.hashscape.model;

import java.util.Locale;

/** Counts of things in a sentence: "1 tile", "2,100 tiles". */
public final class CountText {

    private CountText() {}

    public static String of(long number, String one, String many) {
        return String.format(Locale.ENGLISH, "%,d %s", number, number == 1 ? one : many);
    }
}
