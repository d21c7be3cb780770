package org.hashscape.imaging.synthetic;

/**
 * The colours of one scene. Soil, sand, rock and water belong to the region, so that two scenes of one class may differ
 * more in colour than two scenes of different classes; each scene then strays a little.
 *
 * @param conifer needle trees
 * @param broadleaf most leaf trees
 * @param accent the other leaf trees
 * @param grass grown over
 * @param straw dried grass
 * @param soil open ground
 * @param sand loose and bright
 * @param rock hard
 * @param deep deep water
 * @param shallow water with the ground showing through
 * @param asphalt sealed roads and yards
 */
record Palette(
        Colour conifer,
        Colour broadleaf,
        Colour accent,
        Colour grass,
        Colour straw,
        Colour soil,
        Colour sand,
        Colour rock,
        Colour deep,
        Colour shallow,
        Colour asphalt) {

    private static final Colour[] SOILS = {
        Colour.of(124, 98, 74),
        Colour.of(148, 96, 66),
        Colour.of(142, 130, 112),
        Colour.of(182, 166, 138),
        Colour.of(86, 74, 64),
        Colour.of(162, 118, 84)
    };

    private static final Colour[] SANDS = {
        Colour.of(212, 190, 150),
        Colour.of(196, 184, 160),
        Colour.of(228, 216, 194),
        Colour.of(172, 158, 138),
        Colour.of(204, 160, 110),
        Colour.of(190, 126, 86)
    };

    private static final Colour[] ROCKS = {
        Colour.of(122, 118, 112),
        Colour.of(116, 98, 82),
        Colour.of(140, 104, 84),
        Colour.of(84, 82, 84),
        Colour.of(158, 150, 138)
    };

    /** Deep and shallow of ocean blue, green, turquoise, silt, peat and glacier milk. */
    private static final Colour[][] WATERS = {
        {Colour.of(24, 50, 80), Colour.of(62, 104, 122)},
        {Colour.of(34, 66, 62), Colour.of(84, 112, 88)},
        {Colour.of(36, 88, 106), Colour.of(112, 166, 158)},
        {Colour.of(108, 98, 74), Colour.of(142, 126, 96)},
        {Colour.of(22, 28, 32), Colour.of(62, 60, 46)},
        {Colour.of(96, 130, 132), Colour.of(148, 166, 158)}
    };

    static Palette of(Climate climate, Season season, Dice look, Dice dice) {
        Colour[] water = WATERS[look.below(climate == Climate.ARID ? 4 : WATERS.length)];
        Colour grass = grass(season, climate);
        return new Palette(
                Colour.of(40, 58, 42).vary(dice, 0.05),
                broadleaf(season, look).vary(dice, 0.05),
                broadleaf(season, look).vary(dice, 0.06),
                grass.vary(dice, 0.06),
                Colour.of(178, 160, 114).vary(dice, 0.05),
                look.pick(SOILS).vary(dice, 0.06),
                sand(climate, look).vary(dice, 0.04),
                look.pick(ROCKS).vary(dice, 0.06),
                water[0].vary(dice, 0.06),
                water[1].vary(dice, 0.05),
                Colour.of(112, 112, 112).vary(dice, 0.07));
    }

    private static Colour broadleaf(Season season, Dice dice) {
        return switch (season) {
            case SPRING -> dice.pick(Colour.of(98, 120, 62), Colour.of(84, 108, 58));
            case SUMMER -> dice.pick(Colour.of(62, 86, 46), Colour.of(76, 98, 52), Colour.of(56, 78, 48));
            case AUTUMN ->
                dice.pick(
                        Colour.of(152, 108, 52),
                        Colour.of(156, 78, 46),
                        Colour.of(122, 108, 56),
                        Colour.of(174, 132, 60));
            case WINTER -> dice.pick(Colour.of(106, 96, 86), Colour.of(92, 84, 76));
            case DRY -> dice.pick(Colour.of(98, 98, 60), Colour.of(84, 90, 58), Colour.of(116, 104, 70));
        };
    }

    /** Red and ochre sands are for dry places and the tropics. */
    private static Colour sand(Climate climate, Dice look) {
        boolean any = climate == Climate.ARID || climate == Climate.TROPICAL;
        return SANDS[look.below(any ? SANDS.length : 4)];
    }

    private static Colour grass(Season season, Climate climate) {
        if (climate == Climate.ARID) {
            return Colour.of(138, 126, 88);
        }
        return switch (season) {
            case SPRING -> Colour.of(112, 134, 74);
            case SUMMER -> Colour.of(120, 128, 78);
            case AUTUMN -> Colour.of(140, 130, 86);
            case WINTER -> Colour.of(142, 132, 104);
            case DRY -> Colour.of(168, 148, 102);
        };
    }

    /** The colour of one tree of a mixed stand. */
    Colour leaf(Dice dice) {
        return (dice.chance(0.75) ? broadleaf : accent).vary(dice, 0.10);
    }
}
