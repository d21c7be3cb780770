package org.hashscape;

/** Starts Hashscape: the window without arguments, else the command line. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        throw new UnsupportedOperationException("stub");
    }
}
