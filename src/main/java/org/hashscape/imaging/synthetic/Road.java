package org.hashscape.imaging.synthetic;

/** Roads and tracks along a path. */
final class Road {

    private Road() {}

    /** A sealed road: kerbs a little lighter, a centre line where it is wide enough to show. */
    static void sealed(Sheet sheet, Path path, double width, Colour colour, Noise noise) {
        double half = width / 2;
        Path.Nearness near = path.near(sheet.size(), half + 2);
        sheet.everywhere((x, y) -> {
            double d = near.distance()[y * sheet.size() + x];
            if (d < half + 1) {
                double wear = 1 + 0.06 * noise.at(x * 0.4, y * 0.4) + 0.10 * Ramp.bump(half * 0.45, half * 0.3, d);
                Colour surface = colour.times(wear);
                if (half > 5) {
                    surface =
                            surface.mix(Colour.WHITE, 0.5 * Ramp.bump(0, 0.9, d) + 0.35 * Ramp.bump(half - 1, 0.9, d));
                }
                sheet.lay(x, y, surface, Ramp.smooth(half + 0.7, half - 0.7, d), Content.ROADS);
            }
        });
    }

    /** An unsealed track: two worn wheel ways, grass between. */
    static void track(Sheet sheet, Path path, double width, Colour colour, Noise noise) {
        double half = width / 2;
        Path.Nearness near = path.near(sheet.size(), half + 2);
        sheet.everywhere((x, y) -> {
            double d = near.distance()[y * sheet.size() + x];
            if (d < half + 1) {
                double worn = 0.75
                        + 0.25 * noise.at(x * 0.3, y * 0.3)
                        - (half > 2.5 ? 0.35 * Ramp.bump(0, half * 0.4, d) : 0);
                sheet.lay(x, y, colour, worn * Ramp.smooth(half + 0.8, half - 0.8, d), Content.ROADS);
            }
        });
    }
}
