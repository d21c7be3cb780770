package org.hashscape.imaging.synthetic;

/** Dunes by wind regime (transverse, barchan, linear, star) on sand sheet, gravel or salt; some stony desert with wadis. */
final class DesertPainter implements ScenePainter {

    private enum Form {
        LINEAR,
        STAR,
        BARCHAN,
        TRANSVERSE,
        STONY
    }

    @Override
    public void paint(Sheet sheet, Conditions conditions, Dice dice) {
        int size = sheet.size();
        // The wind regime, and with it the form, belongs to the region.
        Form form =
                dice.chance(0.8) ? Form.values()[conditions.region() % Form.values().length] : dice.pick(Form.values());
        double wind = dice.between(0, 2 * StrictMath.PI);
        Noise noise = new Noise(dice);
        double feature = size / (conditions.look().between(2.5, 7) * dice.between(0.75, 1.3));
        Sheet.Field heights = switch (form) {
            case TRANSVERSE -> transverse(noise, wind, feature, dice);
            case BARCHAN -> barchans(size, wind, noise, dice);
            case LINEAR -> linear(noise, wind, feature, dice);
            case STAR -> star(noise, feature, dice);
            case STONY -> stony(noise, feature, dice);
        };
        Relief relief = new Relief(size, heights);
        light(sheet, conditions, form, relief, wind, noise, dice);
        if (dice.chance(0.3)) {
            shrubs(sheet, conditions, relief, dice);
        }
        if (dice.chance(0.12)) {
            Path track = Path.line(
                    size * dice.next(),
                    size * dice.next(),
                    dice.between(0, 3),
                    size * 1.5,
                    8,
                    new Noise(dice),
                    size * 0.05);
            Road.track(
                    sheet,
                    track,
                    Math.max(2, sheet.pixels(8)),
                    conditions.palette().sand().times(1.12),
                    noise);
        }
    }

    private static void light(
            Sheet sheet, Conditions conditions, Form form, Relief relief, double wind, Noise noise, Dice dice) {
        int size = sheet.size();
        Palette p = conditions.palette();
        Colour sand = form == Form.STONY ? p.rock().mix(p.sand(), 0.45) : p.sand();
        Colour flat =
                conditions.look().pick(p.soil(), p.sand().times(0.9), p.rock().times(1.05), Colour.of(214, 206, 192));
        float[] lit = relief.sunlit(conditions.sun(), 60, 2);
        double ripple = conditions.look().chance(0.6) ? dice.between(0.02, 0.07) : 0;
        double rippleLength = dice.between(3.5, 7);
        boolean pans =
                form == Form.BARCHAN || form == Form.LINEAR || conditions.look().chance(0.3);
        double wx = StrictMath.cos(wind);
        double wy = StrictMath.sin(wind);
        double depth = dice.between(0.75, 1);
        sheet.everywhere((x, y) -> {
            double h = relief.at(x, y);
            double broad = noise.fbm(x * 2.0 / size + 60, y * 2.0 / size, 3);
            double low = pans ? Ramp.smooth(size * 0.012, size * 0.003, h) : 0;
            double fine = noise.at(x * 0.45, y * 0.45) * (form == Form.STONY ? 0.10 : 0.03);
            double bend = 2.5 * noise.fbm(x * 0.02, y * 0.02, 2);
            double waves =
                    ripple * StrictMath.sin((x * wx + y * wy) * 2 * StrictMath.PI / rippleLength + bend) * (1 - low);
            Colour base = sand.mix(flat, low * 0.85).times(1 + 0.06 * broad + fine + waves);
            double light = Ramp.mix(1, 0.30 + 0.70 * relief.light(x, y, conditions.sun()), depth);
            double shadow = 1 - 0.48 * (1 - lit[y * size + x]);
            Content content = form == Form.STONY
                    ? Content.ROCK
                    : low > 0.5 && !flat.equals(p.sand().times(0.9)) ? Content.BARE_SOIL : Content.SAND;
            sheet.set(x, y, base, content);
            sheet.shade(x, y, Math.min(1.35, light) * shadow);
        });
    }

    /** A dune's section down the wind: long gentle rise, short slip face at the angle of repose. */
    private static double section(double phase, double crest) {
        double t = phase - Math.floor(phase);
        return t < crest ? Ramp.smooth(0, crest, t) * 0.55 + 0.45 * t / crest : 1 - Ramp.smooth(crest, 1, t);
    }

    private static Sheet.Field transverse(Noise noise, double wind, double feature, Dice dice) {
        double wx = StrictMath.cos(wind);
        double wy = StrictMath.sin(wind);
        double crescent = dice.between(0.25, 0.85);
        double height = feature * dice.between(0.10, 0.19);
        double crest = dice.between(0.68, 0.8);
        return (x, y) -> {
            double along = (x * wx + y * wy) / feature;
            double across = (y * wx - x * wy) / feature;
            double bend = crescent * noise.fbm(across * 0.55, along * 0.45, 3)
                    + 0.35 * noise.fbm(across * 1.4 + 9, along * 1.1, 2);
            double size = 0.65 + 0.5 * noise.fbm(across * 0.5 + 30, along * 0.5, 2);
            return height * size * section(along + bend, crest)
                    + 0.10
                            * height
                            * section(4.3 * along + 3.2 * bend + 0.5 * noise.at(across * 1.5, along * 1.5), crest);
        };
    }

    private static Sheet.Field barchans(int size, double wind, Noise noise, Dice dice) {
        int count = 5 + dice.below(26);
        double[][] dunes = new double[count][];
        double scale = dice.between(0.55, 1.4) / Math.sqrt(count / 10.0);
        for (int i = 0; i < count; i++) {
            dunes[i] = new double[] {
                dice.between(-0.05, 1.05) * size,
                dice.between(-0.05, 1.05) * size,
                size * scale * dice.between(0.07, 0.17)
            };
        }
        double wx = StrictMath.cos(wind);
        double wy = StrictMath.sin(wind);
        return (x, y) -> {
            double height = 0;
            for (double[] dune : dunes) {
                double r = dune[2];
                double u = ((x - dune[0]) * wx + (y - dune[1]) * wy) / r + 0.15 * noise.at(x / r, y / r);
                double v = ((y - dune[1]) * wx - (x - dune[0]) * wy) / r;
                double flank = 1 - v * v;
                if (flank <= 0 || u < -1.6 || u > 2) {
                    continue;
                }
                // The flanks run ahead of the slow, high middle and become horns; each section keeps a dune's profile.
                double back = u - 0.95 * v * v + 0.25;
                double reach = 0.35 + 0.75 * Math.sqrt(flank);
                double rise = Ramp.smooth(-reach, 0, back) * 0.5 + 0.5 * Ramp.clamp(1 + back / reach);
                double section = back < 0 ? rise : Ramp.clamp(1 - back / (0.05 + 0.38 * flank));
                height = Math.max(height, r * 0.40 * flank * section);
            }
            return height + size * 0.004 * noise.fbm(x * 6.0 / size, y * 6.0 / size, 3);
        };
    }

    private static Sheet.Field linear(Noise noise, double wind, double feature, Dice dice) {
        double wx = StrictMath.cos(wind);
        double wy = StrictMath.sin(wind);
        double height = feature * dice.between(0.16, 0.3);
        return (x, y) -> {
            double along = (x * wx + y * wy) / feature;
            double across =
                    (y * wx - x * wy) / feature + 0.35 * noise.fbm(along * 0.3, across(x, y, wx, wy, feature) * 0.4, 3);
            double fold = Math.abs(across - Math.round(across)) * 2;
            double crest = Ramp.smooth(0.75, 0, fold + 0.12 * noise.fbm(along * 3, across * 3, 2));
            double spurs = 0.14 * noise.ridged(along * 2.4 + across, across * 1.2, 3) * (1 - fold);
            return height * (crest * crest * 0.8 + spurs);
        };
    }

    private static double across(double x, double y, double wx, double wy, double feature) {
        return (y * wx - x * wy) / feature;
    }

    private static Sheet.Field star(Noise noise, double feature, Dice dice) {
        double height = feature * dice.between(0.35, 0.6);
        double scale = feature * 1.7;
        return (x, y) -> {
            double wx = 0.25 * noise.fbm(x / scale + 40, y / scale, 2);
            double ridge = noise.ridged(x / scale + wx, y / scale - wx, 2);
            double mass = Ramp.clamp(0.6 + 0.7 * noise.fbm(x / scale * 0.7 + 11, y / scale * 0.7, 2));
            return height * ridge * mass + 0.05 * height * noise.ridged(x / scale * 4, y / scale * 4, 2);
        };
    }

    private static Sheet.Field stony(Noise noise, double feature, Dice dice) {
        double height = feature * dice.between(0.2, 0.5);
        return (x, y) -> {
            double carved = noise.eroded(x / feature / 2, y / feature / 2, 8, 0.6);
            double wadi = noise.ridged(x / feature / 2.6 + 0.15 * carved, y / feature / 2.6, 4);
            return height * (0.9 * carved - 0.55 * wadi * wadi);
        };
    }

    private static void shrubs(Sheet sheet, Conditions conditions, Relief relief, Dice dice) {
        Woods woods = new Woods(sheet, conditions.sun(), dice);
        int count = 20 + dice.below(260);
        for (int i = 0; i < count; i++) {
            double x = dice.between(0, sheet.size());
            double y = dice.between(0, sheet.size());
            if (relief.at((int) x, (int) y) < sheet.size() * 0.02) {
                woods.tree(
                        x,
                        y,
                        dice.between(0.9, 1.9),
                        conditions.palette().broadleaf().times(0.8),
                        Woods.Habit.BROADLEAF);
            }
        }
    }
}
