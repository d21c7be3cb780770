package org.hashscape.imaging.synthetic;

/**
 * Paints one class of scenes. Everything that varies (layout, scale of things, turn, colours) comes from the dice; the
 * same dice give the same picture. Implementations keep no state.
 */
@FunctionalInterface
interface ScenePainter {

    /** Covers the whole sheet. */
    void paint(Sheet sheet, Conditions conditions, Dice dice);
}
