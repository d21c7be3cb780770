package org.hashscape.imaging.synthetic;

/** Cropland: a mosaic of fields, now and then with a road, a farm, a copse or a pond. */
final class CropFieldsPainter implements ScenePainter {

    @Override
    public void paint(Sheet sheet, Conditions conditions, Dice dice) {
        Farmland.Plan plan = Farmland.Plan.drawn(sheet, conditions, dice);
        new Farmland(sheet, conditions, plan, dice).paint();
        int size = sheet.size();
        Noise noise = new Noise(dice);
        Palette palette = conditions.palette();
        if (dice.chance(0.35)) {
            Path path = Path.line(
                    size * dice.between(0.2, 0.8),
                    size * dice.between(0.2, 0.8),
                    plan.angle() + (dice.chance(0.5) ? 0 : StrictMath.PI / 2),
                    size,
                    size / 30.0,
                    noise,
                    plan.warp());
            double width = Math.max(2.5, sheet.pixels(dice.between(5, 9)));
            if (dice.chance(0.5)) {
                Road.sealed(sheet, path, width, palette.asphalt(), noise);
            } else {
                Road.track(sheet, path, width, palette.sand(), noise);
            }
        }
        Woods woods = new Woods(sheet, conditions.sun(), dice);
        if (dice.chance(0.35)) {
            copse(sheet, conditions, woods, dice);
        }
        if (dice.chance(0.25)) {
            farm(sheet, conditions, plan.angle(), woods, dice);
        }
    }

    private static void copse(Sheet sheet, Conditions conditions, Woods woods, Dice dice) {
        double x = dice.between(0, sheet.size());
        double y = dice.between(0, sheet.size());
        double reach = sheet.size() * dice.between(0.06, 0.2);
        Noise edge = new Noise(dice);
        woods.stand(conditions, dice, Math.max(1.6, sheet.pixels(4)), 1.4, 0.2, (px, py) -> {
            double dx = px - x;
            double dy = py - y;
            return Math.sqrt(dx * dx + dy * dy) < reach * (1 + 0.6 * edge.fbm(px / reach, py / reach, 3)) ? 0.95 : 0;
        });
    }

    private static void farm(Sheet sheet, Conditions conditions, double angle, Woods woods, Dice dice) {
        double x = sheet.size() * dice.between(0.15, 0.85);
        double y = sheet.size() * dice.between(0.15, 0.85);
        Noise noise = new Noise(dice);
        double yard = Math.max(9, sheet.pixels(38));
        sheet.around(
                x,
                y,
                yard,
                (px, py) -> sheet.lay(
                        px,
                        py,
                        conditions.palette().sand().times(0.9),
                        Ramp.smooth(
                                yard, yard * 0.7, StrictMath.hypot(px - x, py - y) + 4 * noise.at(px * 0.2, py * 0.2)),
                        Content.BARE_SOIL));
        int barns = 2 + dice.below(4);
        for (int i = 0; i < barns; i++) {
            double turn = angle + (dice.chance(0.5) ? 0 : StrictMath.PI / 2);
            Building.drawnHouse(
                            x + yard * 0.55 * dice.bell() * 0.6,
                            y + yard * 0.55 * dice.bell() * 0.6,
                            turn,
                            Math.max(4, sheet.pixels(dice.between(14, 34))),
                            Math.max(3, sheet.pixels(dice.between(9, 15))),
                            Math.max(1.5, sheet.pixels(7)),
                            dice)
                    .paint(sheet, conditions.sun(), noise);
        }
        for (int i = 0; i < 9; i++) {
            woods.tree(
                    x + yard * 0.6 * dice.bell(),
                    y + yard * 0.6 * dice.bell(),
                    Math.max(1.6, sheet.pixels(4)),
                    conditions.palette().leaf(dice),
                    Woods.Habit.BROADLEAF);
        }
    }
}
