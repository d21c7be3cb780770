package org.hashscape.imaging.synthetic;

/** What stands on a field: one crop in one state, with its rows, tramlines and patches. */
final class Crops {

    /**
     * A field's look.
     *
     * @param sine of the direction of rows
     * @param cosine of it
     * @param rowSpacing sheet pixels between rows; below 2 nothing of them shows
     * @param tramline sheet pixels between the double lines that tractors leave; 0 for none
     */
    record Crop(
            Colour colour,
            Colour between,
            double sine,
            double cosine,
            double rowSpacing,
            double rowContrast,
            double tramline,
            double patchiness,
            Content content) {}

    private final Conditions conditions;
    private final Noise noise;
    private final double pixelsPerMetre;

    Crops(Conditions conditions, double pixelsPerMetre, Dice dice) {
        this.conditions = conditions;
        this.pixelsPerMetre = pixelsPerMetre;
        this.noise = new Noise(dice);
    }

    /** A crop drawn by dice, its rows in about the given direction. */
    Crop grow(Dice dice, double angle) {
        Palette palette = conditions.palette();
        double spacing = Math.max(2.6, pixelsPerMetre * dice.between(1.2, 5));
        double turn = angle + (dice.chance(0.3) ? StrictMath.PI / 2 : 0);
        double tram = dice.chance(0.5) ? Math.max(9, pixelsPerMetre * dice.between(18, 32)) : 0;
        boolean growing = dice.chance(
                switch (conditions.season()) {
                    case SPRING -> 0.65;
                    case SUMMER -> 0.7;
                    case AUTUMN -> 0.35;
                    case WINTER -> 0.3;
                    case DRY -> 0.35;
                });
        if (growing) {
            Colour green = dice.pick(
                    Colour.of(86, 112, 56),
                    Colour.of(70, 94, 52),
                    Colour.of(118, 134, 70),
                    Colour.of(62, 88, 58),
                    conditions.season() == Season.SPRING ? Colour.of(182, 176, 70) : Colour.of(100, 112, 62));
            return new Crop(
                    green.vary(dice, 0.10),
                    palette.soil(),
                    StrictMath.sin(turn),
                    StrictMath.cos(turn),
                    spacing,
                    dice.between(0.05, 0.5),
                    tram,
                    dice.between(0.04, 0.18),
                    Content.CROPS);
        }
        return switch (dice.below(4)) {
            case 0 ->
                new Crop(
                        palette.soil().vary(dice, 0.12),
                        palette.soil().times(0.8),
                        StrictMath.sin(turn),
                        StrictMath.cos(turn),
                        spacing,
                        dice.between(0.1, 0.45),
                        0,
                        dice.between(0.05, 0.2),
                        Content.BARE_SOIL);
            case 1 ->
                new Crop(
                        palette.straw().vary(dice, 0.10),
                        palette.soil(),
                        StrictMath.sin(turn),
                        StrictMath.cos(turn),
                        spacing * 1.6,
                        dice.between(0.1, 0.45),
                        tram,
                        dice.between(0.03, 0.12),
                        Content.CROPS);
            case 2 ->
                new Crop(
                        palette.grass().vary(dice, 0.10),
                        palette.straw(),
                        StrictMath.sin(turn),
                        StrictMath.cos(turn),
                        spacing * 2,
                        0.08,
                        0,
                        dice.between(0.08, 0.2),
                        Content.GRASS);
            default ->
                new Crop(
                        palette.straw().mix(palette.soil(), dice.next()).vary(dice, 0.08),
                        palette.soil(),
                        StrictMath.sin(turn),
                        StrictMath.cos(turn),
                        spacing,
                        dice.between(0.05, 0.3),
                        tram,
                        dice.between(0.05, 0.15),
                        Content.CROPS);
        };
    }

    /** The colour of a crop at a place of the sheet. */
    Colour at(Crop crop, int id, double x, double y) {
        double across = y * crop.cosine() - x * crop.sine();
        double row = 0.5 + 0.5 * StrictMath.cos(across * 2 * StrictMath.PI / crop.rowSpacing());
        double patch = noise.fbm(x * 0.02 + (id & 63), y * 0.02, 3) + 0.4 * noise.fbm(x * 0.2, y * 0.2 + (id & 31), 2);
        double gap = crop.rowContrast() * row * Ramp.clamp(0.7 + 0.8 * noise.at(x * 0.09, y * 0.09));
        if (crop.tramline() > 0) {
            double phase = across / crop.tramline() - Math.floor(across / crop.tramline());
            double off = Math.abs(phase - 0.5) * crop.tramline();
            gap = Math.max(gap, 0.6 * Ramp.bump(1.6, 1.0, off));
        }
        return crop.colour()
                .mix(crop.between(), Ramp.clamp(gap + 0.5 * crop.patchiness() * patch))
                .times(1 + crop.patchiness() * patch);
    }
}
