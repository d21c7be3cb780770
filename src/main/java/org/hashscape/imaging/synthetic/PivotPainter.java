package org.hashscape.imaging.synthetic;

/** Centre-pivot irrigation: round fields, each with its arm's wheel tracks, sectors and state of growth. */
final class PivotPainter implements ScenePainter {

    @Override
    public void paint(Sheet sheet, Conditions conditions, Dice dice) {
        Landscape.Kind around = conditions.climate() == Climate.ARID
                ? Landscape.Kind.ARID
                : conditions.look().pick(Landscape.Kind.GRASSLAND, Landscape.Kind.FARMLAND, Landscape.Kind.GRASSLAND);
        Landscape land = new Landscape(sheet, conditions, around, dice);
        land.ground();
        int size = sheet.size();
        Dice look = conditions.look();
        double radius = sheet.pixels(look.pick(180.0, 260.0, 400.0, 400.0)) * dice.between(0.9, 1.1);
        radius = Math.max(size * 0.09, Math.min(size * 0.62, radius));
        double pitch = radius * dice.between(2.02, 2.25);
        double angle = dice.chance(0.6) ? dice.between(-0.1, 0.1) : dice.between(0, 1.5);
        boolean staggered = look.chance(0.3);
        double missing = dice.chance(0.5) ? dice.between(0, 0.35) : 0;
        double originX = size / 2.0 + dice.between(-0.5, 0.5) * pitch;
        double originY = size / 2.0 + dice.between(-0.5, 0.5) * pitch;
        Noise noise = new Noise(dice);
        if (dice.chance(0.6)) {
            roads(sheet, conditions, originX, originY, pitch, angle, noise, dice);
        }
        Crops crops = new Crops(conditions, sheet.pixels(1), dice);
        int reach = (int) Math.ceil(size / pitch) + 1;
        for (int row = -reach; row <= reach; row++) {
            for (int column = -reach; column <= reach; column++) {
                double u = (column + (staggered && (row & 1) == 1 ? 0.5 : 0)) * pitch;
                double v = row * pitch * (staggered ? 0.88 : 1);
                double x = originX + u * StrictMath.cos(angle) - v * StrictMath.sin(angle);
                double y = originY + u * StrictMath.sin(angle) + v * StrictMath.cos(angle);
                boolean central = row == 0 && column == 0;
                Dice own = Dice.of(dice.nextLong(), 0);
                if (central || !own.chance(missing)) {
                    circle(
                            sheet,
                            conditions,
                            crops,
                            x,
                            y,
                            radius * (own.chance(0.15) ? own.between(0.6, 0.95) : 1),
                            noise,
                            own);
                }
            }
        }
        land.cover((x, y) -> sheet.content(x, y) == Content.GRASS && around != Landscape.Kind.FARMLAND ? 1 : 0);
    }

    private static void circle(
            Sheet sheet,
            Conditions conditions,
            Crops crops,
            double x,
            double y,
            double radius,
            Noise noise,
            Dice dice) {
        int sectors = dice.chance(0.45) ? 1 : 2 + dice.below(3);
        double turn = dice.between(0, 2 * StrictMath.PI);
        double cut = dice.chance(0.12) ? dice.between(0.5, 0.85) : 1;
        Crops.Crop[] grown = new Crops.Crop[sectors];
        boolean straight = dice.chance(0.35);
        for (int i = 0; i < sectors; i++) {
            grown[i] = crops.grow(dice, dice.between(0, StrictMath.PI));
        }
        double arm = dice.between(0, 2 * StrictMath.PI);
        double tower = Math.max(5, radius / dice.between(6, 10));
        double rows = Math.max(2.4, sheet.pixels(dice.between(4, 12)));
        double ring = dice.between(0.05, 0.22);
        int seed = dice.below(1000);
        sheet.around(x, y, radius + 2, (px, py) -> {
            double dx = px - x;
            double dy = py - y;
            double d = Math.sqrt(dx * dx + dy * dy);
            double bearing = (StrictMath.atan2(dy, dx) + turn) / (2 * StrictMath.PI);
            bearing -= Math.floor(bearing);
            if (d > radius + 1 || bearing > cut) {
                return;
            }
            Crops.Crop crop = grown[Math.min(sectors - 1, (int) (bearing * sectors))];
            Colour colour = straight
                    ? crops.at(crop, seed, px, py)
                    : crop.colour()
                            .mix(
                                    crop.between(),
                                    crop.rowContrast()
                                            * 0.6
                                            * (0.5 + 0.5 * StrictMath.cos(d * 2 * StrictMath.PI / rows)));
            double wheel = d / tower - Math.floor(d / tower);
            double light = 1
                    + 0.18 * noise.fbm(px * 0.025 + seed, py * 0.025, 4)
                    - ring * Ramp.bump(0.5, 0.5 * 1.8 / tower + 0.06, wheel);
            double behind = (bearing - arm / 6.3) - Math.floor(bearing - arm / 6.3);
            light *= 1 - 0.14 * Ramp.smooth(0.25, 0, behind);
            double between = sectors > 1 ? sectorBorder(bearing, sectors, d) : 9;
            Colour seen = colour.times(light).mix(conditions.palette().soil(), 0.7 * Ramp.smooth(1.8, 0.6, between));
            sheet.lay(px, py, seen, Ramp.smooth(radius + 0.6, radius - 0.8, d), crop.content());
        });
        line(sheet, x, y, arm - turn, radius, Colour.of(205, 205, 200), 0.5);
        sheet.around(x, y, 2.2, (px, py) -> sheet.tint(px, py, Colour.of(210, 205, 195), 0.8));
    }

    private static double sectorBorder(double bearing, int sectors, double distance) {
        double part = bearing * sectors - Math.round(bearing * sectors);
        return Math.abs(part) / sectors * 2 * StrictMath.PI * distance;
    }

    private static void line(
            Sheet sheet, double x, double y, double angle, double length, Colour colour, double cover) {
        for (double t = 0; t < length; t += 0.5) {
            int px = (int) (x + t * StrictMath.cos(angle));
            int py = (int) (y + t * StrictMath.sin(angle));
            if (sheet.holds(px, py)) {
                sheet.tint(px, py, colour, cover * 0.6);
            }
        }
    }

    private static void roads(
            Sheet sheet,
            Conditions conditions,
            double x,
            double y,
            double pitch,
            double angle,
            Noise noise,
            Dice dice) {
        int size = sheet.size();
        double width = Math.max(2.2, sheet.pixels(dice.between(6, 12)));
        for (int i = -2; i <= 2; i++) {
            double off = (i + 0.5) * pitch;
            for (int turn = 0; turn < 2; turn++) {
                double along = angle + turn * StrictMath.PI / 2;
                Path path = Path.line(
                        x - off * StrictMath.sin(along),
                        y + off * StrictMath.cos(along),
                        along,
                        2.0 * size,
                        size / 10.0,
                        noise,
                        0);
                if (dice.chance(0.5)) {
                    Road.track(sheet, path, width, conditions.palette().sand(), noise);
                }
            }
        }
    }
}
