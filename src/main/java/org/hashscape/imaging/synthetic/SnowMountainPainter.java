package org.hashscape.imaging.synthetic;

/** High mountains: sharp ridges, snow where it is high and not too steep, rock faces, cast shadows, glaciers, forest below. */
final class SnowMountainPainter implements ScenePainter {

    @Override
    public void paint(Sheet sheet, Conditions conditions, Dice dice) {
        int size = sheet.size();
        Noise noise = new Noise(dice);
        double feature = size / dice.between(1.0, 2.8);
        double height = feature * dice.between(0.55, 1.0);
        double tilt = dice.between(-0.5, 0.5);
        double tiltTurn = dice.between(0, 2 * StrictMath.PI);
        Relief relief = new Relief(size, (x, y) -> {
            double wx = 0.35 * noise.fbm(x / feature * 0.8 + 30, y / feature * 0.8, 3);
            double wy = 0.35 * noise.fbm(x / feature * 0.8, y / feature * 0.8 + 30, 3);
            double ridge = noise.ridged(x / feature + wx, y / feature + wy, 7);
            double mass = 0.6 * noise.fbm(x / feature * 0.5 + 5, y / feature * 0.5, 2);
            double slope = tilt
                    * ((x - size / 2.0) * StrictMath.cos(tiltTurn) + (y - size / 2.0) * StrictMath.sin(tiltTurn))
                    / size;
            return height * (ridge * 0.75 + 0.35 * mass + slope);
        });
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                low = Math.min(low, relief.at(x, y));
                high = Math.max(high, relief.at(x, y));
            }
        }
        cover(sheet, conditions, relief, low, high - low, noise, dice);
    }

    private static void cover(
            Sheet sheet, Conditions conditions, Relief relief, double low, double range, Noise noise, Dice dice) {
        int size = sheet.size();
        Palette p = conditions.palette();
        Sun sun = conditions.sun();
        float[] lit = relief.sunlit(sun, size / 3, size * 0.012);
        double snowLine = conditions.season() == Season.SUMMER ? dice.between(0.25, 0.5) : dice.between(-0.3, 0.3);
        double steep = dice.between(0.75, 1.3);
        boolean glacier = dice.chance(0.4);
        double treeLine = dice.chance(0.45) ? dice.between(0.15, 0.35) : -1;
        Colour snow = Colour.of(236, 240, 246);
        Colour forest = p.conifer();
        double crevasse = dice.between(4, 8);
        sheet.everywhere((x, y) -> {
            double h = (relief.at(x, y) - low) / range;
            double slope = relief.steepness(x, y);
            double fine = noise.fbm(x * 0.06, y * 0.06, 4);
            double strata = noise.at(x * 0.05 + relief.at(x, y) * 0.35, y * 0.05);
            Colour ground = p.rock().times(1 + 0.18 * fine + 0.10 * strata);
            Colour alp = p.grass().mix(p.straw(), Ramp.clamp(0.4 + fine)).times(0.95);
            double green = Ramp.smooth(0.45, 0.25, h) * Ramp.smooth(1.0, 0.6, slope);
            sheet.set(
                    x,
                    y,
                    ground.mix(alp, green * (conditions.season() == Season.WINTER ? 0.4 : 0.85)),
                    green > 0.5 ? Content.GRASS : Content.ROCK);
            double settled = Ramp.smooth(steep + 0.25, steep - 0.25, slope + 0.22 * fine)
                    * Ramp.smooth(snowLine - 0.04, snowLine + 0.08, h + 0.16 * fine);
            Colour white = snow.times(1 + 0.025 * fine);
            if (glacier && slope < 0.42) {
                double open = Ramp.smooth(
                        0.55,
                        0.85,
                        0.5
                                + 0.5
                                        * StrictMath.sin(
                                                relief.at(x, y) * 6 / crevasse + 4 * noise.fbm(x * 0.03, y * 0.03, 2)));
                white = white.mix(Colour.of(150, 182, 204), 0.5 * open * Ramp.smooth(0.15, 0.35, slope));
            }
            sheet.lay(x, y, white, settled, Content.SNOW);
            double light = 0.26 + 0.74 * Math.min(1.6, relief.light(x, y, sun));
            double shadow = 1 - 0.55 * (1 - lit[y * size + x]);
            sheet.shade(x, y, light * shadow);
        });
        if (treeLine > 0) {
            Woods woods = new Woods(sheet, sun, dice);
            woods.stand(conditions, dice, Math.max(1.2, sheet.pixels(4.5)), 1.5, 1, (x, y) -> {
                double h = (relief.at(x, y) - low) / range + 0.12 * noise.fbm(x * 0.04, y * 0.04, 3);
                return Ramp.smooth(treeLine + 0.05, treeLine - 0.05, h) * Ramp.smooth(1.5, 1.0, relief.steepness(x, y));
            });
            sheet.everywhere((x, y) -> {
                if (sheet.content(x, y) == Content.TREES) {
                    sheet.tint(x, y, forest, 0.2);
                    sheet.shade(x, y, 1 - 0.5 * (1 - lit[y * size + x]));
                }
            });
        }
    }
}
