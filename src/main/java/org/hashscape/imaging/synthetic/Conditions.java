package org.hashscape.imaging.synthetic;

/**
 * Under which a scene is seen.
 *
 * @param climate of the place
 * @param season shown
 * @param sun light
 * @param palette colours of ground, plants and water there and then
 * @param region number of the region in its class: where a painter knows several forms, regions take turns
 * @param regionSeed the same for all scenes of a region, see {@link #look}
 */
record Conditions(Climate climate, Season season, Sun sun, Palette palette, int region, long regionSeed) {

    /**
     * Dice that fall the same way for all scenes of a region. What belongs to a country rather than to a day comes from
     * them: how its land is divided, the colour of its roofs, how steep its shores are.
     */
    Dice look() {
        return Dice.of(regionSeed, 7);
    }
}
