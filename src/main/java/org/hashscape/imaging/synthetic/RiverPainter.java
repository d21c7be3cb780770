package org.hashscape.imaging.synthetic;

/**
 * A river: meandering with point bars, cut banks and scroll bars, or braided over gravel. The meander is the sine-generated
 * curve of Langbein and Leopold (USGS Professional Paper 422-H, 1966): heading = omega * sin(2 pi s / M).
 */
final class RiverPainter implements ScenePainter {

    /** Sheet pixels between two points of a course. */
    private static final double STEP = 4;

    @Override
    public void paint(Sheet sheet, Conditions conditions, Dice dice) {
        Landscape land = new Landscape(sheet, conditions, Landscape.likely(conditions, dice), dice);
        land.ground();
        boolean braided = conditions.region() % 4 == 2 && dice.chance(0.8);
        float[] wet = braided ? braids(sheet, conditions, dice) : meander(sheet, conditions, dice);
        land.cover((x, y) -> wet[y * sheet.size() + x] > 0 ? 0 : 1);
        if (!braided && dice.chance(0.45)) {
            gallery(sheet, conditions, wet, dice);
        }
        if (dice.chance(0.2)) {
            Noise noise = new Noise(dice);
            Path road = Path.line(
                    sheet.size() / 2.0,
                    sheet.size() / 2.0,
                    dice.between(0, StrictMath.PI),
                    sheet.size(),
                    sheet.size() / 20.0,
                    noise,
                    sheet.size() * 0.02);
            Road.sealed(
                    sheet,
                    road,
                    Math.max(3, sheet.pixels(11)),
                    conditions.palette().asphalt().times(1.15),
                    noise);
        }
    }

    private static Path course(int size, double width, double heading, Dice dice) {
        double wavelength = width * dice.between(9, 16);
        double omega = dice.chance(0.8) ? dice.between(0.7, 1.75) : dice.between(0.1, 0.5);
        double phase = dice.between(0, 2 * StrictMath.PI);
        Noise wander = new Noise(dice);
        int steps = (int) (4.5 * size / STEP);
        double[][] half = new double[2 * steps + 1][];
        double startX = size / 2.0 + size * dice.between(-0.2, 0.2);
        double startY = size / 2.0 + size * dice.between(-0.2, 0.2);
        half[steps] = new double[] {startX, startY};
        for (int direction = -1; direction <= 1; direction += 2) {
            double x = startX;
            double y = startY;
            for (int i = 1; i <= steps; i++) {
                double s = direction * i * STEP;
                double amount = omega * (0.85 + 0.5 * wander.at(s / wavelength / 1.3 + 60, 0.5));
                double turn = heading
                        + amount
                                * StrictMath.sin(
                                        2 * StrictMath.PI * s / wavelength + phase + wander.at(s / wavelength, 3.5))
                        + 0.5 * wander.at(s / (3.0 * size) + 9, 7.7);
                x += direction * STEP * StrictMath.cos(turn);
                y += direction * STEP * StrictMath.sin(turn);
                half[steps + direction * i] = new double[] {x, y};
            }
        }
        Path path = new Path();
        for (double[] point : half) {
            path.add(point[0], point[1]);
        }
        return path;
    }

    /** Paints a single winding channel; answers how deep inside water or bar each pixel lies (0 on land). */
    private static float[] meander(Sheet sheet, Conditions conditions, Dice dice) {
        int size = sheet.size();
        double width = Math.max(
                7,
                Math.min(
                        size * dice.between(0.08, 0.17),
                        sheet.pixels(conditions.look().between(30, 140) * dice.between(0.8, 1.25))));
        Path path = course(size, width, dice.between(0, 2 * StrictMath.PI), dice);
        Path.Nearness near = path.near(size, width * 3.2);
        double barred = conditions.look().chance(0.75) ? dice.between(0.5, 1.2) : 0;
        Noise noise = new Noise(dice);
        double[] bend = bends(path, width);
        scrolls(sheet, conditions, near, bend, width, noise, dice);
        Water water = new Water(sheet, conditions, dice);
        float[] wet = new float[size * size];
        Palette p = conditions.palette();
        Colour barColour = p.sand().mix(p.rock(), dice.between(0, 0.6));
        sheet.everywhere((x, y) -> {
            int at = y * size + x;
            double d = near.distance()[at];
            if (d > width * 2.5) {
                return;
            }
            double wobble = width * (0.10 * noise.fbm(x / width * 0.8, y / width * 0.8, 3));
            double curve = bend[near.along()[at]] * near.side()[at];
            double inner = Math.max(0, curve);
            double half = width / 2 * (1 + 0.25 * noise.at(near.along()[at] * STEP / width * 0.35, 8)) + wobble;
            double bar = half + barred * inner * width * 1.1 * Ramp.clamp(0.5 + noise.at(x / width, y / width + 9));
            double edge = Ramp.smooth(half + 1.2, half - 1.2, d);
            wet[at] = (float) (d < bar + 1 ? 1 : 0);
            if (d < bar + 1 && bar > half + 1.5) {
                double streak = noise.at((d - half) * 0.25, near.along()[at] * STEP * 0.03);
                sheet.lay(x, y, barColour.times(1 + 0.12 * streak), Ramp.smooth(bar + 1, bar - 1, d), Content.SAND);
            }
            sheet.shade(x, y, 1 - 0.35 * Ramp.bump(half + 1.5, 2.5, d) * Ramp.clamp(-2 * curve));
            double depth = Ramp.clamp((half - d) / half * 1.5
                    - inner * barred * 0.7 * Ramp.smooth(-half, half, d)
                    + 0.3 * Math.max(0, -curve));
            sheet.lay(x, y, water.at(x, y, depth), edge, Content.WATER);
        });
        return wet;
    }

    /** Signed curvature at each point of the course, smoothed, about -1..1. */
    private static double[] bends(Path path, double width) {
        double[] bend = new double[path.size()];
        int window = (int) Math.max(2, width / STEP);
        for (int i = window; i < path.size() - window; i++) {
            double turn = path.heading(i + window - 1) - path.heading(i - window + 1);
            turn -= 2 * StrictMath.PI * Math.round(turn / (2 * StrictMath.PI));
            // Positive where the inner bank is to the right (side +1) of the way.
            bend[i] = Math.max(-1, Math.min(1, turn * 1.1));
        }
        return bend;
    }

    /** Old banks: faint stripes that follow the channel on the inside of bends. */
    private static void scrolls(
            Sheet sheet,
            Conditions conditions,
            Path.Nearness near,
            double[] bend,
            double width,
            Noise noise,
            Dice dice) {
        if (dice.chance(0.4)) {
            return;
        }
        double spacing = width * dice.between(0.2, 0.4);
        Palette p = conditions.palette();
        sheet.everywhere((x, y) -> {
            int at = y * sheet.size() + x;
            double d = near.distance()[at];
            if (d < width * 3.2) {
                double inner = Ramp.clamp(2 * bend[near.along()[at]] * near.side()[at]);
                double stripe = 0.5
                        + 0.5 * StrictMath.cos(2 * StrictMath.PI * d / spacing + noise.fbm(x / width, y / width, 2));
                double fade = Ramp.smooth(width * 3.2, width, d);
                sheet.tint(
                        x,
                        y,
                        stripe > 0.5 ? p.sand() : p.broadleaf(),
                        0.28 * inner * fade * Math.abs(stripe - 0.5) * 2);
            }
        });
    }

    private static float[] braids(Sheet sheet, Conditions conditions, Dice dice) {
        int size = sheet.size();
        double belt = size * dice.between(0.2, 0.32);
        double heading = dice.between(0, 2 * StrictMath.PI);
        Path path = course(size, belt * 1.3, heading, dice);
        Path.Nearness near = path.near(size, belt * 1.5);
        Noise noise = new Noise(dice);
        Water water = new Water(sheet, conditions, dice);
        Palette p = conditions.palette();
        Colour gravel = p.rock().mix(p.sand(), dice.between(0.3, 0.8)).times(1.12);
        double stretch = belt * dice.between(0.8, 1.4);
        double narrow = belt * dice.between(0.16, 0.3);
        float[] wet = new float[size * size];
        sheet.everywhere((x, y) -> {
            int at = y * size + x;
            double d = near.distance()[at];
            double edge = belt * (0.8 + 0.35 * noise.fbm(x / belt, y / belt, 3));
            if (d > edge + 2) {
                return;
            }
            double s = near.along()[at] * STEP;
            double o = d * near.side()[at];
            double weave = noise.fbm(s / stretch, o / narrow / 3.2, 2) * 0.45;
            double thread = noise.ridged(s / stretch / 1.4 + 20, o / narrow / 2.6 + weave, 3);
            double bank = Ramp.smooth(edge, edge * 0.5, d);
            double fill = Ramp.smooth(0.40, 0.50, thread * (0.55 + 0.5 * bank));
            double grain = noise.at(x * 0.35, y * 0.35) + noise.fbm(s / 40, o / 9, 3);
            sheet.lay(x, y, gravel.times(1 + 0.09 * grain), Ramp.smooth(edge + 1.5, edge - 1.5, d), Content.SAND);
            double plants = Ramp.smooth(0.35, 0.6, noise.fbm(x / belt * 3 + 30, y / belt * 3, 4));
            sheet.lay(x, y, p.grass().mix(p.broadleaf(), 0.4), 0.7 * plants * (1 - fill), Content.GRASS);
            sheet.lay(x, y, water.at(x, y, fill * (0.25 + 0.7 * Ramp.smooth(0.5, 0.85, thread))), fill, Content.WATER);
            wet[at] = 1;
        });
        return wet;
    }

    /** Trees along the banks. */
    private static void gallery(Sheet sheet, Conditions conditions, float[] wet, Dice dice) {
        Woods woods = new Woods(sheet, conditions.sun(), dice);
        double radius = Math.max(1.6, sheet.pixels(dice.between(3, 5)));
        int reach = (int) Math.max(3, sheet.size() * dice.between(0.01, 0.045));
        Noise gaps = new Noise(dice);
        woods.stand(conditions, dice, radius, 1.5, 0.1, (x, y) -> {
            if (wet[y * sheet.size() + x] > 0 || gaps.at(x * 0.03, y * 0.03) < -0.25) {
                return 0;
            }
            for (int turn = 0; turn < 8; turn++) {
                int px = (int) (x + reach * StrictMath.cos(turn * StrictMath.PI / 4));
                int py = (int) (y + reach * StrictMath.sin(turn * StrictMath.PI / 4));
                if (sheet.holds(px, py) && wet[py * sheet.size() + px] > 0) {
                    return 0.85;
                }
            }
            return 0;
        });
    }
}
