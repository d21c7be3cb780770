package org.hashscape.imaging.synthetic;

/** What grows at a place. */
enum Climate {
    TEMPERATE,
    BOREAL,
    MEDITERRANEAN,
    TROPICAL,
    ARID,
    ALPINE
}
