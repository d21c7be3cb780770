package org.hashscape.imaging.synthetic;

/** Cloud over land or sea: fair-weather cumulus, cloud streets, cellular decks, thin cirrus, one big tower; with shadows. */
final class CloudPainter implements ScenePainter {

    private enum Form {
        CUMULUS,
        STREETS,
        DECK,
        CIRRUS,
        TOWER
    }

    @Override
    public void paint(Sheet sheet, Conditions conditions, Dice dice) {
        int size = sheet.size();
        Noise noise = new Noise(dice);
        if (dice.chance(0.35)) {
            Water water = new Water(sheet, conditions, dice);
            sheet.everywhere((x, y) -> sheet.set(x, y, water.at(x, y, 0.9), Content.WATER));
        } else {
            Landscape land = new Landscape(sheet, conditions, Landscape.likely(conditions, dice), dice);
            land.ground();
            land.cover((x, y) -> 1);
        }
        Form form = dice.pick(Form.CUMULUS, Form.CUMULUS, Form.STREETS, Form.DECK, Form.CIRRUS, Form.TOWER);
        float[] depth = depth(size, form, noise, dice);
        shadow(sheet, conditions.sun(), depth, form, dice);
        light(sheet, conditions.sun(), depth, form, noise);
    }

    /** Optical depth of the cloud over each pixel; 1 hides most of the ground. */
    private static float[] depth(int size, Form form, Noise noise, Dice dice) {
        double turn = dice.between(0, 2 * StrictMath.PI);
        double c = StrictMath.cos(turn);
        double s = StrictMath.sin(turn);
        double feature = size / dice.between(form == Form.TOWER ? 0.9 : 2.2, form == Form.TOWER ? 1.4 : 6);
        double cover = dice.between(-0.14, 0.26);
        Cells cells = new Cells(dice, 0.9);
        boolean closed = dice.chance(0.5);
        float[] depth = new float[size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double u = ((x - size / 2.0) * c + (y - size / 2.0) * s) / feature;
                double v = ((y - size / 2.0) * c - (x - size / 2.0) * s) / feature;
                double detail = noise.fbm(u * 2.6 + 20, v * 2.6, 5);
                double lumps = noise.billow(u * 1.6 + 7, v * 1.6, 5) - 0.5;
                double value = switch (form) {
                    case CUMULUS -> 2.4 * (noise.fbm(u, v, 2) - cover + 0.30 * lumps + 0.24 * detail);
                    case STREETS ->
                        2.2
                                * (0.6 * StrictMath.cos(v * 5 + 1.6 * noise.fbm(u * 0.5, v * 0.5, 2))
                                        + 0.5 * noise.fbm(u * 0.8, v * 2, 2)
                                        + 0.35 * lumps
                                        + 0.25 * detail
                                        - cover
                                        - 0.12);
                    case DECK -> {
                        double w = 0.3 * noise.fbm(u * 1.5, v * 1.5, 3);
                        double border = cells.at(u * 1.9 + w, v * 1.9 - w).border();
                        double cell = closed ? border : 0.42 - border;
                        yield 1.1 * (cell * 2.2 + 0.4 * detail + 0.4 * lumps - cover * 1.5);
                    }
                    case CIRRUS -> {
                        double w = 1.2 * noise.fbm(u * 0.4, v * 0.4 + 3, 3);
                        yield 0.65
                                * (noise.fbm(u * 0.35 + w, v * 2.4 + 1.5 * w, 6)
                                        + 0.55 * noise.fbm(u * 0.4, v * 0.4, 2)
                                        - cover * 0.5);
                    }
                    case TOWER -> {
                        double r = Math.sqrt(u * u + v * v * 1.3) + 0.35 * noise.fbm(u * 1.3, v * 1.3, 4);
                        yield 2.6 * (0.42 - r) + 0.9 * lumps + 0.3 * detail;
                    }
                };
                depth[y * size + x] = (float) Math.max(0, value);
            }
        }
        return depth;
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
        double step = size * 0.012;
        sheet.everywhere((x, y) -> {
            double own = depth[y * size + x];
            if (own > 0.01) {
                double near = sample(depth, size, x - sun.shadowX() * step, y - sun.shadowY() * step);
                double far = sample(depth, size, x - sun.shadowX() * 3 * step, y - sun.shadowY() * 3 * step);
                double turned = 0.34 * (own - near) + 0.16 * (own - far);
                double light = form == Form.CIRRUS
                        ? 0.97
                        : Math.max(0.52, Math.min(1.03, 0.88 + turned + 0.06 * Math.min(1, own)));
                Colour cloud = Colour.of(246, 247, 250).mix(Colour.of(150, 160, 178), Ramp.smooth(0.95, 0.5, light));
                double cover = 1 - StrictMath.exp(-opacity * own * own * (own < 0.4 ? 0.6 + own : 1));
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
