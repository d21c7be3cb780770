package org.hashscape.imaging.synthetic;

/**
 * Under which a scene is seen.
 *
 * @param climate of the place
 * @param season shown
 * @param sun light
 * @param palette colours of ground, plants and water there and then
 */
record Conditions(Climate climate, Season season, Sun sun, Palette palette) {}
