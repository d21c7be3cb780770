package org.hashscape.imaging.synthetic;

/**
 * A storage tank: a lit cylinder with a fixed cone roof, or a floating roof that lies deep and in the rim's shadow.
 *
 * @param floating whether the roof floats on the content
 */
record Tank(double x, double y, double radius, double height, boolean floating, Colour colour) {

    void paint(Sheet sheet, Sun sun) {
        double drop = Math.min(height * sun.shadowLength(), 1.6 * radius);
        double dx = sun.shadowX();
        double dy = sun.shadowY();
        sheet.around(x + dx * drop / 2, y + dy * drop / 2, radius + drop / 2 + 1, (px, py) -> {
            double along = Math.max(0, Math.min(drop, (px - x) * dx + (py - y) * dy));
            double ox = px - x - along * dx;
            double oy = py - y - along * dy;
            sheet.shadow(px, py, 0.55 * Ramp.smooth(radius + 0.6, radius - 0.6, Math.sqrt(ox * ox + oy * oy)));
        });
        sheet.around(x, y, radius + 1, (px, py) -> {
            double ux = (px - x) / radius;
            double uy = (py - y) / radius;
            double d = Math.sqrt(ux * ux + uy * uy);
            double facing = d < 0.02 ? 0 : (ux * sun.x() + uy * sun.y()) / d;
            double light;
            if (floating) {
                double sx = ux * radius - dx * drop * 0.4;
                double sy = uy * radius - dy * drop * 0.4;
                double shaded = Ramp.smooth(radius * 0.92 - 0.6, radius * 0.92 + 0.6, Math.sqrt(sx * sx + sy * sy));
                light = d > 0.92 ? 1.1 : 0.82 - 0.45 * shaded;
            } else {
                double spokes = radius > 9 && d > 0.1 ? 0.03 * StrictMath.cos(16 * StrictMath.atan2(uy, ux)) : 0;
                light = 0.96 + 0.16 * facing * Math.min(1, d * 1.3) + spokes - 0.12 * Ramp.bump(0.93, 0.05, d);
            }
            sheet.lay(px, py, colour.times(light), Ramp.smooth(1 + 0.6 / radius, 1 - 0.6 / radius, d), Content.TANKS);
        });
    }
}
