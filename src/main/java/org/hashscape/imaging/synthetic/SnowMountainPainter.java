package org.hashscape.imaging.synthetic;

/** High mountains: sharp ridges, snow where it is high and not too steep, rock faces, cast shadows, glaciers, forest below. */
final class SnowMountainPainter implements ScenePainter {

    @Override
    public void paint(Sheet sheet, Conditions conditions, Dice dice) {
        int size = sheet.size();
        Noise noise = new Noise(dice);
        Relief relief = mountains(size, noise, dice);
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

    /** A piece of an eroded range, turned by chance, with crags too fine for the grid. */
    private static Relief mountains(int size, Noise noise, Dice dice) {
        int cells = 132;
        Erosion range = new Erosion(cells, dice.between(0.75, 1.05), 70, dice);
        double scale = dice.between(44, 84) / size;
        double turn = dice.between(0, 2 * StrictMath.PI);
        double cosine = StrictMath.cos(turn) * scale;
        double sine = StrictMath.sin(turn) * scale;
        double middleX = cells / 2.0 + dice.between(-14, 14);
        double middleY = cells / 2.0 + dice.between(-14, 14);
        double crags = dice.between(0.5, 1.4);
        return new Relief(size, (x, y) -> {
            double dx = x - size / 2.0 + 2.5 * noise.at(x * 0.06, y * 0.06);
            double dy = y - size / 2.0 + 2.5 * noise.at(x * 0.06 + 20, y * 0.06);
            double h = range.at(middleX + dx * cosine - dy * sine, middleY + dx * sine + dy * cosine);
            return h / scale * 0.8 + crags * noise.eroded(x * 0.045, y * 0.045, 5, 0.4) * 2.2;
        });
    }

    private static void cover(
            Sheet sheet, Conditions conditions, Relief relief, double low, double range, Noise noise, Dice dice) {
        int size = sheet.size();
        Palette p = conditions.palette();
        Sun sun = conditions.sun();
        float[] lit = relief.sunlit(sun, size / 3, size * 0.012);
        double snowLine = conditions.season() == Season.SUMMER ? dice.between(0.25, 0.42) : dice.between(-0.3, 0.2);
        double steep = dice.between(0.75, 1.15);
        boolean glacier = dice.chance(0.4);
        double treeLine = dice.chance(0.45) ? dice.between(0.15, 0.35) : -1;
        Colour snow = Colour.of(214, 219, 228);
        Colour forest = p.conifer();
        double crevasse = dice.between(4, 8);
        sheet.everywhere((x, y) -> {
            double h = (relief.at(x, y) - low) / range;
            double slope = relief.steepness(x, y, 3);
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
            double settled = Ramp.smooth(steep + 0.25, steep - 0.25, slope + 0.10 * fine)
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
            double light = 0.34 + 0.66 * Math.min(1.6, relief.light(x, y, sun));
            double shadow = 1 - 0.45 * (1 - lit[y * size + x]);
            sheet.shade(x, y, light * shadow);
        });
        if (treeLine > 0) {
            Woods woods = new Woods(sheet, sun, dice);
            woods.stand(conditions, dice, Math.max(1.2, sheet.pixels(4.5)), 1.5, 1, (x, y) -> {
                double h = (relief.at(x, y) - low) / range + 0.12 * noise.fbm(x * 0.04, y * 0.04, 3);
                return Ramp.smooth(treeLine + 0.05, treeLine - 0.05, h)
                        * Ramp.smooth(1.5, 1.0, relief.steepness(x, y, 3));
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
