package org.hashscape.imaging.synthetic;

/** Trees, one crown after the other, each with its shadow: single ones, rows, and whole stands. */
final class Woods {

    /** Habit of a tree. */
    enum Habit {
        /** Round, lumpy crown. */
        BROADLEAF,
        /** Pointed, star-shaped crown. */
        CONIFER,
        /** Leafless crown that the ground shows through. */
        BARE,
        /** Fronds around a centre. */
        PALM
    }

    private final Sheet sheet;
    private final Sun sun;
    private final Noise noise;

    Woods(Sheet sheet, Sun sun, Dice dice) {
        this.sheet = sheet;
        this.sun = sun;
        this.noise = new Noise(dice);
    }

    /** A tree of a crown radius in sheet pixels; its height is a few times that. */
    void tree(double x, double y, double radius, Colour colour, Habit habit) {
        double height = radius * (habit == Habit.CONIFER ? 3.2 : 1.9);
        shadow(x, y, radius, Math.min(height * sun.shadowLength(), 2.6 * radius), habit == Habit.BARE ? 0.25 : 0.55);
        switch (habit) {
            case CONIFER -> cone(x, y, radius, colour);
            case PALM -> palm(x, y, radius, colour);
            case BARE -> dome(x, y, radius, colour, 0.55);
            case BROADLEAF -> dome(x, y, radius, colour, 1);
        }
    }

    /** The shadow of a crown: a disc dragged away from the sun, narrowing. */
    private void shadow(double x, double y, double radius, double length, double strength) {
        double dx = sun.shadowX();
        double dy = sun.shadowY();
        double middleX = x + dx * length / 2;
        double middleY = y + dy * length / 2;
        sheet.around(middleX, middleY, radius + length / 2 + 1, (px, py) -> {
            double along = (px - x) * dx + (py - y) * dy;
            double t = Ramp.clamp(along / (length + 1e-9));
            double ox = px - x - t * length * dx;
            double oy = py - y - t * length * dy;
            double half = radius * (1 - 0.45 * t);
            double cover = Ramp.smooth(half + 0.7, half - 0.7, Math.sqrt(ox * ox + oy * oy));
            if (cover > 0) {
                sheet.shadow(px, py, strength * cover);
            }
        });
    }

    private void dome(double x, double y, double radius, Colour colour, double density) {
        sheet.around(x, y, radius * 1.25, (px, py) -> {
            double dx = (px - x) / radius;
            double dy = (py - y) / radius;
            double lump = 1 + 0.22 * noise.at(px * 2.2 / radius + x, py * 2.2 / radius + y);
            double d = Math.sqrt(dx * dx + dy * dy) / lump;
            if (d < 1.1) {
                double up = Math.sqrt(Math.max(0.05, 1 - d * d));
                double light =
                        0.42 + 0.58 * Math.max(0, dx * sun.x() + dy * sun.y() + up * sun.z()) / Math.max(0.55, sun.z());
                double clump = 1 + 0.22 * noise.at(px * 0.55 + 3, py * 0.55);
                double cover = density * Ramp.smooth(1, 1 - 1.3 / radius, d);
                sheet.lay(px, py, colour.times(light * clump), cover, Content.TREES);
            }
        });
    }

    private void cone(double x, double y, double radius, Colour colour) {
        int whorl = 5 + (int) (x * 7 + y * 3) % 4;
        double turn = x * 1.7 + y;
        sheet.around(x, y, radius * 1.1, (px, py) -> {
            double dx = (px - x) / radius;
            double dy = (py - y) / radius;
            double d = Math.sqrt(dx * dx + dy * dy);
            double star = radius < 3 ? 1 : 1 + 0.16 * StrictMath.cos(whorl * StrictMath.atan2(dy, dx) + turn);
            if (d < 1.1 * star) {
                double facing = d < 0.08 ? 0 : (dx * sun.x() + dy * sun.y()) / d;
                double light = 0.72 + 0.62 * facing + 0.35 * (1 - d);
                double cover = Ramp.smooth(1, 1 - 1.3 / radius, d / star);
                sheet.lay(px, py, colour.times(Math.max(0.3, light)), cover, Content.TREES);
            }
        });
    }

    private void palm(double x, double y, double radius, Colour colour) {
        double turn = x + y * 2.3;
        sheet.around(x, y, radius * 1.2, (px, py) -> {
            double dx = (px - x) / radius;
            double dy = (py - y) / radius;
            double d = Math.sqrt(dx * dx + dy * dy);
            double frond = 0.5 + 0.5 * StrictMath.cos(7 * StrictMath.atan2(dy, dx) + turn);
            double cover = Ramp.smooth(1.05, 0.8, d) * Ramp.smooth(0.15, 0.5, frond + 0.6 * (1 - d));
            sheet.lay(px, py, colour.times(0.75 + 0.5 * (1 - d)), cover, Content.TREES);
        });
    }

    /**
     * Fills with trees wherever {@code density} (0..1, the chance of a tree) says so.
     *
     * @param radius mean crown radius in sheet pixels
     * @param spacing distance of trunks in radii: 1.4 a closed canopy, 4 a park
     * @param conifers share of conifers, 0..1
     */
    void stand(Conditions conditions, Dice dice, double radius, double spacing, double conifers, Sheet.Field density) {
        double step = Math.max(1.6, radius * spacing);
        Dice species = Dice.of(dice.nextLong(), 0);
        Noise patches = new Noise(dice);
        // The lattice is turned, so that what is left of its rows does not run along the picture's.
        double turn = species.between(0.2, 1.3);
        double cosine = StrictMath.cos(turn);
        double sine = StrictMath.sin(turn);
        double middle = sheet.size() / 2.0;
        int reach = (int) Math.ceil(0.72 * sheet.size() / step) + 1;
        // Four interleaved passes, so that overlaps do not all point the same way.
        for (int pass = 0; pass < 4; pass++) {
            for (int row = -reach + pass / 2; row <= reach; row += 2) {
                for (int column = -reach + pass % 2; column <= reach; column += 2) {
                    double u = (column + 0.5 * (row & 1) + species.between(-0.15, 1.15)) * step;
                    double v = (row + species.between(-0.15, 1.15)) * step;
                    double x = middle + u * cosine - v * sine;
                    double y = middle + u * sine + v * cosine;
                    if (x < -radius * 2
                            || y < -radius * 2
                            || x > sheet.size() + radius * 2
                            || y > sheet.size() + radius * 2) {
                        continue;
                    }
                    int px = (int) Math.max(0, Math.min(sheet.size() - 1, x));
                    int py = (int) Math.max(0, Math.min(sheet.size() - 1, y));
                    boolean grows = species.chance(density.at(px, py));
                    double share = Ramp.clamp(conifers + 0.5 * patches.fbm(x / (radius * 14), y / (radius * 14), 2));
                    boolean conifer = conifers > 0.97 || (conifers > 0.03 && species.chance(share));
                    double r = radius * Math.max(0.45, 1 + 0.24 * species.bell()) * (conifer ? 0.82 : 1);
                    Colour colour = conifer
                            ? conditions.palette().conifer().vary(species, 0.10)
                            : conditions.palette().leaf(species);
                    if (grows) {
                        tree(x, y, r, colour, habit(conditions, conifer));
                    }
                }
            }
        }
    }

    private static Habit habit(Conditions conditions, boolean conifer) {
        if (conifer) {
            return Habit.CONIFER;
        }
        boolean leafless = conditions.season() == Season.WINTER
                && conditions.climate() != Climate.TROPICAL
                && conditions.climate() != Climate.MEDITERRANEAN;
        return leafless ? Habit.BARE : Habit.BROADLEAF;
    }
}
