package org.hashscape.ui.comparison;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.hashscape.ui.common.Palette;
import org.hashscape.ui.common.Theme;

/** What tells the columns of a comparison apart: a letter, a shape and a colour. */
enum ColumnMark {
    A("#0b66c3", "#4f9df5", new double[] {}),
    B("#b35900", "#f0a04b", new double[] {0, 0, 1, 0, 1, 1, 0, 1}),
    C("#8a3ffc", "#b794f6", new double[] {0.5, -0.1, 1.1, 0.5, 0.5, 1.1, -0.1, 0.5}),
    D("#007d79", "#3ddbd9", new double[] {0.5, -0.05, 1.1, 1, -0.1, 1});

    private final Color light;
    private final Color dark;
    private final double[] corners;

    ColumnMark(String light, String dark, double[] corners) {
        this.light = Color.web(light);
        this.dark = Color.web(dark);
        this.corners = corners;
    }

    static ColumnMark of(int column) {
        return values()[column];
    }

    Color colour(Palette palette) {
        return palette.equals(Theme.DARK.palette()) ? dark : light;
    }

    /** Draws the shape into a square. */
    void paint(GraphicsContext graphics, Palette palette, double left, double top, double size) {
        graphics.setFill(colour(palette));
        if (corners.length == 0) {
            graphics.fillOval(left, top, size, size);
            return;
        }
        int points = corners.length / 2;
        double[] x = new double[points];
        double[] y = new double[points];
        for (int point = 0; point < points; point++) {
            x[point] = left + corners[2 * point] * size;
            y[point] = top + corners[2 * point + 1] * size;
        }
        graphics.fillPolygon(x, y, points);
    }
}
