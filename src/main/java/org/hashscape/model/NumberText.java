package org.hashscape.model;

/** Numbers as people write them: 2750, not 2750.0. */
final class NumberText {

    private NumberText() {}

    static String of(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
