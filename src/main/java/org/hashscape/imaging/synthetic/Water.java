package org.hashscape.imaging.synthetic;

/** Still or flowing water: depth, ripples, glint, wind lanes and, in some, algae. */
final class Water {

    private final Sheet sheet;
    private final Conditions conditions;
    private final Noise noise;
    private final double windX;
    private final double windY;
    private final double ripple;
    private final double lanes;
    private final double algae;
    private final double glint;

    Water(Sheet sheet, Conditions conditions, Dice dice) {
        this.sheet = sheet;
        this.conditions = conditions;
        this.noise = new Noise(dice);
        double wind = dice.between(0, 2 * StrictMath.PI);
        this.windX = StrictMath.cos(wind);
        this.windY = StrictMath.sin(wind);
        Dice style = conditions.look();
        this.ripple = style.between(0.01, 0.07);
        this.lanes = style.chance(0.4) ? style.between(0.04, 0.16) : 0;
        this.algae = style.chance(0.2) ? style.between(0.3, 0.7) : 0;
        this.glint = style.chance(0.25) ? style.between(0.06, 0.22) : 0;
    }

    /** The colour of the surface where the ground lies {@code depth} (0 shore .. 1 deep) below it. */
    Colour at(double x, double y, double depth) {
        Palette palette = conditions.palette();
        double along = (x * windX + y * windY) / sheet.size();
        double across = (y * windX - x * windY) / sheet.size();
        double swirl = noise.warped(along * 3, across * 5, 4, 0.6);
        Colour colour = palette.shallow().mix(palette.deep(), Ramp.clamp(depth + 0.12 * swirl));
        double small = noise.at(along * sheet.size() * 0.32, across * sheet.size() * 0.16);
        double light = ripple * small;
        if (lanes > 0) {
            light += lanes * Ramp.smooth(0.1, 0.6, noise.fbm(along * 4 + 9, across * 22, 3));
        }
        if (algae > 0) {
            double bloom = Ramp.smooth(0.15, 0.6, noise.warped(along * 4 + 3, across * 4, 5, 1.1));
            colour = colour.mix(Colour.of(106, 138, 74), algae * bloom);
        }
        light += glint * (0.6 + 0.4 * small) * Ramp.smooth(-0.2, 0.8, along * 0.8 + 0.4 * swirl);
        return new Colour(colour.red() + light, colour.green() + light, colour.blue() + light);
    }
}
