package org.hashscape.imaging.synthetic;

/** The time of year a scene shows. */
enum Season {
    SPRING(4),
    SUMMER(6),
    AUTUMN(10),
    WINTER(1),
    /** The dry half of the year where it does not freeze; shown in the months July to September north of the equator. */
    DRY(7);

    private final int firstMonth;

    Season(int firstMonth) {
        this.firstMonth = firstMonth;
    }

    /** The first of the two (spring, autumn, winter) or three months it is shown in, north of the equator, 1..12. */
    int firstMonth() {
        return firstMonth;
    }

    int months() {
        return this == SUMMER || this == DRY ? 3 : 2;
    }
}
