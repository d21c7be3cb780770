package org.hashscape.model;

import java.util.Locale;

/** Text of unknown origin, as names of files, for one line of a listing or a caption. */
public final class PlainText {

    private PlainText() {}

    /**
     * The text with everything that would break the line, or command a terminal, written out: {@code \n}, {@code \t},
     * {@code \x1b}. Other text comes back as it is.
     */
    public static String of(String text) {
        if (text.codePoints().noneMatch(PlainText::breaks)) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (!breaks(point)) {
                plain.appendCodePoint(point);
            } else if (point == '\n') {
                plain.append("\\n");
            } else if (point == '\r') {
                plain.append("\\r");
            } else if (point == '\t') {
                plain.append("\\t");
            } else {
                plain.append(String.format(Locale.ROOT, point < 0x100 ? "\\x%02x" : "\\u%04x", point));
            }
        });
        return plain.toString();
    }

    /** Control characters, line separators, and what turns the direction of the text after it. */
    private static boolean breaks(int point) {
        return Character.isISOControl(point)
                || point == 0x2028
                || point == 0x2029
                || point >= 0x202a && point <= 0x202e
                || point >= 0x2066 && point <= 0x2069;
    }
}
