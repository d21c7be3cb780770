package org.hashscape.imaging.synthetic;

/** The land around the thing a scene is about: meadows, woods, fields, dry land or snow. */
final class Landscape {

    enum Kind {
        GRASSLAND,
        WOODLAND,
        FARMLAND,
        ARID,
        SNOWFIELD
    }

    private final Sheet sheet;
    private final Conditions conditions;
    private final Dice dice;
    private final Kind kind;
    private final Noise noise;
    private final Dice style;

    Landscape(Sheet sheet, Conditions conditions, Kind kind, Dice dice) {
        this.sheet = sheet;
        this.conditions = conditions;
        this.kind = kind;
        this.dice = dice;
        this.noise = new Noise(dice);
        this.style = conditions.look();
    }

    /** A kind that goes with climate and season. */
    static Kind likely(Conditions conditions, Dice dice) {
        if (conditions.climate() == Climate.ARID) {
            return dice.chance(0.9) ? Kind.ARID : Kind.GRASSLAND;
        }
        boolean cold = conditions.climate() == Climate.BOREAL || conditions.climate() == Climate.ALPINE;
        if (conditions.season() == Season.WINTER && (cold || dice.chance(0.2))) {
            return Kind.SNOWFIELD;
        }
        if (conditions.climate() == Climate.TROPICAL) {
            return dice.chance(0.8) ? Kind.WOODLAND : Kind.GRASSLAND;
        }
        // Mostly what the region is known for.
        Dice chosen = dice.chance(0.85) ? conditions.look() : dice;
        return chosen.pick(Kind.GRASSLAND, Kind.WOODLAND, Kind.WOODLAND, cold ? Kind.WOODLAND : Kind.FARMLAND);
    }

    Kind kind() {
        return kind;
    }

    /** Everything flat: soil, grass, fields, snow, with the light of gentle hills on it. */
    void ground() {
        double feature = sheet.size() / style.between(1.5, 5);
        switch (kind) {
            case FARMLAND ->
                new Farmland(sheet, conditions, Farmland.Plan.drawn(sheet, conditions, dice), dice).paint();
            case ARID -> arid(feature);
            case SNOWFIELD -> snow(feature);
            case GRASSLAND, WOODLAND -> meadow(feature);
        }
        if (kind != Kind.FARMLAND || style.chance(0.3)) {
            double strength = sheet.size() * style.between(0.01, 0.05);
            Relief relief =
                    new Relief(sheet.size(), (x, y) -> strength * noise.fbm(x / feature / 1.3, y / feature / 1.3, 4));
            sheet.everywhere((x, y) -> sheet.shade(x, y, Ramp.mix(1, relief.light(x, y, conditions.sun()), 0.75)));
        }
    }

    /** Trees and shrubs, where {@code allowed} is above 0. */
    void cover(Sheet.Field allowed) {
        Woods woods = new Woods(sheet, conditions.sun(), dice);
        boolean cold = conditions.climate() == Climate.BOREAL || conditions.climate() == Climate.ALPINE;
        double conifers = cold ? style.between(0.6, 1) : style.between(0, 0.5);
        double radius = Math.max(1.3, sheet.pixels(style.between(2.5, 5)));
        double patch = sheet.size() / style.between(2, 6);
        double threshold = switch (kind) {
            case WOODLAND -> style.between(-0.45, 0.05);
            case GRASSLAND -> style.between(0.15, 0.6);
            case SNOWFIELD -> style.between(-0.2, 0.5);
            case FARMLAND -> 0.55;
            case ARID -> 2;
        };
        double scattered = sheet.pixels(4) < 1.3 ? 0 : kind == Kind.WOODLAND ? 0.06 : style.between(0, 0.04);
        double spacing = style.between(1.35, 1.8);
        double blend = style.between(0.06, 0.3);
        Colour under = conditions
                .palette()
                .broadleaf()
                .mix(conditions.palette().conifer(), conifers)
                .times(0.62);
        if (kind == Kind.WOODLAND || kind == Kind.GRASSLAND) {
            sheet.everywhere((x, y) -> {
                double n = noise.fbm(x / patch + 9, y / patch, 5);
                sheet.tint(x, y, under, allowed.at(x, y) <= 0 ? 0 : 0.8 * Ramp.smooth(threshold, threshold + blend, n));
            });
        }
        woods.stand(conditions, dice, radius, spacing, conifers, (x, y) -> {
            if (allowed.at(x, y) <= 0) {
                return 0;
            }
            double n = noise.fbm(x / patch + 9, y / patch, 5);
            return Math.max(
                    kind == Kind.FARMLAND || kind == Kind.ARID ? Math.min(0.004, scattered) : scattered,
                    Ramp.smooth(threshold, threshold + blend, n));
        });
    }

    private void meadow(double feature) {
        Palette palette = conditions.palette();
        double dry = style.between(0, 0.5);
        double bare = style.between(0.45, 0.9);
        sheet.everywhere((x, y) -> {
            double broad = noise.fbm(x / feature, y / feature, 5);
            double fine = noise.fbm(x * 0.16, y * 0.16 + 70, 2);
            Colour colour = palette.grass()
                    .mix(palette.straw(), Ramp.clamp(dry + 0.7 * broad))
                    .mix(palette.broadleaf(), Ramp.clamp(0.25 * fine - 0.2 * broad));
            double soil = Ramp.smooth(bare, bare + 0.2, noise.fbm(x / feature * 1.7 + 5, y / feature * 1.7, 4));
            sheet.set(x, y, colour.times(1 + 0.09 * fine), Content.GRASS);
            sheet.lay(x, y, palette.soil().times(1 + 0.1 * fine), soil, Content.BARE_SOIL);
        });
    }

    private void arid(double feature) {
        Palette palette = conditions.palette();
        Noise wadis = new Noise(dice);
        double wet = style.between(0.45, 0.75);
        double shrubs = style.between(0.90, 1.0);
        sheet.everywhere((x, y) -> {
            double broad = noise.fbm(x / feature, y / feature, 5);
            double fine = noise.fbm(x * 0.2, y * 0.2, 2);
            Colour colour = palette.soil()
                    .mix(palette.sand(), Ramp.clamp(0.5 + 0.8 * broad))
                    .times(1 + 0.07 * fine);
            double channel = wadis.ridged(x / feature / 1.6, y / feature / 1.6, 4);
            sheet.set(x, y, colour, broad > 0 ? Content.SAND : Content.BARE_SOIL);
            sheet.tint(x, y, palette.sand().times(1.06), 0.7 * Ramp.smooth(wet, wet + 0.25, channel));
            double shrub = noise.white(x / 2, y / 2) * (0.96 + 0.1 * channel);
            sheet.tint(x, y, palette.broadleaf().times(0.8), shrub > shrubs ? 0.55 : 0);
        });
    }

    private void snow(double feature) {
        Palette palette = conditions.palette();
        Colour white = Colour.of(232, 236, 242).vary(dice, 0.02);
        double thin = style.between(0.25, 0.8);
        sheet.everywhere((x, y) -> {
            double broad = noise.fbm(x / feature, y / feature, 5);
            double fine = noise.fbm(x * 0.12, y * 0.12, 3);
            sheet.set(x, y, white.times(1 + 0.04 * fine + 0.03 * broad), Content.SNOW);
            double worn = Ramp.smooth(thin, thin + 0.25, broad + 0.3 * fine);
            sheet.lay(x, y, palette.straw().mix(palette.soil(), 0.5 + 0.5 * fine), 0.8 * worn, Content.GRASS);
        });
    }
}
