package org.hashscape.imaging.synthetic;

/** Healthy forest: crowns with their shadows, stands of different age and kind, glades, tracks, clearings, brooks. */
final class ForestPainter implements ScenePainter {

    @Override
    public void paint(Sheet sheet, Conditions conditions, Dice dice) {
        Noise noise = new Noise(dice);
        floor(sheet, conditions, noise, dice);
        Sheet.Field open = openings(sheet, conditions, noise, dice);
        boolean boreal = conditions.climate() == Climate.BOREAL || conditions.climate() == Climate.ALPINE;
        Dice look = conditions.look();
        double conifers = boreal ? look.between(0.55, 1) : look.chance(0.25) ? 1 : look.between(0, 0.5);
        double radius = sheet.pixels(look.between(2.8, 4.6) * dice.between(0.85, 1.15));
        Woods woods = new Woods(sheet, conditions.sun(), dice);
        double standEdge = dice.between(-0.1, 0.5);
        double feature = sheet.size() / dice.between(1.2, 3.5);
        double thin = dice.chance(0.3) ? dice.between(0.45, 0.8) : dice.between(0.85, 1);
        // Young growth first, the old stand over it.
        woods.stand(
                conditions,
                dice,
                radius * 0.55,
                1.5,
                conifers,
                (x, y) -> open.at(x, y) > 0
                        ? 0.02
                        : Ramp.smooth(standEdge + 0.1, standEdge, noise.fbm(x / feature, y / feature, 3)) * 0.5 + 0.2);
        woods.stand(
                conditions,
                dice,
                radius,
                dice.between(1.25, 1.6),
                conifers,
                (x, y) -> open.at(x, y) > 0
                        ? 0.01
                        : thin
                                * (0.35
                                        + 0.65
                                                * Ramp.smooth(
                                                        standEdge + 0.06,
                                                        standEdge - 0.02,
                                                        noise.fbm(x / feature, y / feature, 3))));
        if (dice.chance(0.6)) {
            hills(sheet, conditions, noise, dice);
        }
    }

    private static void floor(Sheet sheet, Conditions conditions, Noise noise, Dice dice) {
        Palette palette = conditions.palette();
        boolean snow = conditions.season() == Season.WINTER
                && (conditions.climate() == Climate.BOREAL || conditions.climate() == Climate.ALPINE);
        Colour under =
                palette.grass().mix(palette.soil(), dice.between(0.2, 0.7)).times(0.72);
        sheet.everywhere((x, y) -> {
            double n = noise.fbm(x * 0.03, y * 0.03, 5);
            if (snow) {
                sheet.set(x, y, Colour.of(224, 229, 238).times(0.95 + 0.06 * n), Content.SNOW);
            } else {
                sheet.set(x, y, under.times(1 + 0.25 * n), Content.GRASS);
            }
        });
    }

    /** Glades, a clear-cut, a track or a brook; positive where no tree stands. */
    private static Sheet.Field openings(Sheet sheet, Conditions conditions, Noise noise, Dice dice) {
        int size = sheet.size();
        Palette palette = conditions.palette();
        double glade = dice.chance(0.5) ? dice.between(0.35, 0.6) : 2;
        double feature = size / dice.between(2, 4);
        boolean[] open = new boolean[size * size];
        sheet.everywhere((x, y) -> open[y * size + x] = noise.fbm(x / feature + 20, y / feature, 4) > glade);
        if (dice.chance(0.22)) {
            clearCut(sheet, palette, noise, dice, open);
        }
        int ways = dice.chance(0.55) ? 1 + dice.below(2) : 0;
        for (int i = 0; i < ways; i++) {
            Path path = Path.line(
                    size * dice.between(0.2, 0.8),
                    size * dice.between(0.2, 0.8),
                    dice.between(0, StrictMath.PI),
                    size,
                    size / 40.0,
                    new Noise(dice),
                    size * dice.between(0.02, 0.12));
            double width = Math.max(2.2, sheet.pixels(dice.between(3, 7)));
            boolean brook = dice.chance(0.25);
            Path.Nearness near = path.near(size, width * 2);
            sheet.everywhere((x, y) -> open[y * size + x] |= near.distance()[y * size + x] < width * 0.9);
            if (brook) {
                Water water = new Water(sheet, conditions, dice);
                sheet.everywhere((x, y) -> sheet.lay(
                        x,
                        y,
                        water.at(x, y, 0.6),
                        Ramp.smooth(width * 0.6, width * 0.4, near.distance()[y * size + x]),
                        Content.WATER));
            } else {
                Road.track(sheet, path, width, palette.soil().mix(palette.sand(), dice.next()), noise);
            }
        }
        return (x, y) -> open[y * size + x] ? 1 : 0;
    }

    private static void clearCut(Sheet sheet, Palette palette, Noise noise, Dice dice, boolean[] open) {
        int size = sheet.size();
        Parcels parcels = new Parcels(size, dice.between(0, 3), size * dice.between(0.2, 0.7), 1.6, dice);
        int cut = parcels.at(dice.between(-0.2, 0.2) * size, dice.between(-0.2, 0.2) * size)
                .id();
        sheet.everywhere((x, y) -> {
            double u = parcels.u(x, y) + 6 * noise.fbm(x * 0.03, y * 0.03, 2);
            double v = parcels.v(x, y) + 6 * noise.fbm(x * 0.03 + 9, y * 0.03, 2);
            if (parcels.at(u, v).id() == cut) {
                open[y * size + x] = true;
                double slash = noise.fbm(x * 0.15, y * 0.15, 3) + 0.35 * StrictMath.cos(u * 0.9);
                sheet.lay(
                        x,
                        y,
                        palette.soil().mix(palette.straw(), Ramp.clamp(0.4 + 0.4 * slash)),
                        0.8,
                        Content.BARE_SOIL);
            }
        });
    }

    private static void hills(Sheet sheet, Conditions conditions, Noise noise, Dice dice) {
        double feature = sheet.size() / dice.between(1, 2.5);
        double height = sheet.size() * dice.between(0.03, 0.11);
        Relief relief = new Relief(sheet.size(), (x, y) -> height * noise.fbm(x / feature + 3, y / feature + 3, 3));
        sheet.everywhere((x, y) -> sheet.shade(x, y, Ramp.mix(1, relief.light(x, y, conditions.sun()), 0.7)));
    }
}
