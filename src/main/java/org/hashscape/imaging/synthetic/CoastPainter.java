package org.hashscape.imaging.synthetic;

/** The edge of the sea: swell, breakers with foam, wet and dry sand or rock, and the land behind. */
final class CoastPainter implements ScenePainter {

    @Override
    public void paint(Sheet sheet, Conditions conditions, Dice dice) {
        new Shore(sheet, conditions, dice).paint();
    }

    private static final class Shore {
        private final Sheet sheet;
        private final Conditions conditions;
        private final Dice dice;
        private final int size;
        private final Noise noise;
        private final boolean rocky;
        private final float[] sea;
        private final double beach;

        private Shore(Sheet sheet, Conditions conditions, Dice dice) {
            this.sheet = sheet;
            this.conditions = conditions;
            this.dice = dice;
            this.size = sheet.size();
            this.noise = new Noise(dice);
            Dice look = conditions.look();
            this.rocky = conditions.region() % 4 == 3;
            this.sea = shoreline();
            this.beach = size * dice.between(0.7, 1.4) * (rocky ? look.between(0.0, 0.025) : look.between(0.04, 0.12));
        }

        /** How far out at sea a pixel is, in sheet pixels; negative on land. */
        private float[] shoreline() {
            double angle = dice.between(0, 2 * StrictMath.PI);
            double nx = StrictMath.cos(angle);
            double ny = StrictMath.sin(angle);
            double offset = size * dice.between(-0.22, 0.18);
            double bow = dice.between(-0.5, 0.5) / size;
            double wander = size * (rocky ? dice.between(0.10, 0.22) : dice.between(0.01, 0.12));
            double feature = size / (rocky ? dice.between(1.8, 3.5) : dice.between(0.9, 2));
            int octaves = rocky ? 6 : 2;
            float[] level = new float[size * size];
            sheet.everywhere((x, y) -> {
                double dx = x - size / 2.0;
                double dy = y - size / 2.0;
                double along = dy * nx - dx * ny;
                level[y * size + x] = (float) (dx * nx
                        + dy * ny
                        + offset
                        + bow * along * along
                        + wander * noise.fbm(x / feature, y / feature, octaves));
            });
            return level;
        }

        private void paint() {
            Landscape.Kind kind = Landscape.likely(conditions, dice);
            Landscape land = new Landscape(sheet, conditions, kind, dice);
            land.ground();
            strand();
            sea();
            surf();
            double edge = beach + size * dice.between(0.005, 0.04);
            land.cover((x, y) ->
                    sea[y * size + x] > -edge - 8 * noise.fbm(x * 10.0 / size, y * 10.0 / size, 2) ? 0 : 1);
            if (dice.chance(0.3) && kind != Landscape.Kind.ARID) {
                settlement(edge);
            }
        }

        private void strand() {
            Palette p = conditions.palette();
            Relief cliffs = new Relief(size, (x, y) -> {
                double inland = -sea[y * size + x];
                return rocky
                        ? Math.min(size * 0.09, 1.3 * Math.max(0, inland))
                                + 5 * noise.ridged(x * 9.0 / size, y * 9.0 / size, 4)
                        : 0;
            });
            double cusp = size * dice.between(0.003, 0.01);
            sheet.everywhere((x, y) -> {
                double inland = -sea[y * size + x];
                double fine = noise.at(x * 0.4, y * 0.4);
                if (rocky) {
                    double rock = Ramp.smooth(
                            size * 0.11, size * 0.05, inland + 12 * noise.fbm(x * 7.0 / size, y * 7.0 / size, 4));
                    Colour stone =
                            p.rock().times((0.35 + 0.65 * cliffs.light(x, y, conditions.sun())) * (1 + 0.14 * fine));
                    sheet.lay(x, y, stone, rock, Content.ROCK);
                }
                double width = beach
                        + cusp * StrictMath.sin((x + y) * 0.2)
                        + size * 0.02 * noise.fbm(x * 5.0 / size, y * 5.0 / size, 3);
                double dry = Ramp.smooth(width + 3, width - 2, inland);
                double wrack = 0.12 * Ramp.bump(width * 0.55, 1.6, inland + 2 * noise.at(x * 0.1, y * 0.1));
                Colour sand = p.sand().times(1 + 0.05 * fine + 0.06 * noise.fbm(x * 0.05, y * 0.05, 3) - wrack);
                sheet.lay(x, y, sand, beach > 3 ? dry : 0, Content.SAND);
                double wet = Ramp.smooth(size * 0.03, 0, inland + 2.5 * noise.at(x * 0.06, y * 0.06));
                sheet.shade(x, y, 1 - 0.34 * wet);
            });
        }

        private void sea() {
            Water water = new Water(sheet, conditions, dice);
            Dice look = conditions.look();
            double slope = size * look.between(0.15, 0.5) * dice.between(0.8, 1.25);
            double bars = look.chance(0.5) ? look.between(0.1, 0.35) : 0;
            double waveLength = dice.between(5, 13);
            double swell = dice.between(0.015, 0.07);
            double approach = dice.between(-0.5, 0.5);
            sheet.everywhere((x, y) -> {
                double out = sea[y * size + x];
                if (out < -2) {
                    return;
                }
                double bar = bars * StrictMath.sin(out * 14 / size + 2 * noise.fbm(x * 2.5 / size, y * 2.5 / size, 2));
                double reef = rocky ? -0.4 * Ramp.smooth(0.5, 0.8, noise.ridged(x * 4.0 / size, y * 4.0 / size, 4)) : 0;
                Colour colour = water.at(x, y, Ramp.clamp(out / slope + bar * Ramp.smooth(slope * 1.5, 0, out) + reef));
                double phase = (out + approach * (x - y) * 0.4) / waveLength * 2 * StrictMath.PI
                        + 3 * noise.fbm(x * 3.0 / size, y * 3.0 / size, 3);
                double light = 1 + swell * StrictMath.sin(phase) * Ramp.clamp(0.6 + noise.at(x * 0.03, y * 0.03));
                sheet.lay(x, y, colour.times(light), Ramp.smooth(-1, 0.8, out), Content.WATER);
            });
        }

        private void surf() {
            double zone = size * (rocky ? dice.between(0.02, 0.06) : dice.between(0.08, 0.26));
            double spacing = size * dice.between(0.035, 0.09);
            double vigour = dice.between(0.0, 0.5);
            Colour foam = Colour.of(238, 242, 242);
            sheet.everywhere((x, y) -> {
                double out = sea[y * size + x];
                if (out < -size * 0.03 || out > zone * 1.4) {
                    return;
                }
                double bent = out + spacing * 0.7 * noise.fbm(x * 4.0 / size + 3, y * 4.0 / size, 3);
                double phase = bent / spacing - Math.floor(bent / spacing);
                double crest = Ramp.smooth(0.0, 0.1, phase) * Ramp.smooth(0.6, 0.12, phase);
                double torn = Ramp.smooth(
                        0.35 - vigour, 0.75 - vigour * 0.6, noise.fbm(x * 9.0 / size, y * 9.0 / size + 40, 4) + 0.42);
                double lace = 0.55 + 0.6 * noise.ridged(x * 0.07, y * 0.07, 3);
                double breakers =
                        crest * torn * lace * Ramp.smooth(zone * 1.3, zone * 0.5, out) * Ramp.smooth(-1, 2, out);
                double swash = Ramp.bump(0.5, size * 0.014, out + 3 * noise.fbm(x * 0.06, y * 0.06, 2))
                        * (0.35 + 0.65 * lace * Ramp.clamp(0.5 + vigour));
                sheet.tint(x, y, foam, Ramp.clamp(Math.max(breakers, 0.9 * swash)));
            });
        }

        private void settlement(double edge) {
            double back = edge + Math.max(6, sheet.pixels(25));
            Woods woods = new Woods(sheet, conditions.sun(), dice);
            for (int i = 0; i < 900; i++) {
                double x = dice.between(0.01, 0.99) * size;
                double y = dice.between(0.01, 0.99) * size;
                double inland = -sea[(int) y * size + (int) x];
                if (inland > back && inland < back + size * 0.12 && dice.chance(0.25)) {
                    Building.drawnHouse(
                                    x,
                                    y,
                                    StrictMath.atan2(slope(x, y, true), slope(x, y, false)),
                                    Math.max(4, sheet.pixels(15)),
                                    Math.max(3, sheet.pixels(10)),
                                    Math.max(1.4, sheet.pixels(6)),
                                    dice)
                            .paint(sheet, conditions.sun(), noise);
                } else if (inland > back && dice.chance(0.1)) {
                    woods.tree(
                            x,
                            y,
                            Math.max(1.5, sheet.pixels(3.5)),
                            conditions.palette().leaf(dice),
                            Woods.Habit.PALM);
                }
            }
        }

        private double slope(double x, double y, boolean down) {
            int column = (int) Math.max(2, Math.min(size - 3, x));
            int row = (int) Math.max(2, Math.min(size - 3, y));
            return down
                    ? sea[(row + 2) * size + column] - sea[(row - 2) * size + column]
                    : sea[row * size + column + 2] - sea[row * size + column - 2];
        }
    }
}
