package org.hashscape.imaging.synthetic;

import java.util.List;

/**
 * Smoke as an optically thin medium: fires send puffs down the wind that grow as they drift, noise tears them, and Beer's
 * law turns density into cover. Lit from the sun's side, shaded on the other, with a shadow on the ground.
 */
final class Smoke {

    private final Sheet sheet;
    private final Sun sun;
    private final Dice dice;
    private final double windX;
    private final double windY;

    Smoke(Sheet sheet, Sun sun, double windAngle, Dice dice) {
        this.sheet = sheet;
        this.sun = sun;
        this.dice = dice;
        this.windX = StrictMath.cos(windAngle);
        this.windY = StrictMath.sin(windAngle);
    }

    /** Paints the smoke of fires at the given places (x, y, strength). */
    void rise(List<double[]> fires, double thickness, Colour colour) {
        int size = sheet.size();
        float[] density = new float[size * size];
        for (double[] fire : fires) {
            plume(density, fire[0], fire[1], fire[2]);
        }
        tear(density);
        double lift = size * 0.05;
        sheet.everywhere((x, y) -> {
            double above = sample(density, x - lift * sun.shadowX(), y - lift * sun.shadowY());
            sheet.shade(x, y, 1 - 0.4 * (1 - StrictMath.exp(-0.7 * thickness * above)));
        });
        sheet.everywhere((x, y) -> {
            double own = density[y * size + x];
            if (own > 0.004) {
                double step = size * 0.018;
                double towards = sample(density, x + step * -sun.shadowX(), y + step * -sun.shadowY());
                double far = sample(density, x + 2.5 * step * -sun.shadowX(), y + 2.5 * step * -sun.shadowY());
                double light = Math.max(0.58, Math.min(1, 0.86 + 0.4 * (own - towards) + 0.2 * (own - far))) * 1.05;
                double cover = 1 - StrictMath.exp(-thickness * own);
                // Thin smoke scatters blue, thick smoke is as its soot makes it.
                Colour seen = Colour.of(150, 162, 178)
                        .mix(colour, Ramp.clamp(cover * 1.3))
                        .times(light);
                sheet.lay(x, y, seen, cover, Content.SMOKE);
            }
        });
    }

    private void plume(float[] density, double x, double y, double strength) {
        int size = sheet.size();
        double spread = dice.between(0.14, 0.34);
        double reach = size * dice.between(0.6, 1.5);
        double sway = size * dice.between(0.01, 0.05);
        double phase = dice.between(0, 6);
        int puffs = 70;
        for (int i = 0; i < puffs; i++) {
            double t = (i + dice.next()) / puffs;
            double s = reach * t * t * 0.6 + reach * t * 0.4;
            double radius = size * 0.008 + spread * s * dice.between(0.5, 1.0);
            double off = 0.35 * spread * s * dice.bell() + sway * StrictMath.sin(phase + 5 * t) * t;
            double cx = x + windX * s - windY * off;
            double cy = y + windY * s + windX * off;
            double amount = strength * (1 - t) * (1 - t * 0.3) * Math.min(1, 6.0 * size / 320 / radius * 2.2);
            sheet.around(cx, cy, radius, (px, py) -> {
                double dx = (px - cx) / radius;
                double dy = (py - cy) / radius;
                double fall = Math.max(0, 1 - dx * dx - dy * dy);
                density[py * size + px] += (float) (0.30 * amount * fall * fall);
            });
        }
    }

    private void tear(float[] density) {
        int size = sheet.size();
        Noise noise = new Noise(dice);
        double scale = dice.between(7, 12) / size;
        sheet.everywhere((x, y) -> {
            int at = y * size + x;
            if (density[at] > 0.001) {
                double along = (x * windX + y * windY) * scale * 0.7;
                double across = (y * windX - x * windY) * scale;
                double wx = 0.5 * noise.fbm(along + 30, across, 3);
                double lumps = noise.billow(along + wx, across + wx, 5);
                density[at] *= (float) Math.max(0, 2.5 * lumps - 0.5);
            }
        });
    }

    private double sample(float[] density, double x, double y) {
        int size = sheet.size();
        int column = (int) Math.max(0, Math.min(size - 1, x));
        int row = (int) Math.max(0, Math.min(size - 1, y));
        return density[row * size + column];
    }
}
