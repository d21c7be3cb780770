package org.hashscape.ui.common;

import javafx.scene.canvas.GraphicsContext;

/** The ground a cell stands on: plain, under the pointer, or selected. */
final class CellBackground {

    private static final double ROUND = 8;

    private CellBackground() {}

    static void paint(
            GraphicsContext graphics,
            Palette palette,
            double x,
            double y,
            double width,
            double height,
            boolean selected,
            boolean hovered,
            boolean focused) {
        if (selected) {
            graphics.setFill(palette.accentSoft());
            graphics.fillRoundRect(x, y, width, height, ROUND, ROUND);
            graphics.setStroke(focused ? palette.accent() : palette.muted());
            graphics.setLineWidth(focused ? 2 : 1);
            double inset = focused ? 1 : 0.5;
            graphics.strokeRoundRect(x + inset, y + inset, width - 2 * inset, height - 2 * inset, ROUND, ROUND);
        } else if (hovered) {
            graphics.setFill(palette.hover());
            graphics.fillRoundRect(x, y, width, height, ROUND, ROUND);
        }
    }
}
