package org.hashscape.ui.common;

/** Something the user should know: what happened, with which value, what to do next. */
public record Notice(Kind kind, String sentence) {

    public enum Kind {
        /** Good or neutral news; goes away by itself. */
        NEWS,
        /** Something did not work; stays until it is closed. */
        PROBLEM
    }

    public static Notice news(String sentence) {
        return new Notice(Kind.NEWS, sentence);
    }

    public static Notice problem(String sentence) {
        return new Notice(Kind.PROBLEM, sentence);
    }
}
