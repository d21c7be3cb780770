package org.hashscape.imaging.synthetic;

/** A lake, closed all round: shallows, islands, shore of sand, reed, rock or dried salt, land behind; in winter ice. */
final class LakePainter implements ScenePainter {

    @Override
    public void paint(Sheet sheet, Conditions conditions, Dice dice) {
        int size = sheet.size();
        Landscape land = new Landscape(sheet, conditions, Landscape.likely(conditions, dice), dice);
        land.ground();
        float[] level = basin(size, conditions.look(), dice);
        Noise noise = new Noise(dice);
        shore(sheet, conditions, level, land.kind(), noise, dice);
        boolean frozen =
                land.kind() == Landscape.Kind.SNOWFIELD && conditions.look().chance(0.6);
        double clarity = size * conditions.look().between(0.04, 0.18) * dice.between(0.8, 1.25);
        if (frozen) {
            ice(sheet, level, noise, dice);
        } else {
            Water water = new Water(sheet, conditions, dice);
            sheet.everywhere((x, y) -> {
                double in = level[y * size + x];
                sheet.lay(x, y, water.at(x, y, Ramp.clamp(in / clarity)), Ramp.smooth(-0.8, 0.8, in), Content.WATER);
            });
        }
        double bare = dice.between(1, 5);
        land.cover((x, y) -> level[y * size + x] > -bare ? 0 : 1);
        if (dice.chance(0.3)) {
            cabins(sheet, conditions, level, noise, dice);
        }
    }

    /** How far inside the lake a pixel is, in sheet pixels; negative on land and on islands. */
    private static float[] basin(int size, Dice look, Dice dice) {
        float[] level = new float[size * size];
        Noise noise = new Noise(dice);
        int ponds = look.chance(0.25) ? 5 + dice.below(12) : 1 + (dice.chance(0.25) ? 1 : 0);
        double ragged = look.between(0.15, 0.5) * dice.between(0.8, 1.25);
        double[][] bodies = new double[ponds][];
        for (int i = 0; i < ponds; i++) {
            double radius = size * (ponds > 2 ? dice.between(0.04, 0.14) : dice.between(0.22, 0.36));
            double room = ponds > 2 ? 0.45 : 0.14;
            double turn = dice.between(0, StrictMath.PI);
            bodies[i] = new double[] {
                size * (0.5 + dice.between(-room, room)),
                size * (0.5 + dice.between(-room, room)),
                radius,
                StrictMath.cos(turn),
                dice.between(1, ponds > 2 ? 1.6 : 2.3),
                StrictMath.sin(turn)
            };
        }
        double island = look.chance(0.35) ? dice.between(0.35, 0.5) : 9;
        double feature = size / look.between(2.2, 4.5);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double best = -size;
                for (double[] body : bodies) {
                    double dx = x - body[0];
                    double dy = y - body[1];
                    double along = (dx * body[3] + dy * body[5]) / body[4];
                    double across = (dy * body[3] - dx * body[5]) * Math.sqrt(body[4]) * 0.8;
                    best = Math.max(best, body[2] - Math.sqrt(along * along + across * across));
                }
                double rough = noise.fbm(x / feature, y / feature, 6);
                double inside = best + ragged * feature * rough * 0.9;
                double isle = noise.fbm(x / feature * 1.3 + 70, y / feature * 1.3, 4) - island;
                level[y * size + x] = (float) Math.min(inside, isle > -0.3 ? -isle * feature * 0.6 : inside);
            }
        }
        return level;
    }

    private static void shore(
            Sheet sheet, Conditions conditions, float[] level, Landscape.Kind kind, Noise noise, Dice dice) {
        Palette p = conditions.palette();
        Dice look = conditions.look();
        int size = sheet.size();
        double width = size
                * dice.between(0.7, 1.4)
                * (look.chance(0.5) ? look.between(0.004, 0.015) : look.between(0.015, 0.06));
        Colour rim = kind == Landscape.Kind.ARID && look.chance(0.6)
                ? Colour.of(232, 228, 218)
                : look.pick(p.sand(), p.rock(), p.soil(), p.grass().mix(p.broadleaf(), 0.6));
        Content content = rim == p.rock()
                ? Content.ROCK
                : rim == p.soil() ? Content.BARE_SOIL : rim == p.sand() ? Content.SAND : Content.GRASS;
        boolean rings = look.chance(0.3);
        sheet.everywhere((x, y) -> {
            double out = -level[y * size + x];
            double reach = width * (1 + 0.7 * noise.fbm(x * 8.0 / size, y * 8.0 / size, 3));
            double line = rings ? 0.07 * StrictMath.cos(out * 2 * StrictMath.PI / Math.max(3, width * 0.3)) : 0;
            sheet.lay(
                    x,
                    y,
                    rim.times(1 + line + 0.07 * noise.at(x * 0.3, y * 0.3)),
                    0.9 * Ramp.smooth(reach + 1, reach - 1, out),
                    content);
            sheet.shade(x, y, 1 - 0.3 * Ramp.bump(1, 2, out));
        });
    }

    private static void ice(Sheet sheet, float[] level, Noise noise, Dice dice) {
        Colour sheetIce = dice.pick(Colour.of(196, 212, 222), Colour.of(222, 228, 234), Colour.of(128, 152, 164));
        Cells floes = new Cells(dice, 1);
        int size = sheet.size();
        double scale = dice.between(3, 7) / size;
        sheet.everywhere((x, y) -> {
            double wx = noise.fbm(x * 6.0 / size, y * 6.0 / size, 3) * 0.25;
            double crack = floes.at(x * scale + wx, y * scale + wx).border();
            double drift = noise.fbm(x * 4.0 / size, y * 14.0 / size, 5);
            Colour colour = sheetIce.mix(Colour.of(238, 242, 246), Ramp.smooth(0.0, 0.5, drift))
                    .mix(Colour.of(70, 96, 112), 0.6 * Ramp.smooth(0.035, 0.0, crack));
            sheet.lay(x, y, colour, Ramp.smooth(-0.8, 0.8, level[y * size + x]), Content.WATER);
        });
    }

    private static void cabins(Sheet sheet, Conditions conditions, float[] level, Noise noise, Dice dice) {
        int size = sheet.size();
        for (int i = 0; i < 400; i++) {
            double x = dice.between(0.02, 0.98) * size;
            double y = dice.between(0.02, 0.98) * size;
            double out = -level[(int) y * size + (int) x];
            if (out > size * 0.02 && out < size * 0.05 && dice.chance(0.35)) {
                Building.drawnHouse(
                                x,
                                y,
                                dice.between(0, 3),
                                Math.max(3.5, sheet.pixels(13)),
                                Math.max(2.5, sheet.pixels(9)),
                                Math.max(1.2, sheet.pixels(5)),
                                dice)
                        .paint(sheet, conditions.sun(), noise);
            }
        }
    }
}
