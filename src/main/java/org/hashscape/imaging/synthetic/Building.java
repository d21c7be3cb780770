package org.hashscape.imaging.synthetic;

/**
 * A building on a rectangular plan, seen from above: roof faces lit by their slope, ridge, roof furniture, and a shadow
 * that is the plan dragged away from the sun. Lengths in sheet pixels.
 *
 * @param angle of the long side, radians
 * @param length of the long side
 * @param width of the short side
 * @param height of the eaves
 */
record Building(
        double x, double y, double angle, double length, double width, double height, Roof roof, Colour colour) {

    /** Shape of a roof. */
    enum Roof {
        GABLE,
        HIP,
        FLAT,
        SAWTOOTH
    }

    private static final Colour[] TILES = {
        Colour.of(156, 92, 68), Colour.of(136, 80, 62), Colour.of(172, 116, 84), Colour.of(112, 104, 98),
        Colour.of(92, 90, 92), Colour.of(146, 138, 128), Colour.of(184, 172, 154), Colour.of(120, 94, 78)
    };

    private static final Colour[] SHEETS = {
        Colour.of(214, 216, 216), Colour.of(188, 190, 190), Colour.of(150, 154, 158), Colour.of(232, 230, 224),
        Colour.of(124, 140, 156), Colour.of(148, 96, 80), Colour.of(104, 108, 112), Colour.of(176, 168, 150)
    };

    /** A dwelling with a tiled or shingled roof of any usual colour. */
    static Building drawnHouse(
            double x, double y, double angle, double length, double width, double height, Dice dice) {
        Roof roof = dice.chance(0.6) ? Roof.GABLE : dice.chance(0.75) ? Roof.HIP : Roof.FLAT;
        return new Building(
                x, y, angle, length, width, height, roof, dice.pick(TILES).vary(dice, 0.08));
    }

    /** A works or store with a wide sheet-metal or gravelled roof. */
    static Building drawnHall(double x, double y, double angle, double length, double width, double height, Dice dice) {
        Roof roof = dice.chance(0.7) ? Roof.FLAT : dice.chance(0.5) ? Roof.SAWTOOTH : Roof.GABLE;
        return new Building(
                x, y, angle, length, width, height, roof, dice.pick(SHEETS).vary(dice, 0.06));
    }

    double reach() {
        return Math.sqrt(length * length + width * width) / 2 + 1;
    }

    void paint(Sheet sheet, Sun sun, Noise noise) {
        paintAs(sheet, sun, noise, Content.BUILDINGS);
    }

    /** Paints a box that is no building but as boxy: a car, a container, a deck house. */
    void paintAs(Sheet sheet, Sun sun, Noise noise, Content content) {
        shadow(sheet, sun);
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        double sunU = sun.x() * cosine + sun.y() * sine;
        double sunV = sun.y() * cosine - sun.x() * sine;
        int furniture = roof == Roof.FLAT && length > 16 ? Noise.hash((int) x, (int) y, 77) : 0;
        sheet.around(x, y, reach(), (px, py) -> {
            double u = (px - x) * cosine + (py - y) * sine;
            double v = (py - y) * cosine - (px - x) * sine;
            double inside = Math.min(length / 2 - Math.abs(u), width / 2 - Math.abs(v));
            if (inside > -0.7) {
                double light = roofLight(u, v, inside, sunU, sunV, sun.z());
                double texture = 1 + 0.05 * noise.at(px * 0.5, py * 0.5) + 0.04 * noise.fbm(px * 0.06, py * 0.06, 2);
                Colour seen = colour.times(light * texture);
                if (furniture != 0) {
                    seen = furnished(seen, u, v, inside, furniture);
                }
                sheet.lay(px, py, seen, Ramp.smooth(-0.7, 0.5, inside), content);
            }
        });
    }

    private double roofLight(double u, double v, double inside, double sunU, double sunV, double up) {
        double pitch = 0.55;
        double steady = 1 / (0.35 + 0.65 * up);
        switch (roof) {
            case GABLE -> {
                double ridge = 0.10 * Ramp.bump(0, 0.9, v);
                return Ramp.clamp((0.35 + 0.65 * (up + pitch * sunV * Math.signum(v)) / 1.14) * steady) * 1.08 + ridge;
            }
            case HIP -> {
                boolean end = length / 2 - Math.abs(u) < width / 2 - Math.abs(v);
                double lean = end ? sunU * Math.signum(u) : sunV * Math.signum(v);
                return Ramp.clamp((0.35 + 0.65 * (up + pitch * lean) / 1.14) * steady) * 1.08;
            }
            case SAWTOOTH -> {
                double tooth = Math.max(5, length / 9);
                double phase = u / tooth - Math.floor(u / tooth);
                return phase < 0.25 ? 0.55 : 0.92 + 0.16 * phase + 0.1 * sunU;
            }
            default -> {
                double parapet = inside < 1.3 && length > 10 ? 0.14 : 0;
                return 0.98 + parapet;
            }
        }
    }

    /** Skylights, vents and plant on a big flat roof. */
    private Colour furnished(Colour roofColour, double u, double v, double inside, int style) {
        if (inside < 3) {
            return roofColour;
        }
        double pitch = 7 + (style & 7);
        double row = u / pitch - Math.floor(u / pitch);
        double column = v / (pitch * 1.4) - Math.floor(v / (pitch * 1.4));
        return switch ((style >>> 4) & 3) {
            case 0 -> row < 0.16 ? roofColour.mix(Colour.of(170, 196, 210), 0.55) : roofColour;
            case 1 -> row < 0.3 && column < 0.25 ? roofColour.times(column < 0.12 ? 0.6 : 1.2) : roofColour;
            case 2 -> row < 0.06 ? roofColour.times(0.84) : roofColour;
            default -> {
                int box = Noise.hash((int) Math.floor(u / pitch), (int) Math.floor(v / (pitch * 1.4)), style);
                yield (box & 7) == 0 && row < 0.5 && column < 0.4
                        ? roofColour.times(column < 0.14 ? 0.55 : 1.15)
                        : roofColour;
            }
        };
    }

    private void shadow(Sheet sheet, Sun sun) {
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        double rise = height + (roof == Roof.GABLE || roof == Roof.HIP ? width * 0.18 : 0);
        double drop = Math.min(rise * sun.shadowLength(), 1.3 * Math.max(width, rise));
        double dx = sun.shadowX();
        double dy = sun.shadowY();
        sheet.around(x + dx * drop / 2, y + dy * drop / 2, reach() + drop / 2 + 1, (px, py) -> {
            double deepest = -9;
            for (double t = 0; t <= drop; t += 0.7) {
                double ox = px - dx * t - x;
                double oy = py - dy * t - y;
                double u = Math.abs(ox * cosine + oy * sine);
                double v = Math.abs(oy * cosine - ox * sine);
                deepest = Math.max(deepest, Math.min(length / 2 - u, width / 2 - v));
            }
            double cover = Ramp.smooth(-0.8, 0.6, deepest);
            if (cover > 0) {
                sheet.shadow(px, py, 0.55 * cover);
            }
        });
    }
}
