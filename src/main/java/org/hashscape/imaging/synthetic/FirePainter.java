package org.hashscape.imaging.synthetic;

import java.util.ArrayList;
import java.util.List;

/**
 * Burning forest: the wind drives a front out of a burn scar into standing trees; flames along the front, smouldering
 * spots behind it, smoke down the wind.
 */
final class FirePainter implements ScenePainter {

    @Override
    public void paint(Sheet sheet, Conditions conditions, Dice dice) {
        new Fire(sheet, conditions, dice).paint();
    }

    private static final class Fire {
        private final Sheet sheet;
        private final Conditions conditions;
        private final Dice dice;
        private final int size;
        private final double wind;
        private final float[] front;
        private final Noise noise;
        private final float[] islands;

        private Fire(Sheet sheet, Conditions conditions, Dice dice) {
            this.sheet = sheet;
            this.conditions = conditions;
            this.dice = dice;
            this.size = sheet.size();
            this.wind = dice.between(0, 2 * StrictMath.PI);
            this.noise = new Noise(dice);
            this.front = advance();
            this.islands = new float[size * size];
            sheet.everywhere(
                    (x, y) -> islands[y * size + x] = (float) noise.fbm(x * 9.0 / size + 50, y * 9.0 / size, 4));
        }

        /** Signed distance to the front in sheet pixels: negative where it has burnt. */
        private float[] advance() {
            float[] distance = new float[size * size];
            double wx = StrictMath.cos(wind);
            double wy = StrictMath.sin(wind);
            double elongation = dice.between(1.2, 2.6);
            double radius = size * dice.between(0.18, 0.55);
            double startX = size * (0.5 + dice.between(-0.2, 0.2)) - wx * radius * dice.between(0.2, 1.2);
            double startY = size * (0.5 + dice.between(-0.2, 0.2)) - wy * radius * dice.between(0.2, 1.2);
            double ragged = size * dice.between(0.10, 0.24);
            double feature = size / dice.between(2, 5);
            sheet.everywhere((x, y) -> {
                double along = (x - startX) * wx + (y - startY) * wy;
                double across = (y - startY) * wx - (x - startX) * wy;
                double stretched = along > 0 ? along / elongation : along * 1.3;
                double fingers = noise.fbm(across / feature + 3, along / feature / 2.2, 5);
                distance[y * size + x] =
                        (float) (Math.sqrt(stretched * stretched + across * across) - radius + ragged * fingers);
            });
            return distance;
        }

        private void paint() {
            Landscape land = new Landscape(
                    sheet, conditions, dice.chance(0.7) ? Landscape.Kind.WOODLAND : Landscape.Kind.GRASSLAND, dice);
            land.ground();
            scar();
            trees();
            if (dice.chance(0.5)) {
                hills();
            }
            List<double[]> fires = flames();
            double[] shades = {1.08, 1.0, 0.92, 0.78};
            Colour smoke = Colour.of(214, 210, 206)
                    .times(shades[dice.below(shades.length)])
                    .vary(dice, 0.03);
            new Smoke(sheet, conditions.sun(), wind + dice.between(-0.3, 0.3), dice)
                    .rise(fires, dice.between(2.0, 5.0), smoke);
            glowThroughSmoke(fires);
        }

        private void scar() {
            Palette palette = conditions.palette();
            Colour char1 = Colour.of(46, 40, 38).vary(dice, 0.12);
            Colour char2 = Colour.of(84, 68, 58).vary(dice, 0.12);
            Colour ash = Colour.of(150, 146, 142);
            double ashy = dice.between(0.0, 0.6);
            double wx = StrictMath.cos(wind);
            double wy = StrictMath.sin(wind);
            sheet.everywhere((x, y) -> {
                double burnt = Ramp.smooth(2, -4, front[y * size + x]) * Ramp.smooth(0.75, 0.55, islands[y * size + x]);
                double n = noise.warped(x * 4.0 / size, y * 4.0 / size + 9, 5, 0.5);
                double streak = noise.fbm((x * wx + y * wy) * 6.0 / size, (y * wx - x * wy) * 34.0 / size, 3);
                double fine = noise.at(x * 0.4, y * 0.4);
                Colour ground = char1.mix(char2, Ramp.clamp(0.45 + 0.9 * n + 0.4 * streak))
                        .mix(ash, ashy * Ramp.smooth(0.25, 0.9, n + 0.5 * streak + 0.2 * fine));
                sheet.lay(
                        x, y, ground.mix(palette.soil(), 0.12).times(1 + 0.16 * fine), 0.94 * burnt, Content.BURN_SCAR);
            });
        }

        private void trees() {
            Woods woods = new Woods(sheet, conditions.sun(), dice);
            double radius = Math.max(1.6, sheet.pixels(dice.between(3.2, 5.5)));
            boolean boreal = conditions.climate() == Climate.BOREAL;
            double conifers = boreal ? dice.between(0.7, 1) : dice.between(0.2, 0.9);
            double glade = dice.between(0.25, 0.9);
            // Dead trunks on the scar: thin, dark, with shadows.
            Dice stems = Dice.of(dice.nextLong(), 1);
            int count = (int) (size * size / (radius * radius * 9));
            for (int i = 0; i < count; i++) {
                double x = stems.between(0, size);
                double y = stems.between(0, size);
                if (front[(int) y * size + (int) x] < -3) {
                    snag(x, y, radius * stems.between(1.4, 3.2));
                }
            }
            woods.stand(conditions, dice, radius, dice.between(1.3, 1.55), conifers, (x, y) -> {
                boolean alive = front[y * size + x] > 1 || islands[y * size + x] > 0.62;
                return alive
                        ? 0.95 * Ramp.smooth(glade + 0.05, glade, noise.fbm(x * 3.0 / size, y * 3.0 / size + 80, 3))
                        : 0.0;
            });
            // Scorched crowns in a belt behind the front.
            Palette p = conditions.palette();
            sheet.everywhere((x, y) -> {
                double belt = Ramp.bump(5, 9, front[y * size + x]);
                sheet.tint(
                        x,
                        y,
                        Colour.of(122, 84, 54).mix(p.soil(), 0.3),
                        0.4 * belt * Ramp.clamp(0.6 + noise.at(x * 0.2, y * 0.2)));
            });
        }

        private void snag(double x, double y, double length) {
            double dx = conditions.sun().shadowX();
            double dy = conditions.sun().shadowY();
            for (double t = 0; t < length; t += 0.7) {
                int px = (int) (x + dx * t);
                int py = (int) (y + dy * t);
                if (sheet.holds(px, py)) {
                    sheet.shade(px, py, 0.55 + 0.35 * t / length);
                }
            }
        }

        private void hills() {
            double height = size * dice.between(0.04, 0.10);
            double feature = size / dice.between(1.2, 2.5);
            Relief relief = new Relief(size, (x, y) -> height * noise.fbm(x / feature + 7, y / feature, 4));
            sheet.everywhere((x, y) -> sheet.shade(x, y, Ramp.mix(1, relief.light(x, y, conditions.sun()), 0.6)));
        }

        /** Burning parts of the front; answers where smoke starts. */
        private List<double[]> flames() {
            List<double[]> fires = new ArrayList<>();
            double gaps = dice.between(-0.25, 0.15);
            double width = Math.max(1.3, size * dice.between(0.006, 0.013));
            Colour core = Colour.of(255, 226, 140);
            Colour flame = Colour.of(255, 118, 26);
            Colour ember = Colour.of(150, 44, 18);
            Dice sparks = Dice.of(dice.nextLong(), 2);
            double[] heat = new double[size * size];
            sheet.everywhere((x, y) -> {
                double d = front[y * size + x] + 2.2 * noise.at(x * 0.25, y * 0.25);
                double lit = Ramp.smooth(gaps, gaps + 0.25, noise.fbm(x * 5.0 / size + 13, y * 5.0 / size, 3));
                double flicker = 0.65 + 0.5 * noise.at(x * 0.5 + 5, y * 0.5);
                double h = lit * flicker * Ramp.bump(-width * 0.4, width * 1.5, d);
                double smoulder = d < -4 && noise.white(x / 2, y / 2) > 0.9985 ? 0.6 : 0;
                heat[y * size + x] = Math.max(h, smoulder);
            });
            sheet.everywhere((x, y) -> {
                double h = heat[y * size + x];
                double glow = Ramp.bump(0, width * 6, front[y * size + x])
                        * Ramp.smooth(gaps, gaps + 0.3, noise.fbm(x * 5.0 / size + 13, y * 5.0 / size, 3));
                sheet.tint(x, y, ember, 0.35 * glow);
                Colour colour = ember.mix(flame, Ramp.smooth(0.15, 0.5, h)).mix(core, Ramp.smooth(0.6, 1.0, h));
                sheet.lay(x, y, colour, Ramp.smooth(0.08, 0.4, h), Content.FIRE);
                if (h > 0.45 && sparks.chance(0.06)) {
                    fires.add(new double[] {x, y, sparks.between(0.4, 1.2)});
                }
            });
            return thinned(fires, 6 + dice.below(16));
        }

        /** A few of many fires; the fewer there are, the more each smokes. */
        private List<double[]> thinned(List<double[]> fires, int most) {
            List<double[]> kept = new ArrayList<>();
            for (int i = 0; i < most && !fires.isEmpty(); i++) {
                kept.add(fires.remove(dice.below(fires.size())));
            }
            if (kept.isEmpty()) {
                kept.add(new double[] {size / 2.0, size / 2.0, 1});
            }
            for (double[] fire : kept) {
                fire[2] *= 1 + 3.0 / kept.size();
            }
            return kept;
        }

        /** The hottest spots shine through thin smoke. */
        private void glowThroughSmoke(List<double[]> fires) {
            for (double[] fire : fires) {
                double reach = size * 0.02 * Math.min(1.4, fire[2]);
                sheet.around(fire[0], fire[1], reach, (x, y) -> {
                    double dx = (x - fire[0]) / reach;
                    double dy = (y - fire[1]) / reach;
                    double d = dx * dx + dy * dy + 0.5 * noise.at(x * 0.4, y * 0.4);
                    double cover = 0.85 * Ramp.smooth(0.7, 0.0, d);
                    sheet.lay(
                            x,
                            y,
                            Colour.of(255, 140, 40).mix(Colour.of(255, 232, 160), Ramp.smooth(0.3, 0, d)),
                            cover,
                            Content.FIRE);
                });
            }
        }
    }
}
