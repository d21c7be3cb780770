package org.hashscape.imaging.synthetic;

/** Cloud over land or sea: fair-weather cumulus, cloud streets, cellular decks, thin cirrus, one big tower; with shadows. */
final class CloudPainter implements ScenePainter {

    private enum Form {
        STREETS,
        TOWER,
        DECK,
        CUMULUS,
        CIRRUS
    }

    @Override
    public void paint(Sheet sheet, Conditions conditions, Dice dice) {
        int size = sheet.size();
        Noise noise = new Noise(dice);
        if (conditions.region() % 2 == 0 && dice.chance(0.8)) {
            Water water = new Water(sheet, conditions, dice);
            sheet.everywhere((x, y) -> sheet.set(x, y, water.at(x, y, 0.9), Content.WATER));
        } else {
            Landscape land = new Landscape(sheet, conditions, Landscape.likely(conditions, dice), dice);
            land.ground();
            land.cover((x, y) -> 1);
        }
        Form form =
                dice.chance(0.6) ? Form.values()[conditions.region() % Form.values().length] : dice.pick(Form.values());
        float[] depth = depth(size, form, noise, dice);
        shadow(sheet, conditions.sun(), depth, form, dice);
        light(sheet, conditions.sun(), depth, form, noise);
    }

    /** Optical depth of the cloud over each pixel; 1 hides most of the ground. */
    private static float[] depth(int size, Form form, Noise noise, Dice dice) {
        double turn = dice.between(0, 2 * StrictMath.PI);
        double c = StrictMath.cos(turn);
        double s = StrictMath.sin(turn);
        double feature = size / (form == Form.TOWER ? dice.between(0.9, 1.6) : dice.between(2, 5));
        Sky sky = new Sky(
                form, noise, new Cells(dice, 0.9), dice.between(-0.16, 0.24), dice.chance(0.5), dice.between(2.2, 4.5));
        float[] depth = new float[size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double u = ((x - size / 2.0) * c + (y - size / 2.0) * s) / feature;
                double v = ((y - size / 2.0) * c - (x - size / 2.0) * s) / feature;
                depth[y * size + x] = (float) Math.max(0, sky.depth(u, v));
            }
        }
        return depth;
    }

    /**
     * One kind of cloud over an endless plane.
     *
     * @param clear the higher, the less cloud
     * @param closed cells filled and rims clear, else the other way round
     * @param streets per unit
     */
    private record Sky(Form form, Noise noise, Cells cells, double clear, boolean closed, double streets) {

        double depth(double u, double v) {
            double fray = noise.fbm(u * 3.2 + 20, v * 3.2, 5);
            double lumps = noise.billow(u * 2.2 + 7, v * 2.2, 5) - 0.5;
            return switch (form) {
                case CUMULUS -> 2.3 * (noise.fbm(u, v, 2) - clear + 0.55 * lumps + 0.22 * fray);
                case STREETS -> {
                    double bend = 1.3 * noise.fbm(u * 0.4, v * 0.4, 2);
                    double row = 0.5 * StrictMath.cos(v * streets * 2 + bend * 2);
                    double broken = 0.75 * noise.fbm(u * 1.3 + 3, v * 1.6, 3);
                    yield 2.2 * (row + broken + 0.5 * lumps + 0.2 * fray - clear - 0.25);
                }
                case DECK -> {
                    double bend = 0.3 * noise.fbm(u * 1.5, v * 1.5, 3);
                    double border = cells.at(u * 1.9 + bend, v * 1.9 - bend).border();
                    double cell = closed ? Math.min(0.34, border) : 0.42 - border;
                    double patchy = 0.5 * noise.fbm(u * 0.5 + 60, v * 0.5, 2);
                    yield 1.1 * (cell * 2.2 + 0.55 * fray + 0.6 * lumps + patchy - clear * 1.5);
                }
                case CIRRUS -> {
                    double bend = 1.1 * noise.fbm(u * 0.4, v * 0.4 + 3, 3);
                    double strands = noise.fbm(u * 0.45 + bend, v * 2.6 + 1.6 * bend, 6);
                    yield 0.9 * (strands + 0.8 * noise.fbm(u * 0.4, v * 0.4, 2) - clear * 0.4 + 0.12);
                }
                case TOWER -> {
                    double r = Math.sqrt(u * u + v * v * 1.3) + 0.3 * noise.fbm(u * 1.3, v * 1.3, 3);
                    yield 1.6 * (0.52 - r) + 1.7 * lumps + 0.25 * fray;
                }
            };
        }
    }

    private static void shadow(Sheet sheet, Sun sun, float[] depth, Form form, Dice dice) {
        int size = sheet.size();
        double height = size * (form == Form.CIRRUS ? 0.16 : dice.between(0.03, 0.12));
        double length = Math.min(size * 0.25, height * sun.shadowLength());
        double dark = form == Form.CIRRUS ? 0.2 : 0.62;
        sheet.everywhere((x, y) -> {
            double above = sample(depth, size, x - sun.shadowX() * length, y - sun.shadowY() * length);
            sheet.shade(x, y, 1 - dark * (1 - StrictMath.exp(-2.2 * above)));
        });
    }

    private static void light(Sheet sheet, Sun sun, float[] depth, Form form, Noise noise) {
        int size = sheet.size();
        double opacity = form == Form.CIRRUS ? 2.2 : 4.5;
        double step = size * 0.009;
        sheet.everywhere((x, y) -> {
            double own = depth[y * size + x];
            if (own > 0.01) {
                double near = sample(depth, size, x - sun.shadowX() * step, y - sun.shadowY() * step);
                double far = sample(depth, size, x - sun.shadowX() * 3 * step, y - sun.shadowY() * 3 * step);
                double turned = (form == Form.DECK ? 0.5 : 1) * (0.55 * (own - near) + 0.22 * (own - far));
                double light = form == Form.CIRRUS
                        ? 0.97
                        : Math.max(0.52, Math.min(1.03, 0.88 + turned + 0.06 * Math.min(1, own)));
                Colour cloud = Colour.of(246, 247, 250).mix(Colour.of(150, 160, 178), Ramp.smooth(0.95, 0.5, light));
                double cover = 1
                        - StrictMath.exp(-opacity * own * (form == Form.CIRRUS ? 0.8 : Math.min(1, 0.35 + own * 1.6)));
                sheet.lay(
                        x,
                        y,
                        cloud.times(light * (1 + 0.03 * noise.at(x * 0.2, y * 0.2))),
                        Math.min(0.985, cover),
                        Content.CLOUD);
            }
        });
    }

    private static double sample(float[] values, int size, double x, double y) {
        int column = (int) Math.max(0, Math.min(size - 1, x));
        int row = (int) Math.max(0, Math.min(size - 1, y));
        return values[row * size + column];
    }
}
